import { addDigits, compareDigits, Digits, digitsOf, lengthInBits, multiplyDigits, subtractDigits } from "./digits"
import { divideDigits } from "./division"
import { shiftDigitsLeft, shiftDigitsRight } from "./shifts"

/**
 * An integer without bounds. `+ - *` are exact, `<<` multiplies by a power of two, `>>` divides by one and rounds toward
 * minus infinity.
 */
export class Integer {
  readonly negative: bool
  readonly digits: Digits

  constructor(negative: bool, digits: Digits) {
    this.negative = negative && digits.length > 0
    this.digits = digits
  }

  static of(value: i64): Integer {
    return new Integer(value < 0, digitsOf(value < 0 ? 0 - <u64>value : <u64>value))
  }

  static ofU64(value: u64): Integer {
    return new Integer(false, digitsOf(value))
  }

  static powerOfTwo(exponent: i32): Integer {
    return Integer.of(1) << exponent
  }

  isZero(): bool {
    return this.digits.length == 0
  }

  isPositive(): bool {
    return !this.negative && this.digits.length > 0
  }

  isOdd(): bool {
    return this.digits.length > 0 && (unchecked(this.digits[0]) & 1) != 0
  }

  /** The length of the magnitude in binary. */
  bits(): i32 {
    return lengthInBits(this.digits)
  }

  /** The lowest 64 bits of the magnitude: the value itself where it is known to be a u64. */
  toU64(): u64 {
    const digits = this.digits
    const lower = digits.length > 0 ? <u64>unchecked(digits[0]) : 0
    return digits.length > 1 ? ((<u64>unchecked(digits[1])) << 32) | lower : lower
  }

  /** The value where it is known to be an i32. */
  toI32(): i32 {
    const magnitude = <i32>this.toU64()
    return this.negative ? -magnitude : magnitude
  }

  compareTo(other: Integer): i32 {
    if (this.negative != other.negative) return this.negative ? -1 : 1
    const compared = compareDigits(this.digits, other.digits)
    return this.negative ? -compared : compared
  }

  equals(other: Integer): bool {
    return this.compareTo(other) == 0
  }

  magnitude(): Integer {
    return this.negative ? new Integer(false, this.digits) : this
  }

  @operator.prefix("-")
  negated(): Integer {
    return new Integer(!this.negative, this.digits)
  }

  @operator("+")
  plus(other: Integer): Integer {
    if (this.negative == other.negative) return new Integer(this.negative, addDigits(this.digits, other.digits))
    return compareDigits(this.digits, other.digits) >= 0
      ? new Integer(this.negative, subtractDigits(this.digits, other.digits))
      : new Integer(other.negative, subtractDigits(other.digits, this.digits))
  }

  @operator("-")
  minus(other: Integer): Integer {
    return this.plus(other.negated())
  }

  @operator("*")
  times(other: Integer): Integer {
    return new Integer(this.negative != other.negative, multiplyDigits(this.digits, other.digits))
  }

  @operator("<<")
  shiftedLeft(count: i32): Integer {
    return new Integer(this.negative, shiftDigitsLeft(this.digits, count))
  }

  @operator(">>")
  shiftedRight(count: i32): Integer {
    if (!this.negative) return new Integer(false, shiftDigitsRight(this.digits, count))
    const below = shiftDigitsRight(subtractDigits(this.digits, digitsOf(1)), count)
    return new Integer(true, addDigits(below, digitsOf(1)))
  }

  @operator("<")
  isBelow(other: Integer): bool {
    return this.compareTo(other) < 0
  }

  @operator(">")
  isAbove(other: Integer): bool {
    return this.compareTo(other) > 0
  }

  @operator("<=")
  isAtMost(other: Integer): bool {
    return this.compareTo(other) <= 0
  }

  @operator(">=")
  isAtLeast(other: Integer): bool {
    return this.compareTo(other) >= 0
  }

  /** this ÷ divisor, rounded toward zero, for a divisor that is not zero. */
  dividedTowardZero(divisor: Integer): Integer {
    return new Integer(this.negative != divisor.negative, divideDigits(this.digits, divisor.digits).quotient)
  }

  /** this ÷ divisor, rounded toward minus infinity, for a divisor that is not zero. */
  dividedDown(divisor: Integer): Integer {
    const division = divideDigits(this.digits, divisor.digits)
    const quotient = new Integer(this.negative != divisor.negative, division.quotient)
    const isExact = division.remainder.length == 0
    return isExact || this.negative == divisor.negative ? quotient : quotient.minus(Integer.of(1))
  }

  /** What a division toward zero leaves; has the sign of this. */
  remainder(divisor: Integer): Integer {
    return new Integer(this.negative, divideDigits(this.digits, divisor.digits).remainder)
  }

  /** this^exponent; 0^0 is 1. */
  power(exponent: u32): Integer {
    let result = Integer.of(1)
    let square: Integer = this
    for (let rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) != 0) result = result.times(square)
      if (rest > 1) square = square.times(square)
    }
    return result
  }
}

export const ZERO = Integer.of(0)
export const ONE = Integer.of(1)
export const TEN = Integer.of(10)

export function lesser(a: Integer, b: Integer): Integer {
  return b.isBelow(a) ? b : a
}

export function greater(a: Integer, b: Integer): Integer {
  return b.isAbove(a) ? b : a
}

/** ⌊a · b ÷ c⌋ toward zero, for c that is not zero. */
export function mulDiv(a: Integer, b: Integer, c: Integer): Integer {
  return a.times(b).dividedTowardZero(c)
}
