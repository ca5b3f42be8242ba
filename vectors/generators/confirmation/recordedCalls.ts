import { findRecordings } from "../../../harness/replay/findRecordings.js"
import { readRecording } from "../../../harness/replay/readRecording.js"
import { Replay, type ReplayedPhase } from "../../../harness/replay/replayRecording.js"
import { forkTable } from "../../../reference/forks/forkTable.js"

/** What the recordings of a folder show of the calls. */
export interface RecordedCalls {
  /** The calls that a recording has accepted, and those that it has refused. */
  readonly accepted: ReadonlySet<string>
  readonly refused: ReadonlySet<string>
  /** How many phases the model gave as recorded, and how many not. */
  readonly matched: number
  readonly others: number
}

/** Replays every recording below the folder. */
export function replayAll(folder: string): RecordedCalls {
  const accepted = new Set<string>()
  const refused = new Set<string>()
  let matched = 0
  let others = 0
  for (const phase of phasesBelow(folder)) {
    if (phase.verdict.kind !== "matched") others++
    else {
      matched++
      if (phase.call !== undefined) (phase.record?.result === "ok" ? accepted : refused).add(phase.call)
    }
  }
  return { accepted, refused, matched, others }
}

function* phasesBelow(folder: string): Generator<ReplayedPhase> {
  for (const file of findRecordings([folder])) {
    const recording = readRecording(file)
    const fork = forkTable.get(recording.header.fork)
    if (fork !== undefined) yield* new Replay(fork, recording, true).run()
  }
}

/** Every call that the model serves, by its name. */
export function servedCalls(): readonly string[] {
  return [...forkTable.values()].flatMap(({ calls }) => [...calls.keys()]).sort()
}
