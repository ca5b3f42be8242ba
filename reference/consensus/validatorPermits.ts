import { I32F32 } from "../numbers/formats.js"

/**
 * Which elements are among the k largest. Of equal elements those with the higher index win. A vector shorter than k has
 * room for all.
 *
 * @param k how many may be chosen
 * @clause consensus-71
 * @source rao:pallets/subtensor/src/epoch/math.rs:235
 */
export function isTopk(vector: readonly I32F32[], k: number): boolean[] {
  const chosen = vector.map(() => true)
  if (vector.length < k) return chosen
  for (const index of ascending(vector).slice(0, vector.length - k)) chosen[index] = false
  return chosen
}

/**
 * Which elements are among the k largest and not zero.
 *
 * @param k how many may be chosen
 * @clause consensus-06
 * @source pallets/subtensor/src/epoch/math.rs:227
 */
export function isTopkNonzero(vector: readonly I32F32[], k: number): boolean[] {
  return isTopk(vector, k).map((isTop, index) => isTop && vector[index] !== I32F32.ZERO)
}

function ascending(vector: readonly I32F32[]): number[] {
  return Array.from(vector.entries())
    .sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([index]) => index)
}

/**
 * The permits with the subnet owner's set, if it is a neuron that has a place among them.
 *
 * @clause consensus-06
 * @source pallets/subtensor/src/epoch/run_epoch.rs:661
 */
export function withOwnerPermit(permits: readonly boolean[], ownerUid: number | undefined): boolean[] {
  return permits.map((permit, uid) => permit || uid === ownerUid)
}
