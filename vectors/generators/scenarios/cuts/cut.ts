import { compare, type PhaseRecord, recordedEvents } from "../../../../harness/replay/phases.js"
import { isRecorded } from "../../../../harness/replay/recordedScope.js"
import type { RecordedEvent, RecordedResult, Recording } from "../../../../harness/replay/recording.js"
import type { Fork } from "../../../../reference/forks/fork.js"
import type { BlockRequest, Step } from "../../../../reference/interface/modelSession.js"
import { Block, type PhaseAnswer, type Unsupported } from "../../../../reference/interface/phase.js"
import { stateToJson } from "../../../../reference/interface/stateJson.js"
import type { JsonObject } from "../../../../reference/interface/valueType.js"
import { ROOT_ORIGIN, signedBy } from "../../../../reference/state/origin.js"
import { fromHex } from "../../../../reference/state/scaleTypes.js"
import type { State } from "../../../../reference/state/state.js"
import { apply, forkNamed, startOf } from "../../captured.js"
import { watch } from "./watchedState.js"

/** Some of a recording's blocks, and within a single block perhaps one step alone. */
export interface CutPlace {
  /** From 0. */
  readonly firstBlock: number
  readonly blockCount: number
  /** The number of a step, or "initialize": only it, in the one block. Without it, everything. */
  readonly phase?: number | "initialize"
}

/** A cut as input of a vector: the storage that it touches, and its blocks. */
export interface Cut {
  readonly state: JsonObject
  readonly blocks: readonly BlockRequest[]
}

type RecordedBlock = Recording["blocks"][number]
type RecordedStep = RecordedBlock["steps"][number]

interface Answered {
  readonly result?: RecordedResult
  readonly events?: readonly RecordedEvent[]
  readonly diff?: PhaseRecord["diff"]
}

/** Runs a phase on the model and holds it to the recording: a cut may claim the chain's word only where they agree. */
function confirm(where: string, { runtime }: Fork, recorded: Answered, answer: PhaseAnswer | Unsupported): void {
  if ("unsupported" in answer) throw new Error(`${where}: the model does not have ${answer.unsupported}`)
  const expected = { result: recorded.result ?? "ok", events: recorded.events ?? [], diff: recorded.diff ?? {} }
  const changes = [...answer.changes].filter(([key]) => isRecorded(runtime.storage, key))
  const got = { result: answer.result, events: recordedEvents(answer.events), diff: Object.fromEntries(changes) }
  if (compare(expected, got).length > 0) throw new Error(`${where}: the model does not give what was recorded`)
}

function stepOf({ runtimeCall }: Fork["runtime"], { origin, call }: RecordedStep): Step {
  return {
    origin: origin === "root" ? origin : { signed: origin.signed },
    call: runtimeCall.toJson(runtimeCall.decode(fromHex(call))),
  }
}

/** The state in which the cut begins, as the chain had it. */
function stateBefore(recording: Recording, { firstBlock, phase }: CutPlace): State {
  const state = startOf(recording)
  const whole = recording.blocks.slice(0, firstBlock)
  for (const { initialize, steps, finalize } of whole) {
    for (const { diff } of [initialize ?? {}, ...steps, finalize ?? {}]) apply(state, diff)
  }
  const block = recording.blocks[firstBlock]
  if (typeof phase === "number" && block !== undefined) {
    for (const { diff } of [block.initialize ?? {}, ...block.steps.slice(0, phase)]) apply(state, diff)
  }
  state.forgetHistory()
  return state
}

function runBlock(recording: Recording, state: State, block: RecordedBlock, phase: CutPlace["phase"]): BlockRequest {
  const where = `${recording.header.name}, block ${block.block}`
  const fork = forkNamed(recording.header.fork)
  const running = new Block(fork, state, {
    number: BigInt(block.block),
    parentHash: block.parentHash,
    author: recording.header.blockAuthor,
  })
  const steps: Step[] = []
  if (typeof phase !== "number") {
    confirm(where, fork, block.initialize ?? {}, running.initialize())
    steps.push({ initialize: true })
  }
  const wanted =
    phase === undefined ? block.steps : typeof phase === "number" ? block.steps.slice(phase, phase + 1) : []
  for (const step of wanted) {
    const origin = step.origin === "root" ? ROOT_ORIGIN : signedBy(step.origin.signed)
    confirm(where, fork, step, running.step(origin, fork.runtime.runtimeCall.decode(fromHex(step.call))))
    steps.push(stepOf(fork.runtime, step))
  }
  return {
    blockNumber: block.block.toString(),
    parentHash: block.parentHash,
    blockAuthor: recording.header.blockAuthor,
    steps,
  }
}

/** Cuts a piece out of a recording. Throws where the model does not give what the chain gave. */
export function cutOf(recording: Recording, place: CutPlace): Cut {
  const { state, touched } = watch(stateBefore(recording, place))
  const recorded = recording.blocks.slice(place.firstBlock, place.firstBlock + place.blockCount)
  const blocks = recorded.map((block) => runBlock(recording, state, block, place.phase))
  return { state: stateToJson(touched()), blocks }
}
