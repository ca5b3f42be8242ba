import { I32F32, I64F64 } from "../numbers/formats.js"
import { normalize } from "./normalization.js"
import { elementAt } from "./sparseMatrix.js"

/**
 * The stake weights of the neurons that have at least the threshold, zero for the others. The subnet's owner is never
 * left out.
 *
 * @param stakeWeights alpha rao by uid
 * @param threshold alpha rao
 * @clause consensus-05
 * @source pallets/subtensor/src/epoch/run_epoch.rs:640
 */
export function stakeAboveThreshold(
  stakeWeights: readonly I64F64[],
  threshold: bigint,
  ownerUid: number | undefined,
): I64F64[] {
  return stakeWeights.map((stake, uid) =>
    uid !== ownerUid && I64F64.saturatingToU64(stake) < threshold ? I64F64.ZERO : stake,
  )
}

/**
 * Each stake as its share of the sum; unchanged where the sum is zero.
 *
 * @returns shares, cut to 32 fraction bits
 * @clause consensus-05
 * @source pallets/subtensor/src/epoch/math.rs:277
 */
export function normalizedStake(stakes: readonly I64F64[]): I32F32[] {
  const sum = stakes.reduce((total, stake) => I64F64.add(total, stake), I64F64.ZERO)
  const shares = sum === I64F64.ZERO ? stakes : stakes.map((stake) => I64F64.safeDiv(stake, sum))
  return shares.map((share) => I32F32.saturatingFromFixed(I64F64, share))
}

/**
 * The stake of the neurons that are active and may validate, as shares of their sum; zero for the others. A neuron for
 * which the mask has no place counts as masked, but a mask without any place masks nobody.
 *
 * @clause consensus-07
 * @source pallets/subtensor/src/epoch/run_epoch.rs:688
 */
export function activeStake(
  stake: readonly I32F32[],
  active: readonly boolean[],
  permits: readonly boolean[],
): I32F32[] {
  return normalize(stakeWhere(permits, stakeWhere(active, stake)))
}

function stakeWhere(kept: readonly boolean[], stake: readonly I32F32[]): readonly I32F32[] {
  if (kept.length === 0) return stake
  return stake.map((value, uid) => (elementAt(kept, uid, false) ? value : I32F32.ZERO))
}
