/** Exponents whose reduced numerator and denominator stay within this are raised exactly. */
const MAX_EXACT_EXPONENT = 1_024n
/** Places kept below the precision asked for, so that rounding errors of the series stay out of it. */
const GUARD_BITS = 24n
const GUARD_FACTOR = 1n << GUARD_BITS
const MAX_ITERATIONS = 4_096n

/** How exact the series are: numbers are integers in units of 2^−places, at most `iterations` terms. */
interface Precision {
  readonly places: bigint
  readonly iterations: bigint
}

/**
 * (baseNumerator ÷ baseDenominator) ^ (exponentNumerator ÷ exponentDenominator) × scale, as an integer, rounded down.
 * All are integers without a bound; `precision` (u32) is the least number of binary places of the approximation that
 * serves exponents beyond the exact path. Nothing for a zero denominator, or a negative base, exponent or scale; but a
 * zero base numerator gives zero before the signs are looked at.
 *
 * @clause numbers-30
 * @source safe-bigmath:src/integer.rs:265
 */
export function powRatioScaled(
  baseNumerator: bigint,
  baseDenominator: bigint,
  exponentNumerator: bigint,
  exponentDenominator: bigint,
  precision: number,
  scale: bigint,
): bigint | undefined {
  if (baseDenominator === 0n || exponentDenominator === 0n) return undefined
  if (baseNumerator === 0n) return 0n
  if (scale < 0n || baseNumerator < 0n || baseDenominator < 0n) return undefined
  if (exponentNumerator < 0n || exponentDenominator < 0n) return undefined
  if (exponentNumerator === 0n) return scale

  const divisor = greatestCommonDivisor(exponentNumerator, exponentDenominator)
  const numerator = exponentNumerator / divisor
  const denominator = exponentDenominator / divisor
  if (numerator <= MAX_EXACT_EXPONENT && denominator <= MAX_EXACT_EXPONENT) {
    return exactPower(baseNumerator, baseDenominator, numerator, denominator, scale)
  }
  return approximatePower(baseNumerator, baseDenominator, numerator, denominator, BigInt(precision), scale)
}

/**
 * The largest r with r^denominator ≤ (base^numerator × scale^denominator): the power, rounded down once at the end.
 *
 * @clause numbers-31
 * @source safe-bigmath:src/integer.rs:320
 */
function exactPower(
  baseNumerator: bigint,
  baseDenominator: bigint,
  numerator: bigint,
  denominator: bigint,
  scale: bigint,
): bigint {
  const radicand = (baseNumerator ** numerator * scale ** denominator) / baseDenominator ** numerator
  return rootFloor(radicand, denominator)
}

/**
 * exp(numerator × (ln(baseNumerator) − ln(baseDenominator)) ÷ denominator) × scale by series in binary fixed point.
 *
 * @clause numbers-32
 * @source safe-bigmath:src/integer.rs:333
 */
function approximatePower(
  baseNumerator: bigint,
  baseDenominator: bigint,
  numerator: bigint,
  denominator: bigint,
  precision: bigint,
  scale: bigint,
): bigint {
  const requested = larger(larger(precision, 32n), bitLength(scale) + 8n)
  const places = requested + GUARD_BITS
  const most = places + 128n
  const series: Precision = { places, iterations: most < MAX_ITERATIONS ? most : MAX_ITERATIONS }
  const logarithm = lnInteger(baseNumerator, series) - lnInteger(baseDenominator, series)
  const power = expSeries(divideFloor(logarithm * numerator, denominator), series)
  return (dropGuardBits(power) * scale) >> requested
}

/**
 * ln of a positive integer: its mantissa, halved until in [3/4, 3/2), by the series, and the halvings times ln 2.
 *
 * @clause numbers-32
 * @source safe-bigmath:src/integer.rs:693
 */
