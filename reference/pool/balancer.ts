import { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { Perquintill } from "../numbers/perquintill.js"
import { powRatioScaled } from "../numbers/powRatioScaled.js"
import type { Pool } from "./pool.js"
import { baseWeight } from "./weights.js"

/** The places of the power that amounts are computed with. */
const AMOUNT_PRECISION = 256
/** The places of the power that amounts up to a price are computed with. */
const PRICE_PRECISION = 1_024

const ACCURACY = U64F64.saturatingFromInteger(Perquintill.ACCURACY)

/**
 * The price of alpha: (base weight ÷ quote weight) × (TAO reserve ÷ alpha reserve), in rao per alpha rao (U64F64).
 * Each division truncates and gives zero for a zero divisor; the product floors.
 *
 * @clause pool-02
 * @source pallets/swap/src/pallet/balancer.rs:220
 */
export function currentPrice({ quoteWeight, alphaReserve, taoReserve }: Pool): U64F64 {
  const quote = U64F64.saturatingFromInteger(quoteWeight)
  const base = U64F64.saturatingFromInteger(baseWeight(quoteWeight))
  const alpha = U64F64.saturatingFromInteger(alphaReserve)
  const tao = U64F64.saturatingFromInteger(taoReserve)
  return U64F64.saturatingMul(U64F64.safeDiv(base, quote), U64F64.safeDiv(tao, alpha))
}

/**
 * Alpha rao (u64) that the pool pays for taoIn rao (u64): x × (1 − (y ÷ (y + taoIn))^(w2 ÷ w1)), floored.
 *
 * @clause pool-04
 * @source pallets/swap/src/pallet/swap_step.rs:168
 */
export function buy({ quoteWeight, alphaReserve, taoReserve }: Pool, taoIn: bigint): bigint {
  const kept = fractionKept(taoReserve, taoIn, quoteWeight, baseWeight(quoteWeight))
  return paidOut(alphaReserve, kept)
}

/**
 * Rao (u64) that the pool pays for alphaIn alpha rao (u64): y × (1 − (x ÷ (x + alphaIn))^(w1 ÷ w2)), floored.
 *
 * @clause pool-04
 * @source pallets/swap/src/pallet/swap_step.rs:212
 */
export function sell({ quoteWeight, alphaReserve, taoReserve }: Pool, alphaIn: bigint): bigint {
  const kept = fractionKept(alphaReserve, alphaIn, baseWeight(quoteWeight), quoteWeight)
  return paidOut(taoReserve, kept)
}

/**
 * reserve × (1 − kept), floored to a u64.
 *
 * @clause pool-04
 * @source pallets/swap/src/pallet/swap_step.rs:168
 */
function paidOut(reserve: bigint, kept: U64F64): bigint {
  const fraction = U64F64.saturatingSub(U64F64.ONE, kept)
  return U64F64.saturatingToU64(U64F64.saturatingMul(U64F64.fromInteger(reserve), fraction))
}

/**
 * The fraction of the output reserve that stays: (reserve ÷ (reserve + paidIn))^(weightIn ÷ weightOut) in parts of
 * 10^18, as U64F64, at most one. Zero where the power gives nothing or no u64, and for an empty reserve.
 *
 * @clause pool-03
 * @source pallets/swap/src/pallet/balancer.rs:139
 */
export function fractionKept(reserve: bigint, paidIn: bigint, weightIn: Perquintill, weightOut: Perquintill): U64F64 {
  const after = U64.saturatingAdd(reserve, paidIn)
  if (after === 0n) return U64F64.ZERO
  const scaled = powRatioScaled(reserve, after, weightIn, weightOut, AMOUNT_PRECISION, Perquintill.ACCURACY)
  const parts = scaled === undefined ? undefined : U64.checkedFrom(scaled)
  if (parts === undefined) return U64F64.ZERO
  return U64F64.min(U64F64.safeDiv(U64F64.saturatingFromInteger(parts), ACCURACY), U64F64.ONE)
}

/**
 * Rao (u64) to pay in until the price, now `current`, is `target`: y × ((target ÷ current)^w1 − 1), floored. Zero if the
 * current price is zero or the target is not above it.
 *
 * @clause pool-05
 * @source pallets/swap/src/pallet/balancer.rs:303
 */
export function quoteDeltaIn(pool: Pool, current: U64F64, target: U64F64): bigint {
  return deltaIn(pool.taoReserve, target, current, baseWeight(pool.quoteWeight))
}

/**
 * Alpha rao (u64) to pay in until the price, now `current`, is `target`: x × ((current ÷ target)^w2 − 1), floored. Zero
 * if the target is zero or not below the current price.
 *
 * @clause pool-05
 * @source pallets/swap/src/pallet/balancer.rs:348
 */
export function baseDeltaIn(pool: Pool, current: U64F64, target: U64F64): bigint {
  return deltaIn(pool.alphaReserve, current, target, pool.quoteWeight)
}

/**
 * reserve × ((numerator ÷ denominator)^weight − 1), floored to a u64.
 *
 * @clause pool-05
 * @source pallets/swap/src/pallet/balancer.rs:303
 */
function deltaIn(reserve: bigint, numerator: U64F64, denominator: U64F64, weight: Perquintill): bigint {
  const { ACCURACY: scale } = Perquintill
  const scaled = powRatioScaled(numerator, denominator, weight, scale, PRICE_PRECISION, scale)
  if (scaled === undefined) return 0n
  const parts = U64F64.saturatingFromInteger(U64.saturatingFrom(scaled))
  const growth = U64F64.saturatingSub(U64F64.safeDiv(parts, ACCURACY), U64F64.ONE)
  return U64F64.saturatingToU64(U64F64.saturatingMul(U64F64.saturatingFromInteger(reserve), growth))
}
