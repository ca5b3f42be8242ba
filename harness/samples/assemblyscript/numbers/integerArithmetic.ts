import { Integer, ONE, ZERO } from "../integers/integer"
import { panic } from "../protocol/refusal"
import { Range } from "./range"

/**
 * The quotient toward zero; panics for a zero divisor.
 *
 * @clause numbers-02
 */
export function quotientOrPanic(a: Integer, b: Integer): Integer {
  if (!b.isZero()) return a.dividedTowardZero(b)
  panic()
  return ZERO
}

/**
 * Division and remainder panic where the quotient is outside the type.
 *
 * @clause numbers-02
 */
export function plainDivision(type: Range, a: Integer, b: Integer): Integer {
  const quotient = quotientOrPanic(a, b)
  if (!type.includes(quotient)) panic()
  return quotient
}

/** @clause numbers-02 */
export function plainRemainder(type: Range, a: Integer, b: Integer): Integer {
  return a - b * plainDivision(type, a, b)
}

/** @clause numbers-02 */
export function checkedDivision(type: Range, a: Integer, b: Integer): Integer | null {
  return b.isZero() ? null : type.check(a.dividedTowardZero(b))
}

/** @clause numbers-02 */
export function checkedRemainder(type: Range, a: Integer, b: Integer): Integer | null {
  const quotient = checkedDivision(type, a, b)
  return quotient === null ? null : a - b * quotient
}

/** @clause numbers-02 */
export function safeDivision(type: Range, a: Integer, b: Integer): Integer {
  const quotient = checkedDivision(type, a, b)
  return quotient === null ? ZERO : quotient
}

/** No type is longer. */
const MOST_BITS: u32 = 256

/**
 * base^exponent, or, where that is beyond every type, a number of its sign that is beyond them too.
 *
 * @clause numbers-02
 */
export function powerWithinReason(base: Integer, exponent: u32): Integer {
  if (base.magnitude() <= ONE) return base.power(withSameSign(exponent))
  return base.power(exponent <= MOST_BITS ? exponent : MOST_BITS + withSameSign(exponent))
}

/** A small exponent with which 0, 1 and −1 have the same power: zero only for zero. */
function withSameSign(exponent: u32): u32 {
  return exponent == 0 ? 0 : 2 - (exponent & 1)
}
