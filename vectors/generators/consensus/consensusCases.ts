import type { ChapterCases } from "../functions/functionCases.js"
import { epochCases } from "./epochs.js"
import { sizedArbitrary } from "./sizedArbitrary.js"
import { sizedBoundaries } from "./sizedBoundaries.js"

const CANDIDATES = 120

/** The cases of consensus: subnets of every shape. */
export const consensusCases: ChapterCases = (declared) => {
  if (declared.name === "consensus.epoch") return epochCases(declared)
  return { boundaries: sizedBoundaries(declared), arbitrary: sizedArbitrary(declared), candidates: CANDIDATES }
}
