import { Integer } from "../integers/integer"
import { U64F64 } from "../numbers/fixedFormat"
import { U64 } from "../numbers/range"

/** Rates of fees are in parts of this. */
const WHOLE_RATE = Integer.of(65_535)

/**
 * The fee in an amount that includes it.
 *
 * @clause pool-08
 */
export function feeAmount(amount: Integer, feeRate: Integer): Integer {
  return shareOfAmount(amount, feeRate, WHOLE_RATE)
}

/**
 * The fee on top of an amount that does not include it.
 *
 * @clause pool-08
 */
export function feeOnTop(amount: Integer, feeRate: Integer): Integer {
  return shareOfAmount(amount, feeRate, WHOLE_RATE - feeRate)
}

function shareOfAmount(amount: Integer, part: Integer, whole: Integer): Integer {
  const share = U64F64.safeDiv(U64F64.ofInteger(part), U64F64.ofInteger(whole))
  return U64F64.toInteger(U64F64.saturatingMul(U64F64.ofInteger(amount), share), U64)
}
