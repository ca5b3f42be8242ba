import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import type { TypeDescription } from "../../../reference/interface/valueType.js"
import { coinbaseCases } from "../coinbase/coinbaseCases.js"
import { consensusCases } from "../consensus/consensusCases.js"
import { emissionCases } from "../emission/emissionCases.js"
import { numbersCases } from "../numbers/numbersCases.js"
import { storageCases, worksOnStorage } from "../onStorage/storageCases.js"
import { poolCases } from "../pool/poolCases.js"
import { rootCases } from "../root/rootCases.js"
import { weightsCases } from "../weights/weightsCases.js"
import type { ChapterCases, FunctionCases } from "./functionCases.js"
import { fieldsArbitrary } from "./typeArbitrary.js"
import { typeBoundaries } from "./typeBoundaries.js"

const CANDIDATES = 60

/** The chapters that say more of their functions than their types do. */
const CHAPTERS: ReadonlyMap<string, ChapterCases> = new Map([
  ["numbers", numbersCases],
  ["consensus", consensusCases],
  ["emission", emissionCases],
  ["pool", poolCases],
  ["coinbase", coinbaseCases],
  ["root", rootCases],
  ["weights", weightsCases],
])

function describedTypes({ parameters }: PublicFunction): { readonly [parameter: string]: TypeDescription } {
  return Object.fromEntries(Object.entries(parameters).map(([name, { describe }]) => [name, describe]))
}

/** What the vectors of a function are made from. */
export function casesOf(declared: PublicFunction): FunctionCases {
  const own = worksOnStorage(declared) ? storageCases(declared) : (CHAPTERS.get(declared.chapter)?.(declared) ?? {})
  const types = { ...describedTypes(declared), ...own.types }
  return {
    boundaries: own.boundaries ?? typeBoundaries(types),
    known: own.known ?? [],
    arbitrary: own.arbitrary ?? fieldsArbitrary(types),
    candidates: own.candidates ?? CANDIDATES,
    ...(own.tolerances === undefined ? {} : { tolerances: own.tolerances }),
  }
}
