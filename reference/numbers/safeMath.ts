import type { FixedFormat } from "./fixedFormat.js"
import { I32 } from "./integers.js"

/** The bisection of `checkedSqrt` ends after one step more than this. */
const MAX_STEPS = 128

/** The coefficients of z², z³, … in the series of ln(1 + z), as the chain's code writes them: doubles. */
const LN_SERIES = [-0.5, 1 / 3, -0.25, 0.2, -1 / 6, 1 / 7, -0.125] as const

/**
 * base to the power of an integer (i32, saturated), by squaring, every product floored and saturating. A negative power
 * is 1 ÷ the positive one, or zero where that division gives nothing. Nothing for a negative power of zero.
 *
 * @clause numbers-15
 * @source primitives/safe-math/src/lib.rs:38
 */
export function checkedPow<T extends bigint>(format: FixedFormat<T>, base: T, exponent: number): T | undefined {
  const power = I32.saturatingFrom(exponent)
  if (power === 0) return format.ONE
  if (base === 0n) return power < 0 ? undefined : format.ZERO
  let result = format.ONE
  let square = base
  for (let rest = Math.abs(power); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = format.saturatingMul(result, square)
    square = format.saturatingMul(square, square)
  }
  return power < 0 ? format.safeDiv(format.ONE, result) : result
}

/**
 * The square root by bisection, until x ÷ middle and middle differ by at most `epsilon`. Nothing for x < 0.
 *
 * @clause numbers-16
 * @source primitives/safe-math/src/lib.rs:77
 */
export function checkedSqrt<T extends bigint>(format: FixedFormat<T>, x: T, epsilon: T): T | undefined {
  if (x < 0n) return undefined
  const two = format.saturatingFromInteger(2)
  const halfway = (a: T, b: T): T => format.safeDiv(format.saturatingAdd(a, b), two)

  let high = format.max(x, format.ONE)
  let low = x > format.ONE ? format.ZERO : x
  let middle = halfway(high, low)
  let check = format.safeDiv(x, middle)
  for (let step = 0; step <= MAX_STEPS && format.absDiff(check, middle) > epsilon; step++) {
    if (check < middle) high = middle
    else low = middle
    middle = halfway(high, low)
    check = format.safeDiv(x, middle)
  }
  return middle
}

/**
 * The natural logarithm by eight terms of the series of ln(1 + z), for a mantissa 1 + z in [1, 2) that halving or
 * doubling x gives. Nothing for x ≤ 0 and when a step is outside the format.
 *
 * @clause numbers-17
 * @source primitives/safe-math/src/lib.rs:123
 */
export function checkedLn<T extends bigint>(format: FixedFormat<T>, x: T): T | undefined {
  if (x <= 0n) return undefined
  const normal = normalizeToOne(format, x)
  if (normal === undefined) return undefined
  const mantissa = lnSeries(format, format.sub(normal.mantissa, format.ONE))
  const power = format.checkedMul(format.fromInteger(normal.halvings), format.saturatingFromDouble(Math.LN2))
  return mantissa === undefined || power === undefined ? undefined : format.checkedAdd(mantissa, power)
}

/**
 * x as mantissa × 2^halvings, the mantissa in [1, 2): each halving truncates.
 *
 * @clause numbers-17
 * @source primitives/safe-math/src/lib.rs:133
 */
function normalizeToOne<T extends bigint>(format: FixedFormat<T>, x: T): { mantissa: T; halvings: number } | undefined {
  const two = format.fromInteger(2)
  let mantissa: T | undefined = x
  let halvings = 0
  while (mantissa !== undefined && mantissa >= two) {
    mantissa = format.checkedDiv(mantissa, two)
    halvings += 1
  }
  while (mantissa !== undefined && mantissa < format.ONE) {
    mantissa = format.checkedMul(mantissa, two)
    halvings -= 1
  }
  return mantissa === undefined ? undefined : { mantissa, halvings }
}

/**
 * z − z²/2 + z³/3 − … to z⁸, from left to right, each power and product floored.
 *
 * @clause numbers-17
 * @source primitives/safe-math/src/lib.rs:151
 */
function lnSeries<T extends bigint>(format: FixedFormat<T>, z: T): T | undefined {
  let sum: T | undefined = z
  let power: T | undefined = z
  for (const coefficient of LN_SERIES) {
    power = power === undefined ? undefined : format.checkedMul(power, z)
    if (power === undefined || sum === undefined) return undefined
    const term = format.checkedMul(power, format.saturatingFromDouble(Math.abs(coefficient)))
    if (term === undefined) return undefined
    sum = coefficient < 0 ? format.checkedSub(sum, term) : format.checkedAdd(sum, term)
  }
  return sum
}

/**
 * The logarithm to any base, as `checkedLn(x)` ÷ `checkedLn(base)`. Nothing for a base that is one or not positive,
 * where one of the logarithms is nothing, or when the quotient is outside the format.
 *
 * @clause numbers-17
 * @source primitives/safe-math/src/lib.rs:176
 */
export function checkedLog<T extends bigint>(format: FixedFormat<T>, x: T, base: T): T | undefined {
  if (base <= 0n || base === format.ONE) return undefined
  const ofX = checkedLn(format, x)
  const ofBase = checkedLn(format, base)
  return ofX === undefined || ofBase === undefined ? undefined : format.checkedDiv(ofX, ofBase)
}
