import type { Earns } from "../../../harness/runner/vector.js"
import type { Answer } from "../../../reference/interface/publicFunction.js"
import type { JsonObject } from "../../../reference/interface/valueType.js"

/** A vector before it has a place: an input, what the model answers, and why it is worth keeping. */
export interface Draft {
  readonly name: string
  readonly comment: string
  readonly input: JsonObject
  readonly answer: Answer
  readonly earns: Earns
  readonly confirmed: "model" | "chain"
  readonly seed?: number
  readonly breaks?: readonly string[]
}

/** The part of an id that a name becomes. */
export function slugOf(name: string): string {
  return name.replace(/[^A-Za-z0-9.]+/g, "-").replace(/^[-.]+|[-.]+$/g, "")
}
