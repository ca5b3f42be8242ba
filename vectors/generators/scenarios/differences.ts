import { compare } from "../../../harness/runner/compare.js"
import type { Json } from "../../../reference/interface/valueType.js"
import type { TransitionInput } from "./situation.js"

/** The single inputs, as beginnings of paths: a stored value, an argument of a call, an origin; else the first name. */
const SINGLE_INPUTS = [
  /^state(?:\.\w+|\["[^"]*"\]){1,2}/,
  /^steps\[\d+\]\.call(?:\.\w+|\["[^"]*"\])(?:\.\w+)?/,
  /^steps\[\d+\]\.\w+/,
  /^\w+/,
]

function singleInput(path: string): string {
  const words = path.replace(/^\./, "")
  for (const pattern of SINGLE_INPUTS) {
    const found = pattern.exec(words)
    if (found !== null) return found[0]
  }
  return words
}

function json(input: TransitionInput): Json {
  return JSON.parse(JSON.stringify(input))
}

/** The paths of the single inputs in which two transitions differ. */
export function differingInputs(one: TransitionInput, other: TransitionInput): readonly string[] {
  const { differences } = compare("", json(one), json(other))
  return [...new Set(differences.map(({ path }) => singleInput(path)))]
}
