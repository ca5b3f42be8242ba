import { join } from "node:path"
import { packageFolder } from "../../../harness/packageFolder.js"
import { readRecording } from "../../../harness/replay/readRecording.js"
import { Replay, type ReplayedPhase } from "../../../harness/replay/replayRecording.js"
import { balancer } from "../../../reference/forks/balancer.js"
import type { BlockContext } from "../../../reference/state/chain.js"
import type { State } from "../../../reference/state/state.js"

/** A block of a recording: what it began with, and what the chain and the model made of its initialisation. */
export interface RecordedBlock {
  readonly recording: string
  readonly context: BlockContext
  /** As it was when the block began. */
  readonly state: State
  /** The storage that the initialisation changed, by raw key; the model and the recording agree on it. */
  readonly changes: Readonly<Record<string, string | null>>
  readonly events: number
}

function agreedRecord(phase: ReplayedPhase, recording: string): NonNullable<ReplayedPhase["record"]> {
  if (phase.record === undefined || phase.verdict.kind !== "matched")
    throw new Error(`block ${phase.block} of the recording ${recording} is not what the model makes of it`)
  return phase.record
}

/** Replays a recording up to a block. Throws when the model does not come out where the recording does. */
export function recordedBlock(recording: string, number: number): RecordedBlock {
  const path = join(packageFolder, "vectors", "captured", "balancer-425", `${recording}.jsonl.gz`)
  const recorded = readRecording(path)
  const block = recorded.blocks.find((each) => each.block === number)
  if (block === undefined) throw new Error(`the recording ${recording} has no block ${number}`)
  const replay = new Replay(balancer, recorded, false)
  let state = replay.state.fork()
  for (const phase of replay.run()) {
    if (phase.block === number && phase.phase === "initialize") {
      const { diff, events } = agreedRecord(phase, recording)
      const context = { number: BigInt(number), parentHash: block.parentHash, author: recorded.header.blockAuthor }
      return { recording, context, state, changes: diff, events: events.length }
    }
    state = replay.state.fork()
  }
  throw new Error(`the recording ${recording} ends before block ${number}`)
}
