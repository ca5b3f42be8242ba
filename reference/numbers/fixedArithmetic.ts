import { brand } from "./brand.js"
import type { FixedLayout } from "./fixedFormat.js"
import { panic } from "./runtimePanic.js"

/** Addition to division, each in the ways the chain's code asks for them: plain, saturating, checked, wrapping, safe. */
export interface FixedArithmetic<T extends bigint> {
  /** The plain `+` as the released runtime computes it: wraps. */
  add(a: T, b: T): T
  /** The plain `−`: wraps. */
  sub(a: T, b: T): T
  /** The plain `×`: floors toward −∞ to the last place, then wraps. */
  mul(a: T, b: T): T
  /** The plain `÷`: truncates toward zero to the last place, then wraps; panics if b is zero. */
  div(a: T, b: T): T
  /** The plain `%`: the remainder of the raw bits, with the sign of a; panics if b is zero. */
  rem(a: T, b: T): T
  /** The plain negation: wraps. */
  neg(a: T): T

  /** a + b, or the nearest bound of the format. */
  saturatingAdd(a: T, b: T): T
  /** a − b, or the nearest bound of the format. */
  saturatingSub(a: T, b: T): T
  /** a × b floored toward −∞, or the nearest bound of the format. */
  saturatingMul(a: T, b: T): T
  /** a ÷ b truncated toward zero, or the nearest bound of the format; panics if b is zero. */
  saturatingDiv(a: T, b: T): T
  /** −a, or the nearest bound of the format. */
  saturatingNeg(a: T): T

  /** a + b, or nothing outside the format. */
  checkedAdd(a: T, b: T): T | undefined
  /** a − b, or nothing outside the format. */
  checkedSub(a: T, b: T): T | undefined
  /** a × b floored toward −∞, or nothing outside the format. */
  checkedMul(a: T, b: T): T | undefined
  /** a ÷ b truncated toward zero; nothing outside the format or if b is zero. */
  checkedDiv(a: T, b: T): T | undefined
  /** −a, or nothing outside the format. */
  checkedNeg(a: T): T | undefined

  /** a + b modulo 2^integerBits. */
  wrappingAdd(a: T, b: T): T
  /** a − b modulo 2^integerBits. */
  wrappingSub(a: T, b: T): T
  /** a × b floored toward −∞, modulo 2^integerBits. */
  wrappingMul(a: T, b: T): T
  /** a ÷ b truncated toward zero, modulo 2^integerBits; panics if b is zero. */
  wrappingDiv(a: T, b: T): T

  /** `checkedDiv`, or zero where it gives nothing: on overflow too. */
  safeDiv(a: T, b: T): T
  /** `checkedDiv`, or `otherwise` where it gives nothing: on overflow too. */
  safeDivOr(a: T, b: T, otherwise: T): T

  min(a: T, b: T): T
  max(a: T, b: T): T
  /** The magnitude of a; the smallest signed value wraps to itself. */
  abs(a: T): T
  /** |a − b| by a saturating subtraction. */
  absDiff(a: T, b: T): T
}

/**
 * The arithmetic of one format on raw bits. Every operation computes the exact integer first and then lets the range
 * wrap, saturate or check it. (The chain's library has one code path for 64 bits and another, of half-words, for 128;
 * their results agree with this.)
 *
 * @clause numbers-04
 * @source substrate-fixed:src/arith.rs:464
 */
export function fixedArithmetic<T extends bigint>(layout: FixedLayout<T>): FixedArithmetic<T> {
  const { fractionShift, range, name } = layout
  const { wrap, saturate, check } = range
  const zero = layout.ZERO

  function quotient(a: bigint, b: bigint): bigint {
    if (b === 0n) panic(`${name}: division by zero`)
    return (a << fractionShift) / b
  }

  function checkedDiv(a: bigint, b: bigint): T | undefined {
    return b === 0n ? undefined : check((a << fractionShift) / b)
  }

  function rem(a: bigint, b: bigint): T {
    if (b === 0n) panic(`${name}: division by zero`)
    return brand(a % b)
  }

  const add = (a: bigint, b: bigint): T => wrap(a + b)
  const sub = (a: bigint, b: bigint): T => wrap(a - b)
  const mul = (a: bigint, b: bigint): T => wrap((a * b) >> fractionShift)
  const div = (a: bigint, b: bigint): T => wrap(quotient(a, b))
  const saturatingSub = (a: bigint, b: bigint): T => saturate(a - b)

  return {
    add,
    sub,
    mul,
    div,
    rem,
    neg: (a: bigint) => wrap(-a),
    saturatingAdd: (a: bigint, b: bigint) => saturate(a + b),
    saturatingSub,
    saturatingMul: (a: bigint, b: bigint) => saturate((a * b) >> fractionShift),
    saturatingDiv: (a: bigint, b: bigint) => saturate(quotient(a, b)),
    saturatingNeg: (a: bigint) => saturate(-a),
    checkedAdd: (a: bigint, b: bigint) => check(a + b),
    checkedSub: (a: bigint, b: bigint) => check(a - b),
    checkedMul: (a: bigint, b: bigint) => check((a * b) >> fractionShift),
    checkedDiv,
    checkedNeg: (a: bigint) => check(-a),
    wrappingAdd: add,
    wrappingSub: sub,
    wrappingMul: mul,
    wrappingDiv: div,
    safeDiv: (a: bigint, b: bigint) => checkedDiv(a, b) ?? zero,
    safeDivOr: (a: bigint, b: bigint, otherwise: T) => checkedDiv(a, b) ?? otherwise,
    min: lesser,
    max: greater,
    abs: (a: bigint) => wrap(a < 0n ? -a : a),
    absDiff: (a: bigint, b: bigint) => (a < b ? saturatingSub(b, a) : saturatingSub(a, b)),
  }
}

function lesser<T extends bigint>(a: T, b: T): T {
  if (b < a) return b
  return a
}

function greater<T extends bigint>(a: T, b: T): T {
  if (b > a) return b
  return a
}
