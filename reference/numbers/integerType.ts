/**
 * The operations of one of the chain's integer types. Values are `number` up to 32 bits and `bigint` from 64 bits on.
 * The generic `V` lets an amount keep its brand: rao plus rao is rao.
 */
export interface IntegerType<Base extends number | bigint> {
  readonly name: string
  readonly signed: boolean
  readonly bits: number
  readonly MIN: Base
  readonly MAX: Base

  /** a + b, or the nearest bound of the type. */
  saturatingAdd<V extends Base>(a: V, b: V): V
  /** a − b, or the nearest bound of the type. */
  saturatingSub<V extends Base>(a: V, b: V): V
  /** a × b, or the nearest bound of the type. */
  saturatingMul<V extends Base>(a: V, b: V): V
  /** a ÷ b truncated toward zero, or the nearest bound of the type; panics if b is zero. */
  saturatingDiv<V extends Base>(a: V, b: V): V
  /** a to the power of `exponent` (u32), or the nearest bound of the type. */
  saturatingPow<V extends Base>(a: V, exponent: number): V

  /** a + b, or nothing outside the type. */
  checkedAdd<V extends Base>(a: V, b: V): V | undefined
  /** a − b, or nothing outside the type. */
  checkedSub<V extends Base>(a: V, b: V): V | undefined
  /** a × b, or nothing outside the type. */
  checkedMul<V extends Base>(a: V, b: V): V | undefined
  /** a ÷ b truncated toward zero; nothing if b is zero or the quotient is outside the type. */
  checkedDiv<V extends Base>(a: V, b: V): V | undefined
  /** The remainder of `checkedDiv`, with the sign of a; nothing if b is zero or the quotient is outside the type. */
  checkedRem<V extends Base>(a: V, b: V): V | undefined
  /** a to the power of `exponent` (u32), or nothing outside the type. */
  checkedPow<V extends Base>(a: V, exponent: number): V | undefined

  /** a + b modulo 2^bits: also what the plain `+` of the released runtime does. */
  wrappingAdd<V extends Base>(a: V, b: V): V
  /** a − b modulo 2^bits: also what the plain `−` of the released runtime does. */
  wrappingSub<V extends Base>(a: V, b: V): V
  /** a × b modulo 2^bits: also what the plain `×` of the released runtime does. */
  wrappingMul<V extends Base>(a: V, b: V): V

  /** The plain `/`: truncates toward zero; panics if b is zero or the quotient is outside the type. */
  div<V extends Base>(a: V, b: V): V
  /** The plain `%`: the remainder of `div`, with the sign of a; panics as `div` does. */
  rem<V extends Base>(a: V, b: V): V
  /** `checkedDiv`, or zero where it gives nothing. */
  safeDiv<V extends Base>(a: V, b: V): V

  /** The nearest value of the type. */
  saturatingFrom(value: number | bigint): Base
  /** The value, or nothing if it is outside the type. */
  checkedFrom(value: number | bigint): Base | undefined
  /** The value's lowest `bits` bits: the cast `as`. */
  wrappingFrom(value: number | bigint): Base
}
