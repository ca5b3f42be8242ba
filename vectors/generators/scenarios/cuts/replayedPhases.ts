import type { Recording } from "../../../../harness/replay/recording.js"
import { forkTable } from "../../../../reference/forks/forkTable.js"
import { Block } from "../../../../reference/interface/phase.js"
import { ROOT_ORIGIN, signedBy } from "../../../../reference/state/origin.js"
import { fromHex } from "../../../../reference/state/scaleTypes.js"
import { allRecordings, forkNamed, startOf } from "../../captured.js"
import { callOf, isAccepted, type RecordedPhase } from "./outcomes.js"

/** Recordings with many subnets and neurons come last: the others show the same on less storage. */
const LARGE = /^(?:mixed|scale|yumafull)-/

/** The forks whose phases are chosen: those that are named, or all of them, the newest first. */
export function forksToChooseFor(named: readonly string[]): readonly string[] {
  return named.length > 0 ? named : [...forkTable.keys()].reverse()
}

/** Every recording of a fork, in the order in which phases are looked for. */
export function recordingsToChooseFrom(fork: string): readonly Recording[] {
  const all = allRecordings(fork)
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
  const { fork: forkName, name, blockAuthor } = recording.header
  const fork = forkNamed(forkName)
  const place = { fork: forkName, recording: name }
  for (const [block, { block: number, parentHash, steps }] of recording.blocks.entries()) {
    state.forgetHistory()
    const running = new Block(fork, state, { number: BigInt(number), parentHash, author: blockAuthor })
    yield { ...place, block, phase: "initialize", isAccepted: true, run: () => running.initialize() }
    for (const [phase, step] of steps.entries()) {
      const origin = step.origin === "root" ? ROOT_ORIGIN : signedBy(step.origin.signed)
      const decoded = fork.runtime.runtimeCall.decode(fromHex(step.call))
      const run = () => running.step(origin, decoded)
      yield { ...place, block, phase, call: callOf(step), isAccepted: isAccepted(step), run }
    }
  }
}
