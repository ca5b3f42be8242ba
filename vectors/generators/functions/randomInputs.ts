import { createHash } from "node:crypto"
import fc from "fast-check"
import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import type { JsonObject } from "../../../reference/interface/valueType.js"
import type { FunctionCases } from "./functionCases.js"

/** The seed of a function's random inputs: fixed by its name, so that the inputs of one don't depend on another. */
export function seedOf({ name }: PublicFunction): number {
  return createHash("sha256").update(name).digest().readInt32BE(0)
}

/** The first `count` random inputs of a function. More of them begin with the same ones. */
export function randomInputs(
  declared: PublicFunction,
  { arbitrary }: FunctionCases,
  count: number,
): readonly JsonObject[] {
  return fc.sample(arbitrary, { seed: seedOf(declared), numRuns: count })
}
