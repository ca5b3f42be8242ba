import { Integer } from "../integers/integer"
import { U64F64 } from "../numbers/fixedFormat"
import { floor, frac } from "../numbers/fixedRounding"
import { dividedRounding, fromRational, PARTS } from "../numbers/perquintill"
import { U64, U128 } from "../numbers/range"
import { Pool } from "./pool"

/** The weights that a pool may have, in parts of 10^18. */
const LEAST_WEIGHT = Integer.of(10_000_000_000_000_000)
const EVEN_WEIGHT = Integer.of(500_000_000_000_000_000)

/** @clause pool-01 */
function weightAllowed(quoteWeight: Integer): bool {
  return quoteWeight >= LEAST_WEIGHT && quoteWeight <= PARTS - LEAST_WEIGHT
}

/**
 * The weight of TAO that leaves the price as it is when liquidity is added.
 *
 * @clause pool-06
 */
export function updatedWeights(pool: Pool, taoAdded: Integer, alphaAdded: Integer): Integer | null {
  const ofAlpha = weighted(pool.baseWeight(), pool.taoReserve * (pool.alphaReserve + alphaAdded))
  const ofTao = weighted(pool.quoteWeight, pool.alphaReserve * (pool.taoReserve + taoAdded))
  const whole = U128.saturate(ofAlpha + ofTao)
  const weight = whole.isZero() ? EVEN_WEIGHT : fromRational(ofTao, whole)
  return weightAllowed(weight) ? weight : null
}

/** @clause pool-06 */
function weighted(weight: Integer, product: Integer): Integer {
  return dividedRounding(weight * U128.saturate(product), PARTS, "nearestTiesUp")
}

/**
 * The weight of TAO with which reserves have a price.
 *
 * @clause pool-07
 */
export function weightForPrice(price: Integer, alphaReserve: Integer, taoReserve: Integer): Integer | null {
  const ofWhole = U64F64.toInteger(floor(U64F64, price), U64) * alphaReserve
  const product = U64F64.saturatingMul(U64F64.ofInteger(alphaReserve), frac(U64F64, price))
  const sum = U128.saturate(ofWhole + U64F64.toInteger(product, U128) + taoReserve)
  if (sum.isZero()) return null
  const weight = fromRational(taoReserve, sum)
  return weightAllowed(weight) ? weight : null
}
