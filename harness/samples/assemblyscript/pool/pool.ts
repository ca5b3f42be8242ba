import { Integer, lesser, ZERO } from "../integers/integer"
import { U64F64 } from "../numbers/fixedFormat"
import { leftFromOne, PARTS } from "../numbers/perquintill"
import { powRatioScaled } from "../numbers/powRatioScaled"
import { U64 } from "../numbers/range"
import { ScaledPower } from "../numbers/scaledPower"

/** Binary places asked of the power in a swap, and in the search of an amount. */
const PRECISION_OF_SWAP = 256
const PRECISION_OF_AMOUNT = 1024

/** A pool of fork `balancer`: its weight of TAO in parts of 10^18, its reserves in alpha rao and rao. */
export class Pool {
  readonly quoteWeight: Integer
  readonly alphaReserve: Integer
  readonly taoReserve: Integer

  constructor(quoteWeight: Integer, alphaReserve: Integer, taoReserve: Integer) {
    this.quoteWeight = quoteWeight
    this.alphaReserve = alphaReserve
    this.taoReserve = taoReserve
  }

  /** @clause pool-01 */
  baseWeight(): Integer {
    return leftFromOne(this.quoteWeight)
  }

  /** The same pool after amounts went in; a negative amount came out. Reserves stop at the bounds of u64. */
  after(alphaIn: Integer, taoIn: Integer): Pool {
    return new Pool(this.quoteWeight, U64.saturate(this.alphaReserve + alphaIn), U64.saturate(this.taoReserve + taoIn))
  }
}

/**
 * Rao per alpha rao, U64F64.
 *
 * @clause pool-02
 */
export function currentPrice(pool: Pool): Integer {
  const weights = U64F64.safeDiv(U64F64.ofInteger(pool.baseWeight()), U64F64.ofInteger(pool.quoteWeight))
  const reserves = U64F64.safeDiv(U64F64.ofInteger(pool.taoReserve), U64F64.ofInteger(pool.alphaReserve))
  return U64F64.saturatingMul(weights, reserves)
}

/** A number of parts of 10^18 (u64) as U64F64. */
function fromPartsToFixed(parts: Integer): Integer {
  return U64F64.safeDiv(U64F64.ofInteger(parts), U64F64.ofInteger(PARTS))
}

/**
 * The part of the other reserve that a swap leaves, U64F64.
 *
 * @clause pool-03
 */
export function fractionKept(reserve: Integer, paidIn: Integer, weightIn: Integer, weightOut: Integer): Integer {
  const sum = U64.saturate(reserve + paidIn)
  if (sum.isZero()) return ZERO
  const power = powRatioScaled(new ScaledPower(reserve, sum, weightIn, weightOut, PARTS), PRECISION_OF_SWAP)
  if (power === null || !U64.includes(power)) return ZERO
  return lesser(fromPartsToFixed(power), U64F64.one)
}

/** @clause pool-04 */
function paidOut(reserve: Integer, kept: Integer): Integer {
  const given = U64F64.saturatingMul(U64F64.ofInteger(reserve), U64F64.saturatingSub(U64F64.one, kept))
  return U64F64.toInteger(given, U64)
}

/**
 * The alpha that the pool pays for TAO.
 *
 * @clause pool-04
 */
export function buy(pool: Pool, taoIn: Integer): Integer {
  return paidOut(pool.alphaReserve, fractionKept(pool.taoReserve, taoIn, pool.quoteWeight, pool.baseWeight()))
}

/**
 * The TAO that the pool pays for alpha.
 *
 * @clause pool-04
 */
export function sell(pool: Pool, alphaIn: Integer): Integer {
  return paidOut(pool.taoReserve, fractionKept(pool.alphaReserve, alphaIn, pool.baseWeight(), pool.quoteWeight))
}

/**
 * The TAO to pay in until the price is at a target above it.
 *
 * @clause pool-05
 */
export function quoteDeltaIn(pool: Pool, current: Integer, target: Integer): Integer {
  return deltaIn(pool.taoReserve, target, current, pool.baseWeight())
}

/**
 * The alpha to pay in until the price is at a target below it.
 *
 * @clause pool-05
 */
export function baseDeltaIn(pool: Pool, current: Integer, target: Integer): Integer {
  return deltaIn(pool.alphaReserve, current, target, pool.quoteWeight)
}

/** @clause pool-05 */
function deltaIn(reserve: Integer, upper: Integer, lower: Integer, weight: Integer): Integer {
  const power = powRatioScaled(new ScaledPower(upper, lower, weight, PARTS, PARTS), PRECISION_OF_AMOUNT)
  if (power === null) return ZERO
  const growth = U64F64.saturatingSub(fromPartsToFixed(U64.saturate(power)), U64F64.one)
  return U64F64.toInteger(U64F64.saturatingMul(U64F64.ofInteger(reserve), growth), U64)
}
