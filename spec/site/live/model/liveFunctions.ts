import { coinbaseFunctions } from "../../../../reference/coinbase/functions.js"
import { consensusFunctions } from "../../../../reference/consensus/functions.js"
import { emissionFunctions } from "../../../../reference/emission/functions.js"
import type { PublicFunction } from "../../../../reference/interface/publicFunction.js"
import { poolFunctions } from "../../../../reference/pool/functions.js"
import { rootFunctions } from "../../../../reference/root/functions.js"

const chapters: readonly (readonly PublicFunction[])[] = [
  emissionFunctions,
  poolFunctions,
  consensusFunctions,
  coinbaseFunctions,
  rootFunctions,
]

/** The rules that the pages run, by name. */
export const liveFunctions: ReadonlyMap<string, PublicFunction> = new Map(
  chapters.flat().map((declared) => [declared.name, declared]),
)
