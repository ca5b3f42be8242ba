import { Integer, ONE } from "../integers/integer"
import { panic } from "../protocol/refusal"
import { FixedFormat } from "./fixedFormat"

const FRACTION_BITS = 52
const EXPONENT_MASK: u64 = 0x7ff
const BIAS = 1023

/**
 * The number of a format that is nearest to an IEEE 754 double, given by its bits.
 *
 * @clause numbers-18
 */
export function fromDoubleBits(format: FixedFormat, bits: u64): Integer {
  const exponent = <i32>((bits >> FRACTION_BITS) & EXPONENT_MASK)
  const fraction = bits & (((<u64>1) << FRACTION_BITS) - 1)
  if (exponent == <i32>EXPONENT_MASK) panic()
  const hidden: u64 = exponent == 0 ? 0 : (<u64>1) << FRACTION_BITS
  const magnitude = scaledToEven(
    Integer.ofU64(fraction | hidden),
    max(exponent, 1) - BIAS - FRACTION_BITS + format.places,
  )
  return format.saturate(bits >> 63 != 0 ? -magnitude : magnitude)
}

/** @clause numbers-18 */
export function fromDouble(format: FixedFormat, value: f64): Integer {
  return fromDoubleBits(format, reinterpret<u64>(value))
}

/** value · 2^exponent, to the nearest integer, a tie to the even one. */
function scaledToEven(value: Integer, exponent: i32): Integer {
  if (exponent >= 0) return value << exponent
  const floor = value >> -exponent
  const doubledRest = (value - (floor << -exponent)) << 1
  const compared = doubledRest.compareTo(Integer.powerOfTwo(-exponent))
  return compared > 0 || (compared == 0 && floor.isOdd()) ? floor + ONE : floor
}
