import type { Hex } from "../../../reference/state/scaleTypes.js"
import type { BlockInputs, BlockOutcome, ChainStep, StorageChanges } from "../chainAccess.js"
import type { JsonRpcSocket } from "./jsonRpcSocket.js"
import { NodeChain } from "./nodeChain.js"
import type { NodeContext } from "./nodeContext.js"
import { planSteps } from "./plannedSteps.js"
import { RewindingRun } from "./rewindingRun.js"
import { changesBetween, type Snapshot, takeSnapshot, withChanges } from "./snapshot.js"

/** A block by its hash and number. */
export interface BlockPlace {
  readonly hash: Hex
  readonly number: number
}

/** A node whose storage can be written and whose blocks can be built anywhere, such as chopsticks. */
export class RewindingNode extends NodeChain {
  /** The block that all others are built after: the best one when the node was reached, or an ancestor of it. */
  #base: BlockPlace
  #head: BlockPlace
  /** The state after the head, once it was needed. */
  #state: Snapshot | undefined

  constructor(name: string, context: NodeContext, socket: JsonRpcSocket, base: BlockPlace) {
    super(name, context, socket)
    this.#base = base
    this.#head = base
  }

  protected get head(): Hex {
    return this.#head.hash
  }

  async read(keys: readonly Hex[]): Promise<readonly (Hex | undefined)[]> {
    const values = await this.context.rpc.values(keys, this.head)
    return keys.map((key) => values.get(key))
  }

  keysUnder(prefix: Hex): Promise<readonly Hex[]> {
    return this.context.rpc.keysUnder(prefix, this.head)
  }

  async write(changes: StorageChanges): Promise<void> {
    await this.context.rpc.setStorage(changes, this.head)
    this.#state = this.#state === undefined ? undefined : withChanges(this.#state, changes)
  }

  async runBlock(inputs: BlockInputs, steps: readonly ChainStep[]): Promise<BlockOutcome> {
    const plan = planSteps(this.context.chain, steps)
    if (typeof plan === "string") return { kind: "unable", reason: plan }
    this.#state ??= await takeSnapshot(this.context.rpc, this.head)
    if (inputs.number <= this.#base.number) {
      const ancestor = await this.#ancestorBefore(inputs.number)
      if (ancestor === undefined) return tooLow(inputs)
      this.#base = ancestor
    }
    if (inputs.number <= this.#head.number) await this.#goBack(this.#state)
    const run = new RewindingRun(this.context, inputs, this.head, this.#state, plan.calls)
    const { outcome, head, state } = await run.run(plan.begins)
    this.#head = head === this.head ? this.#head : { hash: head, number: inputs.number }
    this.#state = state
    return outcome
  }

  /** The first block is current again; what was written on top of it stays until it is written over. */
  async restart(): Promise<void> {
    this.#head = this.#base
    this.#state = undefined
  }

  /** The youngest ancestor of the base with a lower number, but not the genesis: what follows that is like no other block. */
  async #ancestorBefore(number: number): Promise<BlockPlace | undefined> {
    const { rpc } = this.context
    let place = this.#base
    while (place.number >= number && place.number > 1) {
      const { parentHash } = await rpc.header(place.hash)
      place = { hash: parentHash, number: (await rpc.header(parentHash)).number }
    }
    return place.number > 0 && place.number < number ? place : undefined
  }

  /** Makes the base current again, with the state that the head has. */
  async #goBack(state: Snapshot): Promise<void> {
    const { rpc } = this.context
    const before = await takeSnapshot(rpc, this.#base.hash)
    await rpc.setStorage(changesBetween(before, state), this.#base.hash)
    this.#head = this.#base
  }
}

function tooLow({ number }: BlockInputs): BlockOutcome {
  return { kind: "unable", reason: `there is no block before number ${number} that it could be made on` }
}
