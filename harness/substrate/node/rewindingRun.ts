import type { Hex } from "../../../reference/state/scaleTypes.js"
import type { BlockInputs, BlockOutcome, ChainStepOutcome, StorageChanges } from "../chainAccess.js"
import { disturbance, emptyBlock } from "./beginningOfBlock.js"
import { type MadeBlock, placeIn } from "./blockMakers.js"
import { tellsOfBlock } from "./bookkeeping.js"
import { CarriageLedger } from "./carriageLedger.js"
import { carriedStep } from "./carriedStep.js"
import { type Equipment, equipmentFor } from "./equipment.js"
import { type NodeContext, whyInvalid } from "./nodeContext.js"
import { nonceOf } from "./nonce.js"
import { type Carriage, signedExtrinsic } from "./signing.js"
import { changesBetween, type Snapshot, takeSnapshot, withChanges } from "./snapshot.js"
import { storageCalls, sudoExtrinsics } from "./sudoWrites.js"

/** A block's outcome, the block that is current after it, and the state then. */
export interface RunResult {
  readonly outcome: BlockOutcome
  readonly head: Hex
  readonly state: Snapshot
}

/** The block as it stands after some of the calls. */
interface Stage extends MadeBlock {
  readonly extrinsics: readonly Hex[]
  readonly state: Snapshot
}

const PANIC: ChainStepOutcome = {
  result: { error: "panic" },
  events: [],
  changes: new Map(),
  note: "the node could not apply the extrinsic, though it was valid before",
}

/**
 * A block on a node that can build on any block and be written to. To see what each step does alone, the block is made
 * once without calls, once with the first, once with the first two, and so on, always on the same parent.
 */
export class RewindingRun {
  readonly #context: NodeContext
  readonly #inputs: BlockInputs
  readonly #parent: Hex
  readonly #start: Snapshot
  readonly #calls: readonly Carriage[]
  readonly #equipment: Equipment
  readonly #ledger: CarriageLedger
  readonly #steps: ChainStepOutcome[] = []

  constructor(context: NodeContext, inputs: BlockInputs, parent: Hex, start: Snapshot, calls: readonly Carriage[]) {
    this.#context = context
    this.#inputs = inputs
    this.#parent = parent
    this.#start = start
    this.#calls = calls
    this.#equipment = equipmentFor(context.chain, start, calls)
    this.#ledger = new CarriageLedger(context.chain.coding, start, this.#equipment)
  }

  /** Runs the calls, after the beginning of the block if that is one of the steps. */
  async run(begins: boolean): Promise<RunResult> {
    await this.#write(this.#equipment.changes)
    try {
      return await this.#runEquipped(begins)
    } finally {
      await this.#write(changesBetween(withChanges(this.#start, this.#equipment.changes), this.#start))
    }
  }

  async #write(changes: StorageChanges): Promise<void> {
    if (changes.size > 0) await this.#context.rpc.setStorage(changes, this.#parent)
  }

  async #runEquipped(begins: boolean): Promise<RunResult> {
    const { coding } = this.#context.chain
    const empty = await this.#make([])
    if (begins) {
      this.#steps.push(emptyBlock(coding, this.#inputs, empty, this.#start, this.#ledger.clean(empty.state)))
      return this.#runCalls(empty)
    }
    const quiet = this.#disturbance(empty) === undefined ? empty : await this.#undoBeginning(empty)
    const problem = this.#disturbance(quiet)
    return problem === undefined ? this.#runCalls(quiet) : this.#unable(problem)
  }

  #disturbance({ state }: Stage): string | undefined {
    return disturbance(this.#context.chain.coding, this.#start, this.#ledger.clean(state))
  }

  /** A block that begins with the sudo key undoing what beginning it has done, so that calls meet the state before it. */
  async #undoBeginning(empty: Stage): Promise<Stage> {
    const { chain } = this.#context
    const { coding, sudoAccount } = chain
    if (sudoAccount === undefined || !this.#calls.some(({ signer }) => signer === sudoAccount)) return empty
    const undone = [...changesBetween(this.#ledger.clean(empty.state), this.#start)].filter(
      ([key]) => !tellsOfBlock(key),
    )
    const calls = storageCalls(coding, new Map(undone))
    const nonce = nonceOf(coding, empty.state, sudoAccount)
    for (const _ of calls) this.#ledger.note(sudoAccount, [])
    return this.#make(sudoExtrinsics(chain, sudoAccount, calls, nonce))
  }

  /** Adds one call after the other to the block. */
  async #runCalls(begun: Stage): Promise<RunResult> {
    let stage = begun
    for (const carriage of this.#calls) {
      const next = await this.#carry(carriage, stage)
      if (typeof next === "string") return this.#unable(next)
      stage = next
    }
    const state = this.#ledger.clean(stage.state)
    await this.#context.rpc.setStorage(changesBetween(stage.state, state), stage.hash)
    return { outcome: { kind: "ran", steps: this.#steps }, head: stage.hash, state }
  }

  /** The block with one more call in it, or why the chain does not take the call. */
  async #carry(carriage: Carriage, stage: Stage): Promise<Stage | string> {
    const { chain, rpc } = this.#context
    const extrinsic = signedExtrinsic(chain, carriage, nonceOf(chain.coding, stage.state, carriage.signer))
    const next = await this.#make([...stage.extrinsics, extrinsic])
    const place = await placeIn(rpc, next.hash, extrinsic)
    if (place === undefined) return this.#leftOut(extrinsic, stage)
    const step = carriedStep(this.#context, this.#ledger, carriage, place, this.#ledger.clean(stage.state), next.state)
    if (typeof step === "string") return step
    this.#steps.push(step)
    return next
  }

  /** A valid extrinsic that is left out broke the runtime; any other was turned away. */
  async #leftOut(extrinsic: Hex, stage: Stage): Promise<Stage | string> {
    const reason = await whyInvalid(this.#context, extrinsic, stage.hash)
    if (reason !== undefined) return `the chain turned the extrinsic that carries the call away: ${reason}`
    this.#steps.push(PANIC)
    return stage
  }

  async #make(extrinsics: readonly Hex[]): Promise<Stage> {
    const { maker, rpc } = this.#context
    const made = await maker.make(this.#parent, extrinsics, this.#inputs.number)
    return { ...made, extrinsics, state: await takeSnapshot(rpc, made.hash) }
  }

  #unable(reason: string): RunResult {
    return { outcome: { kind: "unable", reason }, head: this.#parent, state: this.#start }
  }
}
