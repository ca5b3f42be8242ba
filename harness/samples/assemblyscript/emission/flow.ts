import { Integer } from "../integers/integer"
import { I64 } from "../numbers/range"

/**
 * A counter after TAO came in; the amount is read as i64.
 *
 * @clause emission-13
 */
export function flowAfterInflow(flow: Integer, tao: Integer): Integer {
  return I64.saturate(flow + I64.wrap(tao))
}

/** @clause emission-13 */
export function flowAfterOutflow(flow: Integer, tao: Integer): Integer {
  return I64.saturate(flow - I64.wrap(tao))
}
