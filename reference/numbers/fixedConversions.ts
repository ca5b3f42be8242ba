import type { FixedLayout } from "./fixedFormat.js"
import { fromDouble } from "./fromDouble.js"
import { I64, I128, U8, U16, U32, U64, U128 } from "./integers.js"

/** A format as the source of a conversion: all that matters is where its point is. */
export interface FixedSource {
  readonly fractionShift: bigint
}

/** Conversions to one format from integers, other formats and constants, and from it to integers. */
export interface FixedConversions<T extends bigint> {
  /** The integer as a value of the format (`from_num`): wraps. */
  fromInteger(n: bigint | number): T
  /** The integer, or the nearest bound of the format (`saturating_from_num`). */
  saturatingFromInteger(n: bigint | number): T
  /** The integer, or nothing outside the format (`checked_from_num`). */
  checkedFromInteger(n: bigint | number): T | undefined
  /** The integer (`wrapping_from_num`): wraps. */
  wrappingFromInteger(n: bigint | number): T

  /** A value of another format (`from_num`): surplus places are floored toward −∞, then it wraps. */
  fromFixed<S extends bigint>(format: FixedSource, value: S): T
  /** A value of another format, floored; or the nearest bound (`saturating_from_num`). */
  saturatingFromFixed<S extends bigint>(format: FixedSource, value: S): T
  /** A value of another format, floored; or nothing outside the format (`checked_from_num`). */
  checkedFromFixed<S extends bigint>(format: FixedSource, value: S): T | undefined
  /** A value of another format (`wrapping_from_num`): floored, then it wraps. */
  wrappingFromFixed<S extends bigint>(format: FixedSource, value: S): T

  /**
   * A constant that the chain's code writes as an IEEE double: rounded to the nearest value, ties to even, or the
   * nearest bound (`saturating_from_num`; `from_num` is the same inside the range). Panics if it is not a number.
   */
  saturatingFromDouble(constant: number): T

  /** The value floored toward −∞, without a bound. */
  toInteger(x: T): bigint

  /** The floored value, its lowest bits (`to_num`). */
  toU8(x: T): number
  toU16(x: T): number
  toU32(x: T): number
  toU64(x: T): bigint
  toU128(x: T): bigint
  toI64(x: T): bigint
  toI128(x: T): bigint

  /** The floored value, or the nearest bound of the integer type (`saturating_to_num`). */
  saturatingToU8(x: T): number
  saturatingToU16(x: T): number
  saturatingToU32(x: T): number
  saturatingToU64(x: T): bigint
  saturatingToU128(x: T): bigint
  saturatingToI64(x: T): bigint
  saturatingToI128(x: T): bigint

  /** The floored value, or nothing outside the integer type (`checked_to_num`). */
  checkedToU8(x: T): number | undefined
  checkedToU16(x: T): number | undefined
  checkedToU32(x: T): number | undefined
  checkedToU64(x: T): bigint | undefined
  checkedToU128(x: T): bigint | undefined
  checkedToI64(x: T): bigint | undefined
  checkedToI128(x: T): bigint | undefined
}

/**
 * The conversions of one format. What does not fit between its places is always floored toward −∞; only a constant
 * written as a double is rounded to the nearest.
 *
 * @clause numbers-06
 * @source substrate-fixed:src/int_helper.rs:224
 */
export function fixedConversions<T extends bigint>(layout: FixedLayout<T>): FixedConversions<T> {
  const { fractionShift, range, name } = layout
  const { wrap, saturate, check } = range

  const rawOfInteger = (n: bigint | number): bigint => BigInt(n) << fractionShift
  // A right shift by a negative count is a left shift.
  const rawOfFixed = (format: FixedSource, value: bigint): bigint => value >> (format.fractionShift - fractionShift)

  return {
    fromInteger: (n) => wrap(rawOfInteger(n)),
    saturatingFromInteger: (n) => saturate(rawOfInteger(n)),
    checkedFromInteger: (n) => check(rawOfInteger(n)),
    wrappingFromInteger: (n) => wrap(rawOfInteger(n)),
    fromFixed: (format, value) => wrap(rawOfFixed(format, value)),
    saturatingFromFixed: (format, value) => saturate(rawOfFixed(format, value)),
    checkedFromFixed: (format, value) => check(rawOfFixed(format, value)),
    wrappingFromFixed: (format, value) => wrap(rawOfFixed(format, value)),
    saturatingFromDouble: (constant) => saturate(fromDouble(name, constant, layout.fractionBits)),
    toInteger: (x) => x >> fractionShift,
    toU8: (x) => U8.wrappingFrom(x >> fractionShift),
    toU16: (x) => U16.wrappingFrom(x >> fractionShift),
    toU32: (x) => U32.wrappingFrom(x >> fractionShift),
    toU64: (x) => U64.wrappingFrom(x >> fractionShift),
    toU128: (x) => U128.wrappingFrom(x >> fractionShift),
    toI64: (x) => I64.wrappingFrom(x >> fractionShift),
    toI128: (x) => I128.wrappingFrom(x >> fractionShift),
    saturatingToU8: (x) => U8.saturatingFrom(x >> fractionShift),
    saturatingToU16: (x) => U16.saturatingFrom(x >> fractionShift),
    saturatingToU32: (x) => U32.saturatingFrom(x >> fractionShift),
    saturatingToU64: (x) => U64.saturatingFrom(x >> fractionShift),
    saturatingToU128: (x) => U128.saturatingFrom(x >> fractionShift),
    saturatingToI64: (x) => I64.saturatingFrom(x >> fractionShift),
    saturatingToI128: (x) => I128.saturatingFrom(x >> fractionShift),
    checkedToU8: (x) => U8.checkedFrom(x >> fractionShift),
    checkedToU16: (x) => U16.checkedFrom(x >> fractionShift),
    checkedToU32: (x) => U32.checkedFrom(x >> fractionShift),
    checkedToU64: (x) => U64.checkedFrom(x >> fractionShift),
    checkedToU128: (x) => U128.checkedFrom(x >> fractionShift),
    checkedToI64: (x) => I64.checkedFrom(x >> fractionShift),
    checkedToI128: (x) => I128.checkedFrom(x >> fractionShift),
  }
}
