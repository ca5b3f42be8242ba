import { U64F64 } from "../numbers/formats.js"
import { U128 } from "../numbers/integers.js"
import { Perquintill } from "../numbers/perquintill.js"
import type { Pool } from "./pool.js"

/** The least that either weight may be: 0.01. */
export const MIN_WEIGHT: Perquintill = Perquintill.fromParts(Perquintill.ACCURACY / 100n)

/** The weight of TAO in a pool of equal weights: 0.5. */
export const EVEN_WEIGHT: Perquintill = Perquintill.fromRational(1n, 2n)

const HALF_A_PART = Perquintill.ACCURACY / 2n

/**
 * The weight of alpha: one less the weight of TAO.
 *
 * @clause pool-01
 * @source pallets/swap/src/pallet/balancer.rs:116
 */
export function baseWeight(quoteWeight: Perquintill): Perquintill {
  return Perquintill.saturatingSub(Perquintill.ONE, quoteWeight)
}

/**
 * Whether a pool may have this weight of TAO: neither weight below 0.01.
 *
 * @clause pool-01
 * @source pallets/swap/src/pallet/balancer.rs:105
 */
export function weightAllowed(quoteWeight: Perquintill): boolean {
  return baseWeight(quoteWeight) >= MIN_WEIGHT && quoteWeight >= MIN_WEIGHT
}

/**
 * The weight of TAO after taoAdded rao and alphaAdded alpha rao (u64 both) are put into the pool, such that the price
 * stays as it is. One half where both terms are zero. Nothing if the pool may not have the weight.
 *
 * @clause pool-06
 * @source pallets/swap/src/pallet/balancer.rs:259
 */
export function updatedWeight(pool: Pool, taoAdded: bigint, alphaAdded: bigint): Perquintill | undefined {
  const { quoteWeight, alphaReserve, taoReserve } = pool
  const newTao = U128.saturatingAdd(taoReserve, taoAdded)
  const newAlpha = U128.saturatingAdd(alphaReserve, alphaAdded)
  const base = weighted(baseWeight(quoteWeight), U128.saturatingMul(taoReserve, newAlpha))
  const quote = weighted(quoteWeight, U128.saturatingMul(alphaReserve, newTao))
  const sum = U128.saturatingAdd(base, quote)
  const weight = sum === 0n ? EVEN_WEIGHT : Perquintill.fromRational(quote, sum)
  return weightAllowed(weight) ? weight : undefined
}

/**
 * weight × value (u128), to the nearest, a tie up.
 *
 * @clause pool-06
 * @source pallets/swap/src/pallet/balancer.rs:232
 */
function weighted(weight: Perquintill, value: bigint): bigint {
  return (value * weight + HALF_A_PART) / Perquintill.ACCURACY
}

/**
 * The weight of TAO that gives reserves of taoReserve rao and alphaReserve alpha rao (u64 both) the price asked for:
 * y ÷ (p × x + y). Nothing if p × x + y is zero or the pool may not have the weight.
 *
 * @clause pool-07
 * @source pallets/swap/src/pallet/impls.rs:52
 */
export function weightForPrice(price: U64F64, taoReserve: bigint, alphaReserve: bigint): Perquintill | undefined {
  const whole = U128.saturatingMul(U64F64.saturatingToU64(price), alphaReserve)
  const fraction = U64F64.saturatingMul(U64F64.saturatingFromInteger(alphaReserve), U64F64.frac(price))
  const alphaValue = U128.saturatingAdd(whole, U64F64.saturatingToU128(fraction))
  const sum = U128.saturatingAdd(alphaValue, taoReserve)
  if (sum === 0n) return undefined
  const weight = Perquintill.fromRational(taoReserve, sum)
  return weightAllowed(weight) ? weight : undefined
}
