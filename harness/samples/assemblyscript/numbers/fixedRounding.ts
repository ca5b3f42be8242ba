import { Integer } from "../integers/integer"
import { FixedFormat } from "./fixedFormat"

/** @clause numbers-05 */
export function floor(format: FixedFormat, a: Integer): Integer {
  return (a >> format.places) << format.places
}

/** @clause numbers-05 */
export function ceil(format: FixedFormat, a: Integer): Integer {
  return -floor(format, -a)
}

/**
 * Half way goes away from zero.
 *
 * @clause numbers-05
 */
export function round(format: FixedFormat, a: Integer): Integer {
  const half = Integer.powerOfTwo(format.places - 1)
  return a.negative ? ceil(format, a - half) : floor(format, a + half)
}

/** @clause numbers-05 */
export function roundToZero(format: FixedFormat, a: Integer): Integer {
  return a.negative ? ceil(format, a) : floor(format, a)
}

/** @clause numbers-05 */
export function frac(format: FixedFormat, a: Integer): Integer {
  return a - floor(format, a)
}
