import { I32F32 } from "../numbers/formats.js"

const U16_MAX = I32F32.saturatingFromInteger(65_535)

/**
 * A u16 read as a fraction of 65535: a kappa, a penalty, an alpha bound, a stored bond.
 *
 * @clause consensus-22
 * @source pallets/subtensor/src/epoch/math.rs:46
 */
export function fractionOfU16(value: number): I32F32 {
  return I32F32.safeDiv(I32F32.saturatingFromInteger(value), U16_MAX)
}

/**
 * A fraction as a u16, one being 65535. The remainder is cut off; what is outside from 0 to 1 goes to the nearer bound.
 *
 * @clause consensus-22
 * @source pallets/subtensor/src/epoch/math.rs:54
 */
export function proportionToU16(fraction: I32F32): number {
  return I32F32.saturatingToU16(I32F32.saturatingMul(fraction, U16_MAX))
}
