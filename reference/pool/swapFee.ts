import { U64F64 } from "../numbers/formats.js"
import { U16 } from "../numbers/integers.js"

const WHOLE = U64F64.saturatingFromInteger(U16.MAX)

/**
 * The fee in an amount (u64) of which it is a part: floor(amount × rate ÷ 65535), the rate (u16) divided first and
 * truncated at 2^−64.
 *
 * @clause pool-08
 * @source pallets/swap/src/pallet/impls.rs:254
 */
export function feeAmount(amount: bigint, feeRate: number): bigint {
  const rate = U64F64.safeDiv(U64F64.saturatingFromInteger(feeRate), WHOLE)
  return U64F64.saturatingToU64(U64F64.saturatingMul(U64F64.saturatingFromInteger(amount), rate))
}

/**
 * The fee on top of an amount (u64) that comes without it: floor(amount × (rate ÷ (65535 − rate))). Zero at a rate of
 * 65535.
 *
 * @clause pool-08
 * @source pallets/swap/src/pallet/swap_step.rs:102
 */
export function feeOnTop(amount: bigint, feeRate: number): bigint {
  const rate = U64F64.saturatingFromInteger(feeRate)
  const ratio = U64F64.safeDiv(rate, U64F64.saturatingSub(WHOLE, rate))
  return U64F64.saturatingToU64(U64F64.saturatingMul(U64F64.saturatingFromInteger(amount), ratio))
}