function lnInteger(value: bigint, series: Precision): bigint {
  const one = 1n << series.places
  let halvings = bitLength(value) - 1n
  let mantissa = (value << series.places) >> halvings
  if (mantissa >= one + (one >> 1n)) {
    mantissa >>= 1n
    halvings += 1n
  }
  return lnSeries(mantissa - one, series) + lnTwo(series) * halvings
}

const knownLnTwo = new Map<bigint, bigint>()

/**
 * ln 2 as −ln(1 − 1/2) by the same series; kept, because it depends on the precision alone.
 *
 * @clause numbers-32
 * @source safe-bigmath:src/integer.rs:356
 */
function lnTwo(series: Precision): bigint {
  const known = knownLnTwo.get(series.places)
  if (known !== undefined) return known
  const computed = -lnSeries(-(1n << (series.places - 1n)), series)
  knownLnTwo.set(series.places, computed)
  return computed
}

/**
 * ln(1 + x) = x − x²/2 + x³/3 − …: powers and quotients floored. The first term within the guard bits is the last.
 *
 * @clause numbers-32
 * @source safe-bigmath:src/integer.rs:637
 */
function lnSeries(x: bigint, series: Precision): bigint {
  let power = x
  let sum = x
  let subtract = true
  for (let n = 2n; n <= series.iterations; n++) {
    power = (power * x) >> series.places
    const term = divideFloor(power, n)
    sum = subtract ? sum - term : sum + term
    subtract = !subtract
    if (isWithinGuardBits(term)) break
  }
  return sum
}

/**
 * e^x = 1 + x + x²/2! + …: each term floored from the one before. The first term within the guard bits is the last.
 *
 * @clause numbers-32
 * @source safe-bigmath:src/integer.rs:670
 */
function expSeries(x: bigint, series: Precision): bigint {
  let term = 1n << series.places
  let sum = term
  for (let n = 1n; n <= series.iterations; n++) {
    term = divideFloor((term * x) >> series.places, n)
    sum += term
    if (isWithinGuardBits(term)) break
  }
  return sum
}

/**
 * Whether a term is below one unit of the precision asked for. (The chain's library also ends a series when the sum,
 * rounded to that precision, stays as it was: a larger term always changes it, so this one condition covers both.)
 *
 * @clause numbers-32
 * @source safe-bigmath:src/integer.rs:637
 */
function isWithinGuardBits(term: bigint): boolean {
  return term < GUARD_FACTOR && term > -GUARD_FACTOR
}

/**
 * The value in units of the precision asked for, to the nearest, ties away from zero.
 *
 * @clause numbers-32
 * @source safe-bigmath:src/integer.rs:731
 */
function dropGuardBits(value: bigint): bigint {
  const half = GUARD_FACTOR >> 1n
  return value < 0n ? -((half - value) >> GUARD_BITS) : (value + half) >> GUARD_BITS
}

/**
 * The largest r with r^degree ≤ radicand, by Newton's iteration from above.
 *
 * @clause numbers-31
 * @source safe-bigmath:src/integer.rs:614
 */
function rootFloor(radicand: bigint, degree: bigint): bigint {
  if (degree === 1n || radicand < 2n) return radicand
  let root = 1n << (bitLength(radicand) / degree + 1n)
  for (;;) {
    const next = ((degree - 1n) * root + radicand / root ** (degree - 1n)) / degree
    if (next >= root) return root
    root = next
  }
}

function divideFloor(dividend: bigint, divisor: bigint): bigint {
  return dividend < 0n ? -((divisor - 1n - dividend) / divisor) : dividend / divisor
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}

function bitLength(value: bigint): bigint {
  if (value === 0n) return 0n
  const hex = value.toString(16)
  // The leading digit has 1 to 4 bits, of 32 that `clz32` counts.
  return BigInt(4 * (hex.length - 1) + 32 - Math.clz32(Number.parseInt(hex.charAt(0), 16)))
}

function larger(a: bigint, b: bigint): bigint {
  if (b > a) return b
  return a
}
