import { Integer, mulDiv, ZERO } from "../integers/integer"
import { U64F64, U96F32 } from "../numbers/fixedFormat"
import { U64, U128 } from "../numbers/range"
import { ConstantProduct } from "./constantProduct"

/** Limits are prices times this. */
const LIMIT_UNIT = Integer.of(1_000_000_000)

/**
 * The most TAO to stake within a limit.
 *
 * @clause pool-33
 */
export function maxAmountToAdd(pool: ConstantProduct, limit: Integer): Integer {
  if (pool.lacksReserve() || limit.isZero()) return ZERO
  if (limit < U96F32.toInteger(pool.price(), U128) * LIMIT_UNIT) return ZERO
  return U64.saturate(mulDiv(limit, pool.alphaReserve, LIMIT_UNIT) - pool.taoReserve)
}

/**
 * The most alpha to unstake within a limit.
 *
 * @clause pool-33
 */
export function maxAmountToRemove(pool: ConstantProduct, limit: Integer): Integer {
  if (pool.lacksReserve()) return ZERO
  if (limit.isZero()) return U64.greatest
  if (limit >= mulDiv(pool.taoReserve, LIMIT_UNIT, pool.alphaReserve)) return ZERO
  return U64.saturate(mulDiv(pool.taoReserve, LIMIT_UNIT, limit) - pool.alphaReserve)
}

/**
 * The most alpha to move between pools within a limit.
 *
 * @clause pool-34
 */
export function maxAmountToMove(origin: ConstantProduct, destination: ConstantProduct, limit: Integer): Integer {
  if (origin.lacksReserve() || destination.lacksReserve()) return ZERO
  const limitPrice = U64F64.safeDiv(U64F64.ofInteger(limit), U64F64.ofInteger(LIMIT_UNIT))
  const price = U96F32.safeDiv(origin.price(), destination.price())
  if (limitPrice > U64F64.rescaled(price, U96F32)) return ZERO
  return limit.isZero() ? U64.greatest : amountToLimit(origin, destination, limitPrice)
}

/** @clause pool-34 */
function amountToLimit(origin: ConstantProduct, destination: ConstantProduct, limitPrice: Integer): Integer {
  const originTao = U64F64.ofInteger(origin.taoReserve)
  const destinationTao = U64F64.ofInteger(destination.taoReserve)
  const bothTao = U64F64.saturatingAdd(destinationTao, originTao)
  const ofDestination = U64F64.saturatingMul(
    U64F64.ofInteger(destination.alphaReserve),
    U64F64.safeDiv(originTao, bothTao),
  )
  const ofOrigin = U64F64.saturatingMul(U64F64.ofInteger(origin.alphaReserve), U64F64.safeDiv(destinationTao, bothTao))
  return U64F64.toInteger(U64F64.saturatingSub(U64F64.safeDiv(ofDestination, limitPrice), ofOrigin), U64)
}
