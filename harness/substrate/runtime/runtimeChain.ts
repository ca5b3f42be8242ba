import { Buffer } from "node:buffer"
import { Bytes } from "scale-ts"
import { type Hex, toHex } from "../../../reference/state/scaleTypes.js"
import {
  type BlockInputs,
  type BlockOutcome,
  type ChainAccess,
  ChainRefusal,
  type ChainStep,
  type ChainStepOutcome,
  type RuntimeVersion,
  type StorageChanges,
} from "../chainAccess.js"
import { ChainCoding } from "../coding/chainCoding.js"
import { decodeRuntimeVersion } from "../coding/runtimeVersion.js"
import { BlockBuilder } from "./blockBuilder.js"
import { forgetBlock } from "./bookkeeping.js"
import { CallDispatch, CannotDispatch } from "./callDispatch.js"
import { ChainStorage } from "./chainStorage.js"
import type { SignatureCheck } from "./hostFunctions/host.js"
import { RuntimeExecutor, RuntimePanicked } from "./runtimeExecutor.js"
import { Scenery } from "./scenery.js"

/** Where a runtime's code stands in its own storage. */
export const CODE_KEY: Hex = "0x3a636f6465"

const NO_INPUT = new Uint8Array(0)

/** A runtime in process as a chain: it is the only node, and keeps blocks in no database. */
export class RuntimeChain implements ChainAccess {
  readonly name: string
  readonly #executor: RuntimeExecutor
  readonly #metadata: Uint8Array
  readonly #storage: ChainStorage
  readonly #coding: ChainCoding
  readonly #builder: BlockBuilder
  readonly #calls: CallDispatch
  readonly #genesis: ReadonlyMap<Hex, Hex>
  readonly #version: RuntimeVersion

  /** Takes the runtime's blob and the storage to begin with. Throws a NoRuntime or a RuntimePanicked. */
  constructor(name: string, blob: Uint8Array, genesis: ReadonlyMap<Hex, Hex>, signatures: SignatureCheck = "accepted") {
    this.name = name
    this.#executor = new RuntimeExecutor(blob, signatures)
    this.#version = decodeRuntimeVersion(this.#executor.call("Core_version", NO_INPUT, "dropped"))
    this.#executor.stateVersion = this.#version.stateVersion === 0 ? 0 : 1
    this.#metadata = Bytes().dec(this.#executor.call("Metadata_metadata", NO_INPUT, "dropped"))
    this.#coding = ChainCoding.of(this.#metadata)
    this.#storage = new ChainStorage(this.#executor.storage, this.#coding)
    this.#builder = new BlockBuilder(this.#executor, this.#storage, this.#coding)
    this.#calls = new CallDispatch(this.#executor, this.#storage, this.#coding)
    this.#genesis = new Map([...genesis, [CODE_KEY, toHex(blob)]])
    this.#begin()
  }

  /** Puts the storage to begin with in place of what there is. */
  #begin(): void {
    for (const key of this.#storage.keysUnder("0x")) {
      if (!this.#genesis.has(key)) this.#storage.write(key, undefined)
    }
    for (const [key, value] of this.#genesis)
      if (key !== CODE_KEY || this.#storage.read(key) === undefined) {
        this.#storage.write(key, value)
      }
    const { specName, specVersion } = this.#version
    const upgraded = { spec_version: String(specVersion), spec_name: toHex(Buffer.from(specName)) }
    // A runtime that finds another version here would take the first block for that of its own upgrade.
    this.#storage.writeItem("System.LastRuntimeUpgrade", [], upgraded)
    this.#executor.storage.forgetHistory()
  }

  async runtimeVersion(): Promise<RuntimeVersion> {
    return this.#version
  }

  async metadata(): Promise<Uint8Array> {
    return this.#metadata
  }

  async restart(): Promise<void> {
    this.#begin()
  }

  async read(keys: readonly Hex[]): Promise<readonly (Hex | undefined)[]> {
    return keys.map((key) => this.#storage.read(key))
  }

  async keysUnder(prefix: Hex): Promise<readonly Hex[]> {
    return this.#storage.keysUnder(prefix)
  }

  async write(changes: StorageChanges): Promise<void> {
    for (const [key, value] of changes) this.#storage.write(key, value ?? undefined)
    this.#executor.storage.forgetHistory()
  }

  async call(name: string, input: Uint8Array): Promise<Uint8Array> {
    try {
      return this.#executor.call(name, input, "dropped")
    } catch (thrown) {
      if (thrown instanceof RuntimePanicked) throw new ChainRefusal(thrown.message)
      throw thrown
    }
  }

  /** The root of the trie of the whole storage. */
  stateRoot(version: 0 | 1 = this.#executor.stateVersion): Hex {
    return toHex(this.#executor.stateRoot.root(version))
  }

  async runBlock(inputs: BlockInputs, steps: readonly ChainStep[]): Promise<BlockOutcome> {
    const scenery = new Scenery(this.#storage)
    const mark = this.#storage.mark()
    this.#builder.setGenesis(scenery)
    this.#builder.setAuthor(scenery, inputs)
    if (steps[0] !== "initialize") this.#builder.setContext(scenery, inputs)
    try {
      const outcomes = steps.map((step) => this.#step(inputs, step))
      this.#close(steps, outcomes)
      scenery.remove()
      this.#executor.storage.forgetHistory()
      return { kind: "ran", steps: outcomes }
    } catch (thrown) {
      this.#storage.rollback(mark)
      if (thrown instanceof CannotDispatch) return { kind: "unable", reason: thrown.message }
      throw thrown
    }
  }

  #step(inputs: BlockInputs, step: ChainStep): ChainStepOutcome {
    if (step === "initialize") return this.#builder.initialize(inputs)
    if (step === "finalize") return this.#builder.finalize()
    return this.#calls.dispatch(step.origin, step.call)
  }

  /** A block that was begun is ended even where no step says so: the next one could not begin otherwise. */
  #close(steps: readonly ChainStep[], outcomes: readonly ChainStepOutcome[]): void {
    const begun = outcomes[steps.indexOf("initialize")]?.result === "ok"
    if (begun && !steps.includes("finalize")) {
      const { result, note } = this.#builder.finalize()
      if (result !== "ok") throw new ChainRefusal(`the block could not be ended: ${note ?? "the runtime panicked"}`)
    }
    forgetBlock(this.#storage)
  }

  async close(): Promise<void> {}
}
