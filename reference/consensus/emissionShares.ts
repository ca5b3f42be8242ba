import { I32F32, I96F32 } from "../numbers/formats.js"
import { type AlphaBalance, alphaBalance } from "../state/primitives.js"
import { normalize, normalizeBySum, sum } from "./normalization.js"
import { elementAt } from "./sparseMatrix.js"

/** Each neuron's share of the epoch's emission. */
export interface EmissionShares {
  /** What it earns as a miner ("server"), of all emission. */
  readonly server: readonly I32F32[]
  /** What it earns as a validator, of all emission. */
  readonly validator: readonly I32F32[]
  /** Both together. */
  readonly combined: readonly I32F32[]
}

/**
 * The shares of the emission: incentive for miners, dividends for validators, divided by the sum of both. Where nobody
 * earned anything, validators share by active stake, or by stake if none is active, and miners get nothing.
 *
 * @param stake shares of all stake that reached the threshold, by uid
 * @clause consensus-21
 * @source pallets/subtensor/src/epoch/run_epoch.rs:914
 */
export function emissionShares(
  incentive: readonly I32F32[],
  dividends: readonly I32F32[],
  stake: readonly I32F32[],
  activeStake: readonly I32F32[],
): EmissionShares {
  const earned = incentive.map((share, uid) => I32F32.saturatingAdd(share, elementAt(dividends, uid, I32F32.ZERO)))
  const total = sum(earned)
  const server = normalizeBySum(incentive, total)
  if (total === I32F32.ZERO) {
    const byStake = sum(activeStake) === I32F32.ZERO ? stake : activeStake
    return { server, validator: byStake, combined: byStake }
  }
  return { server, validator: normalizeBySum(dividends, total), combined: normalize(earned) }
}

/**
 * The amounts that shares of the epoch's emission come to. What the truncation leaves over is nobody's.
 *
 * @param emission alpha rao
 * @returns alpha rao, the fraction cut off
 * @clause consensus-21
 * @source pallets/subtensor/src/epoch/run_epoch.rs:947
 */
export function shareOut(shares: readonly I32F32[], emission: AlphaBalance): AlphaBalance[] {
  const whole = I96F32.saturatingFromInteger(emission)
  return shares.map((share) => {
    const amount = I96F32.saturatingMul(I96F32.saturatingFromFixed(I32F32, share), whole)
    return alphaBalance(I96F32.saturatingToU64(amount))
  })
}
