import { basename } from "node:path"
import { forkTable } from "../../reference/forks/forkTable.js"
import { ValueError } from "../../reference/interface/valueType.js"
import type { ClauseIndex } from "../clauses/readClauses.js"
import type { Implementation } from "../transports/implementation.js"
import { ImplementationReplay } from "./implementationReplay.js"
import { readRecording } from "./readRecording.js"
import type { Recording } from "./recording.js"
import { divergenceOf, phaseCount, problemOf } from "./replayFiles.js"
import { countFile, countPhase, countUnsupported, familyOf, type ReplayReport } from "./replayReport.js"

/** Replays one file on an implementation and adds what it found to the report, as replayFile does on the model. */
export async function replayFileOn(
  implementation: Implementation,
  path: string,
  resync: boolean,
  clauses: ClauseIndex,
  report: ReplayReport,
): Promise<void> {
  try {
    await replayRecordingOn(implementation, path, readRecording(path), resync, clauses, report)
  } catch (thrown) {
    const problem = thrown instanceof ValueError ? `${path}: the answer is malformed: ${thrown.message}` : undefined
    report.problems.push(problem ?? problemOf(path, thrown))
  }
}

async function replayRecordingOn(
  implementation: Implementation,
  path: string,
  recording: Recording,
  resync: boolean,
  clauses: ClauseIndex,
  report: ReplayReport,
): Promise<void> {
  const family = familyOf(basename(path))
  countFile(report, family, recording.blocks.length)
  const fork = forkTable.get(recording.header.fork)
  if (fork === undefined) {
    const reason = `nothing declares the storage of fork ${recording.header.fork}`
    return countUnsupported(report, family, phaseCount(recording), reason)
  }
  for await (const phase of new ImplementationReplay(implementation, fork, recording, resync).run()) {
    countPhase(report, family, phase)
    const divergence = divergenceOf(path, fork, phase, clauses)
    if (divergence !== undefined) report.divergences.push(divergence)
  }
}
