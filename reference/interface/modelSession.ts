import type { Json, JsonObject } from "./valueType.js"

/** One step of a block: its initialisation, its end, or a call with its origin. */
export type Step =
  | { readonly initialize: true }
  | { readonly finalize: true }
  | { readonly origin: Json; readonly call: Json }

/** A block to run: its header and its steps in order. Numbers are decimal strings, hashes and accounts hexadecimal. */
export interface BlockRequest {
  readonly blockNumber: string
  readonly parentHash: string
  readonly blockAuthor: string | null
  readonly steps: readonly Step[]
}

/** What one step gave: ok or the chain's name of the refusal, the events in order, and the storage that changed. */
export interface StepAnswer {
  readonly result: { readonly ok: Json } | { readonly error: string }
  readonly events: readonly Json[]
  readonly changes: JsonObject
  /** What a person should know of it, such as the words of a panic. It is shown and not compared. */
  readonly note?: string
}

/** What a block gave, step by step. */
export interface BlockAnswer {
  readonly steps: readonly StepAnswer[]
}

/** The model with a state of its own. */
export interface ModelSession {
  /** Takes the given storage as the state, in place of what was there. Throws a ValueError for a malformed state. */
  load(state: Json): void
  /** Runs a block on the state and keeps what it leaves. Throws a ValueError or an Unsupported. */
  step(block: BlockRequest): BlockAnswer
  /** The storage of the given items (`Pallet.Item`), or of all of them. */
  read(items: readonly string[] | undefined): JsonObject
}

/** A request that is well-formed, but that the model does not cover. */
export class Unsupported extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = "Unsupported"
  }
}
