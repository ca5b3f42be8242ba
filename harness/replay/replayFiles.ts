import { basename } from "node:path"
import type { Fork } from "../../reference/forks/fork.js"
import { forkTable } from "../../reference/forks/forkTable.js"
import { MalformedStorage } from "../../reference/state/state.js"
import type { ClauseIndex } from "../clauses/readClauses.js"
import { describeDifference } from "./describeDifference.js"
import { modelRecording, writeRecording } from "./emitRecording.js"
import { RecordingError, readRecording } from "./readRecording.js"
import type { Recording } from "./recording.js"
import { Replay, type ReplayedPhase } from "./replayRecording.js"
import {
  countFile,
  countPhase,
  countUnsupported,
  type Divergence,
  familyOf,
  type ReplayReport,
} from "./replayReport.js"

/** How to replay. */
export interface ReplayOptions {
  /** Whether the state is reset between phases to the recorded one. */
  readonly resync: boolean
  /** The folder for the recordings that the model would have made. */
  readonly emit: string | undefined
  /** Told of each file that is done, and of what could not be written. */
  readonly tell: (line: string) => void
}

/** Replays one file and adds what it found to the report: a file that cannot be used is a problem that it names. */
export function replayFile(path: string, options: ReplayOptions, clauses: ClauseIndex, report: ReplayReport): void {
  try {
    replayRecording(path, readRecording(path), options, clauses, report)
  } catch (thrown) {
    report.problems.push(problemOf(path, thrown))
  }
}

/** What is wrong with a recording that cannot be used; throws on what is no fault of the recording. */
export function problemOf(path: string, thrown: unknown): string {
  if (thrown instanceof RecordingError) return thrown.message
  if (thrown instanceof MalformedStorage) return `${path}: ${thrown.message}`
  throw thrown
}

function replayRecording(
  path: string,
  recording: Recording,
  options: ReplayOptions,
  clauses: ClauseIndex,
  report: ReplayReport,
): void {
  const family = familyOf(basename(path))
  countFile(report, family, recording.blocks.length)
  const { fork: name, specVersion } = recording.header
  const fork = forkTable.get(name)
  if (fork !== undefined && fork.specVersion === specVersion) {
    replayOnFork(path, fork, recording, options, clauses, report)
    return
  }
  const reason = `the model does not have fork ${name}, spec_version ${specVersion}`
  countUnsupported(report, family, phaseCount(recording), reason)
}

/** How many phases a recording has. */
export function phaseCount({ blocks }: Recording): number {
  return blocks.reduce((sum, { steps, finalize }) => sum + 1 + steps.length + (finalize === undefined ? 0 : 1), 0)
}

function replayOnFork(
  path: string,
  fork: Fork,
  recording: Recording,
  options: ReplayOptions,
  clauses: ClauseIndex,
  report: ReplayReport,
): void {
  const family = familyOf(basename(path))
  const phases: ReplayedPhase[] = []
  for (const phase of new Replay(fork, recording, options.resync).run()) {
    countPhase(report, family, phase)
    const divergence = divergenceOf(path, fork, phase, clauses)
    if (divergence !== undefined) report.divergences.push(divergence)
    if (options.emit !== undefined) phases.push(phase)
  }
  if (options.emit === undefined) return
  const made = modelRecording(recording, phases)
  if ("missing" in made) options.tell(`${basename(path)} is not emitted: ${made.missing}`)
  else writeRecording(options.emit, path, made)
}

/** A diverged phase as the report has it, undefined for any other. */
export function divergenceOf(
  path: string,
  fork: Fork,
  phase: ReplayedPhase,
  clauses: ClauseIndex,
): Divergence | undefined {
  if (phase.verdict.kind !== "diverged") return undefined
  const differences = phase.verdict.differences.map((difference) =>
    describeDifference(fork.runtime.storage, difference),
  )
  const ofItems = differences.flatMap(({ item }) => (item === undefined ? [] : clauses.ofItem(item)))
  const ofCall = phase.call === undefined ? [] : clauses.ofCall(phase.call)
  const name = typeof phase.phase === "number" ? `step ${phase.phase}` : phase.phase
  return {
    file: basename(path),
    block: phase.block,
    phase: name,
    ...(phase.call === undefined ? {} : { call: phase.call }),
    clauses: [...new Set([...ofCall, ...ofItems])],
    differences,
  }
}
