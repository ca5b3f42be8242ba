import { basename } from "node:path"
import type { Fork } from "../../reference/forks/fork.js"
import { forkTable } from "../../reference/forks/forkTable.js"
import type { BlockRequest, Step } from "../../reference/interface/modelSession.js"
import { stateToJson } from "../../reference/interface/stateJson.js"
import { fromHex } from "../../reference/state/scaleTypes.js"
import { State } from "../../reference/state/state.js"
import { UsageError } from "../cli/usageError.js"
import { readRecording } from "../replay/readRecording.js"
import type { RecordedBlock, RecordedStep, Recording } from "../replay/recording.js"
import { completeState } from "../replay/unrecordedState.js"
import { problemOf } from "../transports/connection.js"
import type { Trace } from "./trace.js"

/** The chapter of what a recording shows: it is about all chapters at once. */
const CHAPTER = "state"

function stepOf({ runtime }: Fork, { origin, call }: RecordedStep): Step {
  return { origin, call: runtime.runtimeCall.toJson(runtime.runtimeCall.decode(fromHex(call))) }
}

function blockOf(fork: Fork, recorded: RecordedBlock, blockAuthor: string): BlockRequest {
  return {
    blockNumber: recorded.block.toString(),
    parentHash: recorded.parentHash,
    blockAuthor,
    steps: [{ initialize: true }, ...recorded.steps.map((step) => stepOf(fork, step))],
  }
}

function startOf(fork: Fork, entries: Recording["state"]): State {
  const state = State.fromRaw(fork.runtime.storage, Object.entries(entries))
  completeState(fork.name, state)
  return state
}

/** The trace that a recording of the chain is. Throws a UsageError when it is none or has calls that nobody knows. */
export function recordedTrace(path: string): Trace {
  const { header, state, blocks } = readRecording(path)
  const fork = forkTable.get(header.fork)
  if (fork === undefined) throw new UsageError(`${path} is of the fork ${header.fork}, which has no block steps here`)
  try {
    return {
      name: basename(path),
      fork: header.fork,
      chapter: CHAPTER,
      state: stateToJson(startOf(fork, state)),
      blocks: blocks.map((block) => blockOf(fork, block, header.blockAuthor)),
    }
  } catch (thrown) {
    throw new UsageError(`${path} cannot be read as a trace: ${problemOf(thrown)}`)
  }
}
