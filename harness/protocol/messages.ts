import type { BlockAnswer, BlockRequest } from "../../reference/interface/modelSession.js"
import type { Answer } from "../../reference/interface/publicFunction.js"
import type { Json, JsonObject } from "../../reference/interface/valueType.js"

/** The version of the protocol that this harness speaks. */
export const PROTOCOL_VERSION = 1

/** What an implementation does beyond functions: single transitions, traces of blocks, or both. */
export type StepKind = "apply" | "trace"

/** How far from the expected value each quantity may be, in units of its last place, as decimal strings. */
export interface Tolerances {
  readonly [quantity: string]: string
}

/** What an implementation says of itself. */
export interface Handshake {
  readonly name: string
  readonly version: string
  readonly protocol: number
  readonly forks: readonly string[]
  /** Chapters that it covers; all when left out. */
  readonly chapters?: readonly string[]
  /** Functions that it covers, by name or as `chapter.*`; all of its chapters when left out. */
  readonly functions?: readonly string[]
  /** Block steps that it covers; none when left out. */
  readonly steps?: readonly StepKind[]
  /** Functions that it computes inexactly, by name or as `chapter.*`: they are judged within tolerances. */
  readonly approximate?: readonly string[]
  /** Tolerances of its own by function, for quantities to which the vector gives none. */
  readonly tolerances?: { readonly [functionName: string]: Tolerances }
}

export interface CallParams {
  readonly fork: string
  readonly function: string
  readonly input: Json
}

export interface ApplyParams extends BlockRequest {
  readonly fork: string
  readonly state: Json
}

export interface LoadParams {
  readonly fork: string
  readonly state: Json
}

export interface ReadParams {
  readonly items?: readonly string[]
}

/** The protocol's methods: what each takes and gives. */
export interface Methods {
  readonly handshake: { readonly params: { readonly protocol: number }; readonly result: Handshake }
  readonly call: { readonly params: CallParams; readonly result: Answer }
  readonly apply: { readonly params: ApplyParams; readonly result: BlockAnswer }
  readonly load: { readonly params: LoadParams; readonly result: null }
  readonly step: { readonly params: BlockRequest; readonly result: BlockAnswer }
  readonly read: { readonly params: ReadParams; readonly result: JsonObject }
}

export type MethodName = keyof Methods

export const METHOD_NAMES = ["handshake", "call", "apply", "load", "step", "read"] as const satisfies MethodName[]

/** Error codes of the answers: those of JSON-RPC 2.0, and one of the protocol's own. */
export const ErrorCode = {
  parse: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internal: -32603,
  /** The implementation does not cover what was asked; `data.reason` says why. */
  unsupported: -32001,
} as const
