import { U96F32 } from "../numbers/formats.js"
import { U16 } from "../numbers/integers.js"

const ALL = U96F32.saturatingFromInteger(U16.MAX)

/**
 * A u16 read as a fraction of 65535: takes and the owner's cut.
 *
 * @clause coinbase-07
 * @clause coinbase-34
 * @source pallets/subtensor/src/utils/misc.rs:750
 */
export function fractionOfU16(value: number): U96F32 {
  return U96F32.safeDiv(U96F32.saturatingFromInteger(value), ALL)
}
