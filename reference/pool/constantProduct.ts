import { U96F32, U110F18 } from "../numbers/formats.js"

/** What a pool of fork rao holds: its product stays as it is when it swaps. */
export interface ConstantProductPool {
  /** Alpha rao, u64. */
  readonly alphaReserve: bigint
  /** Rao, u64. */
  readonly taoReserve: bigint
}

/** A swap may leave no less than this in the reserve that it takes from, in rao or alpha rao. */
const MINIMUM_LIQUIDITY = U110F18.saturatingFromInteger(10_000_000n)

/**
 * The price of alpha in a constant-product pool: TAO reserve ÷ alpha reserve, in rao per alpha rao (U96F32), truncated;
 * zero for an empty alpha reserve.
 *
 * @clause pool-30
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:33
 */
export function constantProductPrice({ alphaReserve, taoReserve }: ConstantProductPool): U96F32 {
  const tao = U96F32.saturatingFromInteger(taoReserve)
  return U96F32.checkedDiv(tao, U96F32.saturatingFromInteger(alphaReserve)) ?? U96F32.ZERO
}

/**
 * Alpha rao (u64) that a constant-product pool pays for taoIn rao (u64): floor(A − A × T ÷ (T + taoIn)). Nothing if less
 * than 10^7 alpha rao would be left: the pool then pays none.
 *
 * @clause pool-31
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:624
 */
export function constantProductBuy(
  { alphaReserve, taoReserve }: ConstantProductPool,
  taoIn: bigint,
): bigint | undefined {
  return amountOut(taoReserve, alphaReserve, taoIn)
}

/**
 * Rao (u64) that a constant-product pool pays for alphaIn alpha rao (u64): floor(T − A × T ÷ (A + alphaIn)). Nothing if
 * less than 10^7 rao would be left: the pool then pays none.
 *
 * @clause pool-31
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:663
 */
export function constantProductSell(
  { alphaReserve, taoReserve }: ConstantProductPool,
  alphaIn: bigint,
): bigint | undefined {
  return amountOut(alphaReserve, taoReserve, alphaIn)
}

/**
 * floor(reserveOut − reserveIn × reserveOut ÷ (reserveIn + amountIn)) in U110F18. The quotient is cut, so what is paid
 * out can be one more than exact.
 *
 * @clause pool-31
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:636
 */
function amountOut(reserveIn: bigint, reserveOut: bigint, amountIn: bigint): bigint | undefined {
  const before = U110F18.saturatingFromInteger(reserveIn)
  const paying = U110F18.saturatingFromInteger(reserveOut)
  const product = U110F18.saturatingMul(paying, before)
  const after = U110F18.saturatingAdd(before, U110F18.saturatingFromInteger(amountIn))
  const left = U110F18.safeDiv(product, after)
  if (left < MINIMUM_LIQUIDITY) return undefined
  return U110F18.saturatingToU64(U110F18.saturatingSub(paying, left))
}
