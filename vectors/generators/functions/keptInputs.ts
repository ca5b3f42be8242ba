import { readFileSync } from "node:fs"
import { join } from "node:path"
import { packageFolder } from "../../../harness/packageFolder.js"
import type { Earns } from "../../../harness/runner/vector.js"

/** Of the random inputs of a function, those that are kept: their place in the sequence, and what only they have. */
export type KeptOfFunction = { readonly [index: string]: Earns }

/** By function, the random inputs that are kept. */
export type KeptInputs = { readonly [name: string]: KeptOfFunction }

/** Where the outcome of the selection is written down. */
export const KEPT_INPUTS_PATH = join(packageFolder, "vectors", "generators", "selection", "keptInputs.json")

/** The outcome of the selection: data, so that making vectors needs no measurement. */
export function readKeptInputs(): KeptInputs {
  return JSON.parse(readFileSync(KEPT_INPUTS_PATH, "utf8"))
}
