import { U64F64, U96F32 } from "../numbers/formats.js"
import { U64, U128 } from "../numbers/integers.js"
import { type ConstantProductPool, constantProductPrice } from "./constantProduct.js"

const RAO_PER_TAO = 1_000_000_000n

/**
 * The most rao (u64) that can be staked into a constant-product pool up to a limit (rao per alpha, u64):
 * limit × A ÷ 10^9 − T. None when the limit is zero, a reserve is empty, or the limit is below the price, of which
 * the whole rao per alpha rao alone count.
 *
 * @clause pool-33
 * @source rao:pallets/subtensor/src/staking/add_stake.rs:176
 */
export function constantProductMaxToAdd(pool: ConstantProductPool, limitPrice: bigint): bigint {
  const { alphaReserve, taoReserve } = pool
  if (alphaReserve === 0n || taoReserve === 0n || limitPrice === 0n) return 0n
  const wholePrice = U96F32.saturatingToU128(constantProductPrice(pool))
  if (limitPrice < U128.saturatingMul(wholePrice, RAO_PER_TAO)) return 0n
  const reserveAtLimit = U128.safeDiv(U128.saturatingMul(limitPrice, alphaReserve), RAO_PER_TAO)
  return U64.saturatingFrom(U128.saturatingSub(reserveAtLimit, taoReserve))
}

/**
 * The most alpha rao (u64) that can be unstaked from a constant-product pool down to a limit (rao per alpha, u64):
 * T × 10^9 ÷ limit − A. All for a limit of zero; none when a reserve is empty or the limit is not below the price, cut to
 * whole rao per alpha.
 *
 * @clause pool-33
 * @source rao:pallets/subtensor/src/staking/remove_stake.rs:381
 */
export function constantProductMaxToRemove(
  { alphaReserve, taoReserve }: ConstantProductPool,
  limitPrice: bigint,
): bigint {
  if (alphaReserve === 0n || taoReserve === 0n) return 0n
  if (limitPrice === 0n) return U64.MAX
  const taoScaled = U128.saturatingMul(taoReserve, RAO_PER_TAO)
  if (limitPrice >= U128.safeDiv(taoScaled, alphaReserve)) return 0n
  return U64.saturatingFrom(U128.saturatingSub(U128.safeDiv(taoScaled, limitPrice), alphaReserve))
}

/**
 * The most alpha rao (u64) that can go from one constant-product pool to another before the price of the first's alpha in
 * the second's falls below a limit, which is 10^9 times that price (u64).
 *
 * @clause pool-34
 * @source rao:pallets/subtensor/src/staking/move_stake.rs:400
 */
export function constantProductMaxToMove(
  from: ConstantProductPool,
  to: ConstantProductPool,
  limitPrice: bigint,
): bigint {
  if ([from.taoReserve, to.taoReserve, from.alphaReserve, to.alphaReserve].includes(0n)) return 0n
  const perTao = U64F64.saturatingFromInteger(RAO_PER_TAO)
  const limit = U64F64.checkedDiv(U64F64.saturatingFromInteger(limitPrice), perTao) ?? U64F64.ZERO
  const price = U96F32.safeDiv(constantProductPrice(from), constantProductPrice(to))
  if (isAbove(limit, price)) return 0n
  return limitPrice === 0n ? U64.MAX : amountToLimit(from, to, limit)
}

/** Whether a U64F64 is above a U96F32: their bits are compared on the finer grid. */
function isAbove(fine: U64F64, coarse: U96F32): boolean {
  return fine > coarse << (U64F64.fractionShift - U96F32.fractionShift)
}

/**
 * A2 × (T1 ÷ (T1 + T2)) ÷ limit − A1 × (T2 ÷ (T1 + T2)): alpha rao, floored, at least zero.
 *
 * @clause pool-34
 * @source rao:pallets/subtensor/src/staking/move_stake.rs:489
 */
export function amountToLimit(from: ConstantProductPool, to: ConstantProductPool, limit: U64F64): bigint {
  const tao1 = U64F64.saturatingFromInteger(from.taoReserve)
  const tao2 = U64F64.saturatingFromInteger(to.taoReserve)
  const sum = U64F64.saturatingAdd(tao2, tao1)
  const gained = U64F64.saturatingMul(U64F64.saturatingFromInteger(to.alphaReserve), U64F64.safeDiv(tao1, sum))
  const held = U64F64.saturatingMul(U64F64.saturatingFromInteger(from.alphaReserve), U64F64.safeDiv(tao2, sum))
  return U64F64.saturatingToU64(U64F64.saturatingSub(U64F64.safeDiv(gained, limit), held))
}
