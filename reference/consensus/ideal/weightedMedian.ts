import type { Real } from "../../numbers/ideal/realNumbers.js"
import { realSum, ZERO } from "./realMatrix.js"

/**
 * The least score at or below which there is more stake than the minority; the greatest if there is none such, and zero
 * if nobody votes.
 */
export function idealWeightedMedian(stake: readonly Real[], score: readonly Real[], minority: Real): Real {
  const ascending = score.toSorted((a, b) => a.cmp(b))
  const upTo = (limit: Real) => realSum(stake.filter((_, voter) => score[voter]?.lte(limit) ?? false))
  return ascending.find((candidate) => upTo(candidate).gt(minority)) ?? ascending.at(-1) ?? ZERO
}
