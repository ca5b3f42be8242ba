import { brand } from "./brand.js"
import type { FixedFormat } from "./fixedFormat.js"

/** Constants are known to 23 places right of the point, whatever the format. */
const CONSTANT_SHIFT = 23n
/** log2(e) = 1.4426950… truncated to 23 places. */
const LOG2_E = 12_102_203n
/** e = 2.7182817… truncated to 23 places. */
const E = 22_802_600n

/** A format's value of a constant: exact in every format with at least 23 places. */
function constant<T extends bigint>(format: FixedFormat<T>, bits: bigint): T {
  return format.fromFixed({ fractionShift: CONSTANT_SHIFT }, bits)
}

/**
 * Half of x, the bit that falls out added on: x ÷ 2 rounded up.
 *
 * @clause numbers-10
 * @source substrate-fixed:src/transcendental.rs:121
 */
function halfRoundedUp(x: bigint): bigint {
  return (x >> 1n) + (x & 1n)
}

/**
 * The binary logarithm of x ≥ 1, one bit at a time: halve until below two, then square and look whether two is reached.
 *
 * @clause numbers-10
 * @source substrate-fixed:src/transcendental.rs:170
 */
function log2FromOne<T extends bigint>(format: FixedFormat<T>, x: T): T {
  const { fractionShift, fractionBits, ONE } = format
  const two = ONE << 1n
  let rest: bigint = x
  let whole = 0n
  while (rest >= two) {
    whole += 1n
    rest = halfRoundedUp(rest)
  }
  if (rest === ONE) return format.fromInteger(whole)

  let result = whole
  for (let place = 0; place < fractionBits; place++) {
    rest = (rest * rest) >> fractionShift
    result <<= 1n
    if (rest >= two) {
      result |= 1n
      rest = halfRoundedUp(rest)
    }
  }
  return format.range.wrap(result)
}

/**
 * The binary logarithm, in a signed format. Below one it is that of the inverse, negated. Nothing for x ≤ 0, and for an
 * x so small that its inverse is outside the format.
 *
 * @clause numbers-10
 * @source substrate-fixed:src/transcendental.rs:201
 */
export function log2<T extends bigint>(format: FixedFormat<T>, x: T): T | undefined {
  if (x <= 0n) return undefined
  if (x >= format.ONE) return log2FromOne(format, x)
  const inverse = format.checkedDiv(format.ONE, x)
  return inverse === undefined ? undefined : format.neg(log2FromOne(format, inverse))
}

/**
 * The natural logarithm, in a signed format: log2(x) ÷ log2(e), with a log2(e) of 23 places. Nothing where `log2` gives
 * nothing.
 *
 * @clause numbers-11
 * @source substrate-fixed:src/transcendental.rs:220
 */
export function ln<T extends bigint>(format: FixedFormat<T>, x: T): T | undefined {
  const binary = log2(format, x)
  return binary === undefined ? undefined : format.div(binary, constant(format, LOG2_E))
}

/**
 * e^x, in a signed format, by as many terms of its series as the format has places. e^1 is a constant of 23 places, and
 * e^−x is 1 ÷ e^x. Nothing when a term, the sum or the inverse is outside the format.
 *
 * @clause numbers-12
 * @source substrate-fixed:src/transcendental.rs:230
 */
export function exp<T extends bigint>(format: FixedFormat<T>, x: T): T | undefined {
  if (x === 0n) return format.ONE
  if (x === format.ONE) return constant(format, E)
  if (x > 0n) return expSeries(format, x)
  const magnitude = format.checkedNeg(x)
  const power = magnitude === undefined ? undefined : expSeries(format, magnitude)
  return power === undefined ? undefined : format.checkedDiv(format.ONE, power)
}

/**
 * 1 + x + x²/2! + … for x > 0: every product floored, every quotient truncated, every step checked.
 *
 * @clause numbers-12
 * @source substrate-fixed:src/transcendental.rs:230
 */
function expSeries<T extends bigint>(format: FixedFormat<T>, x: T): T | undefined {
  let result = format.checkedAdd(x, format.ONE)
  let term = x
  for (let n = 2n; n < format.fractionShift && result !== undefined; n++) {
    const product = format.checkedMul(term, x)
    if (product === undefined) return undefined
    // The quotient by the fixed-point number n is that by the integer n.
    term = brand(BigInt(product) / n)
    // Once a term is zero so are all that follow.
    if (term === 0n) return result
    result = format.range.check(result + term)
  }
  return result
}

/**
 * The square root, in any format, by as many Newton steps as the format has places. Below one it is the inverse of the
 * root of the inverse. Nothing for x < 0, and for an x so small that its inverse is outside the format.
 *
 * @clause numbers-13
 * @source substrate-fixed:src/transcendental.rs:132
 */
export function sqrt<T extends bigint>(format: FixedFormat<T>, x: T): T | undefined {
  const { ONE } = format
  if (x < 0n) return undefined
  if (x === 0n || x === ONE) return x
  if (x > ONE) return newtonRoot(format, x)
  const inverse = format.checkedDiv(ONE, x)
  return inverse === undefined ? undefined : format.checkedDiv(ONE, newtonRoot(format, inverse))
}

/**
 * Newton's iteration for the root of x > 1 from x/2 + 1, every quotient truncated.
 *
 * @clause numbers-13
 * @source substrate-fixed:src/transcendental.rs:132
 */
function newtonRoot<T extends bigint>(format: FixedFormat<T>, x: T): T {
  const two = format.fromInteger(2)
  let root = format.add(format.div(x, two), format.ONE)
  for (let step = 0; step < format.fractionBits; step++) {
    const next = format.div(format.add(root, format.div(x, root)), two)
    // What a step leaves as it was, every later step does.
    if (next === root) break
    root = next
  }
  return root
}

/**
 * base^exponent, in a signed format, as exp(exponent × ln(base)). 0 to any power is 0, its zeroth too. Nothing for a
 * negative base, where `ln` or `exp` give nothing, and when the product is outside the format.
 *
 * @clause numbers-14
 * @source substrate-fixed:src/transcendental.rs:284
 */
export function pow<T extends bigint>(format: FixedFormat<T>, base: T, exponent: T): T | undefined {
  if (base === 0n) return format.ZERO
  if (exponent === 0n) return format.ONE
  if (exponent === format.ONE) return base
  const logarithm = ln(format, base)
  const product = logarithm === undefined ? undefined : format.checkedMul(logarithm, exponent)
  return product === undefined ? undefined : exp(format, product)
}
