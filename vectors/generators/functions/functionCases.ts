import type fc from "fast-check"
import type { Tolerances } from "../../../harness/protocol/messages.js"
import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import type { Json, JsonObject, TypeDescription } from "../../../reference/interface/valueType.js"

/** A listed boundary of a function. */
export interface BoundaryCase {
  /** What stands at which boundary, for a person. No two of a function are the same. */
  readonly name: string
  readonly input: JsonObject
  /** The refusals that the input earns, the one that wins first, when it breaks more than one rule. */
  readonly breaks?: readonly string[]
}

/** An input whose answer was given by the chain's own code. */
export interface KnownCase {
  /** Where the value is from. */
  readonly name: string
  readonly input: JsonObject
  readonly expect: { readonly ok: Json } | { readonly error: string }
}

/** What there is to make the vectors of a function from. */
export interface FunctionCases {
  readonly boundaries: readonly BoundaryCase[]
  readonly known: readonly KnownCase[]
  /** Inputs in their JSON form, of which the selection keeps those that reach something new. */
  readonly arbitrary: fc.Arbitrary<JsonObject>
  /** Of how many random inputs the selection chooses. */
  readonly candidates: number
  /** How far from the model's an inexact answer to an input may be; of most functions it may not be at all. */
  readonly tolerances?: (input: JsonObject) => Tolerances
}

/** What a chapter says of a function: it takes the place of what follows from the function's types. */
export interface OwnCases extends Partial<FunctionCases> {
  /** Narrower types of parameters, where the rule is only asked within them. */
  readonly types?: { readonly [parameter: string]: TypeDescription }
}

/** The cases of one chapter. */
export type ChapterCases = (declared: PublicFunction) => OwnCases
