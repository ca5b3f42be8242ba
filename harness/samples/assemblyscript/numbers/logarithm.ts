import { Integer, ONE } from "../integers/integer"
import { FixedFormat } from "./fixedFormat"

/** log2(e), truncated to 23 binary places. */
const LOG2_E = Integer.of(12_102_203)
const CONSTANT_PLACES = 23

/** A constant of 23 binary places in a format. */
export function shortConstant(format: FixedFormat, value: Integer): Integer {
  return value << (format.places - CONSTANT_PLACES)
}

/**
 * The binary logarithm, for signed formats.
 *
 * @clause numbers-10
 */
export function log2(format: FixedFormat, x: Integer): Integer | null {
  if (!x.isPositive()) return null
  if (x >= format.one) return log2FromOne(format, x)
  const inverse = format.checkedDiv(format.one, x)
  return inverse === null ? null : -log2FromOne(format, inverse)
}

function halfRoundedUp(value: Integer): Integer {
  return (value + ONE) >> 1
}

/** @clause numbers-10 */
function log2FromOne(format: FixedFormat, argument: Integer): Integer {
  const two = format.one << 1
  let x = argument
  let whole = 0
  while (x >= two) {
    whole++
    x = halfRoundedUp(x)
  }
  let result = Integer.of(whole)
  if (x.equals(format.one)) return result << format.places
  for (let place = 0; place < format.places; place++) {
    x = format.product(x, x)
    result = result << 1
    if (x >= two) {
      result = result + ONE
      x = halfRoundedUp(x)
    }
  }
  return result
}

/**
 * The natural logarithm, for signed formats.
 *
 * @clause numbers-11
 */
export function ln(format: FixedFormat, x: Integer): Integer | null {
  const binary = log2(format, x)
  return binary === null ? null : format.wrap(format.quotient(binary, shortConstant(format, LOG2_E)))
}
