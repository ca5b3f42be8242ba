import type { Recording } from "../../../../harness/replay/recording.js"
import { balancer } from "../../../../reference/forks/balancer.js"
import { Block } from "../../../../reference/interface/phase.js"
import { ROOT_ORIGIN, signedBy } from "../../../../reference/state/origin.js"
import { runtimeCall } from "../../../../reference/state/runtimeCall.js"
import { fromHex } from "../../../../reference/state/scaleTypes.js"
import { allRecordings, startOf } from "../../captured.js"
import { callOf, isAccepted, type RecordedPhase } from "./outcomes.js"

/** Recordings with many subnets and neurons come last: the others show the same on less storage. */
const LARGE = /^(?:mixed|scale|yumafull)-/

/** Every recording, in the order in which phases are looked for. */
export function recordingsToChooseFrom(): readonly Recording[] {
  const all = allRecordings()
  const isLarge = ({ header }: Recording) => LARGE.test(header.name)
  return [...all.filter((recording) => !isLarge(recording)), ...all.filter(isLarge)]
}

/** A phase that is about to be replayed. */
export interface ReplayedPhase extends RecordedPhase {
  /** Undefined for the block step. */
  readonly call?: string
  /** Whether the chain accepted it. */
  readonly isAccepted: boolean
  /** Runs it on the model; it must be called once. */
  run(): void
}

/** The phases of a recording, one after the other; each must be run before the next is asked for. */
export function* replayedPhases(recording: Recording): Generator<ReplayedPhase> {
  const state = startOf(recording)
  const { name, blockAuthor } = recording.header
  for (const [block, { block: number, parentHash, steps }] of recording.blocks.entries()) {
    state.forgetHistory()
    const running = new Block(balancer, state, { number: BigInt(number), parentHash, author: blockAuthor })
    yield { recording: name, block, phase: "initialize", isAccepted: true, run: () => running.initialize() }
    for (const [phase, step] of steps.entries()) {
      const origin = step.origin === "root" ? ROOT_ORIGIN : signedBy(step.origin.signed)
      const decoded = runtimeCall.decode(fromHex(step.call))
      const run = () => running.step(origin, decoded)
      yield { recording: name, block, phase, call: callOf(step), isAccepted: isAccepted(step), run }
    }
  }
}
