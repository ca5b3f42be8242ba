import { compact, u64 } from "scale-ts"
import type { Hex } from "../../../reference/state/scaleTypes.js"
import { fromHex, toHex } from "../../../reference/state/scaleTypes.js"
import type { BlockInputs, ChainStepOutcome } from "../chainAccess.js"
import type { ChainCoding, ChainEvent } from "../coding/chainCoding.js"
import { onlyEntry } from "../coding/enumerationCodecs.js"
import { ExtrinsicCoding } from "../coding/extrinsicCoding.js"
import { auraDigest, NO_DIGEST, startingHeader, stateRootOf } from "./blockContext.js"
import { emptyBlock, withoutBookkeeping } from "./bookkeeping.js"
import type { ChainStorage } from "./chainStorage.js"
import { type RuntimeExecutor, RuntimePanicked } from "./runtimeExecutor.js"
import { Scenery } from "./scenery.js"

/** An empty list. */
const NOBODY: Hex = "0x00"
const ACCOUNT_OF_ZEROS: Hex = `0x${"00".repeat(32)}`
const HASH_OF_ZEROS = ACCOUNT_OF_ZEROS

const NO_INPUT = new Uint8Array(0)
const EXTRINSIC_INDEX = toHex(new TextEncoder().encode(":extrinsic_index"))

/** Begins and ends blocks the way a node does. */
export class BlockBuilder {
  readonly #executor: RuntimeExecutor
  readonly #storage: ChainStorage
  readonly #coding: ChainCoding
  readonly #extrinsics: ExtrinsicCoding
  #slotDuration: bigint | undefined

  constructor(executor: RuntimeExecutor, storage: ChainStorage, coding: ChainCoding) {
    this.#executor = executor
    this.#storage = storage
    this.#coding = coding
    this.#extrinsics = new ExtrinsicCoding(coding)
  }

  /**
   * Makes the author the only one whose turn it can be. Aura has no blocks of nobody: without an author it is the turn
   * of one of those that the state names, or of the account of zeros.
   */
  setAuthor(scenery: Scenery, { author }: BlockInputs): void {
    const item = this.#coding.storage.item("Aura.Authorities")
    if (item === undefined) return
    const named = this.#storage.read(item.prefix) ?? NOBODY
    if (author !== undefined || named === NOBODY) {
      scenery.place(item.prefix, item.encodeValue([author ?? ACCOUNT_OF_ZEROS], "author"))
    }
  }

  /** Makes the chain know its first block, which every extrinsic that lives for ever names. */
  setGenesis(scenery: Scenery): void {
    const key = this.#storage.keyOf("System.BlockHash", "0")
    if (key !== undefined && this.#storage.read(key) === undefined) scenery.place(key, HASH_OF_ZEROS)
  }

  /** Sets what calls see of a block that was not begun: its number, its parent and its slot. */
  setContext(scenery: Scenery, { number, parentHash }: BlockInputs): void {
    const place = (name: string, value: Hex | undefined) => {
      const item = this.#coding.storage.item(name)
      if (item !== undefined) scenery.place(item.prefix, value)
    }
    place("System.Number", this.#encoded("System.Number", String(number)))
    place("System.ParentHash", parentHash)
    place("System.Digest", toHex(this.#digest(this.#currentSlot())))
    scenery.placeCount(EXTRINSIC_INDEX, "0x00000000")
  }

  #encoded(item: string, json: string): Hex {
    return this.#coding.storage.required(item).encodeValue(json, item)
  }

  #currentSlot(): bigint | undefined {
    const slot = this.#storage.readItem("Aura.CurrentSlot")
    return typeof slot === "string" ? BigInt(slot) : undefined
  }

  #digest(slot: bigint | undefined): Uint8Array {
    return slot === undefined ? NO_DIGEST : auraDigest(slot)
  }

  /** Begins a block in the slot after the current one, and sets the clock to that slot's start. */
  initialize(inputs: BlockInputs): ChainStepOutcome {
    return this.#phase(() => {
      const current = this.#currentSlot()
      const slot = current === undefined ? undefined : current + 1n
      emptyBlock(this.#storage)
      this.#executor.call("Core_initialize_block", startingHeader(inputs, this.#digest(slot)), "kept")
      if (slot !== undefined && this.#coding.hasCall("Timestamp.set")) this.#setClock(slot * this.#milliseconds())
      return undefined
    })
  }

  #milliseconds(): bigint {
    this.#slotDuration ??= u64.dec(this.#executor.call("AuraApi_slot_duration", NO_INPUT, "dropped"))
    return this.#slotDuration
  }

  #setClock(now: bigint): void {
    const call = this.#coding.callOfBytes("Timestamp.set", compact.enc(now))
    const answer = this.#executor.call("BlockBuilder_apply_extrinsic", this.#extrinsics.bare(call), "kept")
    if (answer.some((byte) => byte !== 0)) throw new RuntimePanicked("the runtime turned the timestamp inherent away")
  }

  /** Ends the block. The state root is noted, for those who want to compare it. */
  finalize(): ChainStepOutcome {
    return this.#phase(() => {
      emptyBlock(this.#storage)
      const scenery = new Scenery(this.#storage)
      this.#setValidationData(scenery)
      const header = this.#executor.call("BlockBuilder_finalize_block", NO_INPUT, "kept")
      scenery.remove()
      return `state root ${stateRootOf(header)}`
    })
  }

  /** A parachain does not end a block without the relay chain's data: it is given the simplest there can be. */
  #setValidationData(scenery: Scenery): void {
    const item = this.#coding.storage.item("ParachainSystem.ValidationData")
    if (item !== undefined) scenery.place(item.prefix, item.simplestValue())
  }

  #phase(run: () => string | undefined): ChainStepOutcome {
    const mark = this.#storage.mark()
    try {
      const note = run()
      const events = this.#events().filter((event) => !this.#isOfInherent(event))
      return {
        result: "ok",
        events: events.map(({ bytes }) => bytes),
        changes: withoutBookkeeping(this.#coding, this.#storage.changesSince(mark)),
        ...(typeof note === "string" ? { note } : {}),
      }
    } catch (thrown) {
      if (!(thrown instanceof RuntimePanicked)) throw thrown
      this.#storage.rollback(mark)
      return { result: { error: "panic" }, events: [], changes: new Map(), note: thrown.message }
    }
  }

  #events(): readonly ChainEvent[] {
    const item = this.#coding.storage.required("System.Events")
    const bytes = this.#storage.read(item.prefix)
    return bytes === undefined ? [] : this.#coding.decodeEvents(fromHex(bytes))
  }

  /** That the inherent itself succeeded is no news of the chain. */
  #isOfInherent({ bytes, extrinsic }: ChainEvent): boolean {
    if (extrinsic === undefined) return false
    return onlyEntry(this.#coding.decodeEvent(bytes), "event")[0] === "System.ExtrinsicSuccess"
  }
}
