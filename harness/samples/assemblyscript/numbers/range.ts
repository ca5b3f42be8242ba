import { greater, Integer, lesser, ONE, ZERO } from "../integers/integer"

/**
 * The integers that a type holds, and the three ways into it: wrap, saturate and check.
 *
 * @clause numbers-01
 */
export class Range {
  readonly bits: i32
  readonly signed: bool
  readonly least: Integer
  readonly greatest: Integer

  constructor(bits: i32, signed: bool) {
    this.bits = bits
    this.signed = signed
    const magnitudeBits = signed ? bits - 1 : bits
    this.greatest = Integer.powerOfTwo(magnitudeBits) - ONE
    this.least = signed ? -Integer.powerOfTwo(magnitudeBits) : ZERO
  }

  includes(value: Integer): bool {
    return value >= this.least && value <= this.greatest
  }

  /** The lowest bits of a value, as two's complement if the type is signed. */
  wrap(value: Integer): Integer {
    if (this.includes(value)) return value
    const low = value - ((value >> this.bits) << this.bits)
    return this.includes(low) ? low : low - Integer.powerOfTwo(this.bits)
  }

  saturate(value: Integer): Integer {
    return greater(this.least, lesser(this.greatest, value))
  }

  check(value: Integer): Integer | null {
    return this.includes(value) ? value : null
  }
}

export const U8 = new Range(8, false)
export const U16 = new Range(16, false)
export const U32 = new Range(32, false)
export const U64 = new Range(64, false)
export const U128 = new Range(128, false)
export const U256 = new Range(256, false)
export const I16 = new Range(16, true)
export const I32 = new Range(32, true)
export const I64 = new Range(64, true)
export const I128 = new Range(128, true)
