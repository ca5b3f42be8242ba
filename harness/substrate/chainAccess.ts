import type { Hex } from "../../reference/state/scaleTypes.js"

/** What a runtime says of itself. */
export interface RuntimeVersion {
  readonly specName: string
  readonly implName: string
  readonly specVersion: number
  readonly transactionVersion: number
  /** 0 or 1: how its trie keeps long values. */
  readonly stateVersion: number
}

/** Raw storage keys and their new SCALE values, null where the key is gone. */
export type StorageChanges = ReadonlyMap<Hex, Hex | null>

/** Who makes a call. */
export type ChainOrigin = "root" | "none" | { readonly signed: Hex }

/** One step of a block. A call is the SCALE bytes of the runtime's own call type. */
export type ChainStep = "initialize" | "finalize" | { readonly origin: ChainOrigin; readonly call: Hex }

/** What a block is told from outside. */
export interface BlockInputs {
  readonly number: number
  readonly parentHash: Hex
  /** The account that authors the block; undefined when nobody does. */
  readonly author: Hex | undefined
}

/** What one step did. */
export interface ChainStepOutcome {
  /** "ok", or the chain's name of the error: `Pallet.Name`, `Token.FundsUnavailable`, `BadOrigin`, "panic". */
  readonly result: "ok" | { readonly error: string }
  /** The SCALE bytes of each event, in the order in which they were deposited. */
  readonly events: readonly Hex[]
  /** What the step changed, without what carrying it to the chain costs: fee, nonce, the bookkeeping of extrinsics. */
  readonly changes: StorageChanges
  /** What a person should know of it: the text of a panic. */
  readonly note?: string
}

/** What came of a block: the outcome of each step, or why a chain of this kind cannot be asked for it. */
export type BlockOutcome =
  | { readonly kind: "ran"; readonly steps: readonly ChainStepOutcome[] }
  | { readonly kind: "unable"; readonly reason: string }

/** The chain is gone, or broke while it was asked; the message says how. Nothing it held can be relied on. */
export class ChainLost extends Error {}

/** The chain did not do what it was asked and is as it was before; the message says what it gave as the reason. */
export class ChainRefusal extends Error {}

/**
 * What any Substrate chain offers to the harness, whether a node at the other end of a socket or a runtime in process.
 * Everything is about the state after the current block. Every method may throw a ChainLost or a ChainRefusal.
 */
export interface ChainAccess {
  /** What the chain is, for messages: the target's own words. */
  readonly name: string
  runtimeVersion(): Promise<RuntimeVersion>
  /** The runtime's metadata, with its magic number in front. */
  metadata(): Promise<Uint8Array>
  /** The value under each of the keys, in their order; undefined where there is none. */
  read(keys: readonly Hex[]): Promise<readonly (Hex | undefined)[]>
  /** Every key that begins with the prefix, in order. */
  keysUnder(prefix: Hex): Promise<readonly Hex[]>
  /** Writes and removes raw storage, all of it or nothing. */
  write(changes: StorageChanges): Promise<void>
  /** Calls a function of a runtime API (`Core_version`) with its SCALE arguments; what it writes is dropped. */
  call(name: string, input: Uint8Array): Promise<Uint8Array>
  /**
   * Runs the steps as one block with these inputs and keeps what they leave. Steps need not begin with "initialize": a
   * chain that cannot dispatch calls outside of a whole block says so. Changes and events are those of each step alone.
   */
  runBlock(inputs: BlockInputs, steps: readonly ChainStep[]): Promise<BlockOutcome>
  /** Goes back to the state that it had when it was opened; left out where a chain cannot. */
  restart?(): Promise<void>
  /** Ends it and all that it started. */
  close(): Promise<void>
}
