import { Integer } from "../integers/integer"
import { FixedFormat } from "./fixedFormat"
import { ln, shortConstant } from "./logarithm"

/** e, truncated to 23 binary places. */
const E = Integer.of(22_802_600)

/**
 * e^x, for signed formats.
 *
 * @clause numbers-12
 */
export function exp(format: FixedFormat, x: Integer): Integer | null {
  if (x.isZero()) return format.one
  if (x.equals(format.one)) return shortConstant(format, E)
  if (x.isPositive()) return expSeries(format, x)
  const opposite = format.check(-x)
  if (opposite === null) return null
  const inverse = expSeries(format, opposite)
  return inverse === null ? null : format.checkedDiv(format.one, inverse)
}

/**
 * The series of e^x, cut after its term of the number of places less one.
 *
 * @clause numbers-12
 */
function expSeries(format: FixedFormat, x: Integer): Integer | null {
  let term = x
  let result = x + format.one
  if (!format.includes(result)) return null
  for (let n = 2; n < format.places; n++) {
    term = format.product(term, x)
    if (!format.includes(term)) return null
    term = term.dividedDown(Integer.of(n))
    result = result + term
    if (!format.includes(result)) return null
  }
  return result
}

/**
 * base^exponent, for signed formats.
 *
 * @clause numbers-14
 */
export function pow(format: FixedFormat, base: Integer, exponent: Integer): Integer | null {
  if (base.isZero()) return base
  if (exponent.isZero()) return format.one
  if (exponent.equals(format.one)) return base
  const logarithm = ln(format, base)
  if (logarithm === null) return null
  const product = format.checkedMul(logarithm, exponent)
  return product === null ? null : exp(format, product)
}
