import { greater, Integer, lesser } from "../integers/integer"
import { panic } from "../protocol/refusal"
import { Range } from "./range"

/**
 * A format of fixed-point numbers and its arithmetic, on raw bits: integers in units of 2^−places.
 *
 * @clause numbers-03
 * @clause numbers-04
 */
export class FixedFormat extends Range {
  readonly places: i32
  /** The raw bits of the number one. */
  readonly one: Integer

  constructor(integerBits: i32, places: i32, signed: bool) {
    super(integerBits + places, signed)
    this.places = places
    this.one = Integer.powerOfTwo(places)
  }

  /** The exact product, floored to a last place. */
  product(a: Integer, b: Integer): Integer {
    return (a * b) >> this.places
  }

  /** The exact quotient, truncated to a last place, for b that is not zero. */
  quotient(a: Integer, b: Integer): Integer {
    return (a << this.places).dividedTowardZero(b)
  }

  add(a: Integer, b: Integer): Integer {
    return this.wrap(a + b)
  }

  saturatingAdd(a: Integer, b: Integer): Integer {
    return this.saturate(a + b)
  }

  saturatingSub(a: Integer, b: Integer): Integer {
    return this.saturate(a - b)
  }

  saturatingMul(a: Integer, b: Integer): Integer {
    return this.saturate(this.product(a, b))
  }

  checkedAdd(a: Integer, b: Integer): Integer | null {
    return this.check(a + b)
  }

  checkedSub(a: Integer, b: Integer): Integer | null {
    return this.check(a - b)
  }

  checkedMul(a: Integer, b: Integer): Integer | null {
    return this.check(this.product(a, b))
  }

  checkedDiv(a: Integer, b: Integer): Integer | null {
    return b.isZero() ? null : this.check(this.quotient(a, b))
  }

  safeDivOr(a: Integer, b: Integer, otherwise: Integer): Integer {
    const quotient = this.checkedDiv(a, b)
    return quotient === null ? otherwise : quotient
  }

  safeDiv(a: Integer, b: Integer): Integer {
    return this.safeDivOr(a, b, Integer.of(0))
  }

  /** The exact quotient; panics for a zero divisor. */
  quotientOrPanic(a: Integer, b: Integer): Integer {
    if (!b.isZero()) return this.quotient(a, b)
    panic()
    return b
  }

  /** The remainder of raw bits; panics for a zero divisor. */
  rem(a: Integer, b: Integer): Integer {
    if (!b.isZero()) return a.remainder(b)
    panic()
    return b
  }

  absDiff(a: Integer, b: Integer): Integer {
    return this.saturatingSub(greater(a, b), lesser(a, b))
  }

  /** A whole number as raw bits, saturated. */
  ofInteger(value: Integer): Integer {
    return this.saturate(value << this.places)
  }

  /** The integer of a type below a number, saturated. */
  toInteger(value: Integer, type: Range): Integer {
    return type.saturate(value >> this.places)
  }

  /** A number of another format, before it is brought into this one: places that do not fit are floored away. */
  rescaled(value: Integer, from: FixedFormat): Integer {
    const more = this.places - from.places
    return more >= 0 ? value << more : value >> -more
  }
}

export const I32F32 = new FixedFormat(32, 32, true)
export const I64F64 = new FixedFormat(64, 64, true)
export const I96F32 = new FixedFormat(96, 32, true)
export const U64F64 = new FixedFormat(64, 64, false)
export const U96F32 = new FixedFormat(96, 32, false)
export const U110F18 = new FixedFormat(110, 18, false)
