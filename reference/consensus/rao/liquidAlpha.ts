import { I32F32 } from "../../numbers/formats.js"
import { exp, ln } from "../../numbers/transcendental.js"
import { clamp } from "../liquidAlpha.js"
import { elementAt } from "../sparseMatrix.js"

/** The weights of a new observation in the moving average of bonds: the range that they lie in. */
export interface AlphaRange {
  readonly alphaLow: I32F32
  readonly alphaHigh: I32F32
}

/** A logistic curve: 1 ÷ (1 + e^(intercept − slope · x)). */
export interface LogisticCurve {
  readonly slope: I32F32
  readonly intercept: I32F32
}

const BITS_OF_A_QUARTER = I32F32.ONE >> 2n

/**
 * A quartile of a vector's values: between two of them, in proportion to how near it lies to either; zero for an empty
 * vector.
 *
 * @param number how many quarters of the places lie below it, from 0 to 4
 * @clause consensus-75
 * @source rao:pallets/subtensor/src/epoch/math.rs:1461
 */
export function quartile(values: readonly I32F32[], number: number): I32F32 {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const quarters = number * Math.max(values.length - 1, 0)
  const place = Math.floor(quarters / 4)
  const low = elementAt(sorted, place, I32F32.ZERO)
  if (quarters % 4 === 0) return low
  const high = elementAt(sorted, place + 1, I32F32.ZERO)
  const weight = I32F32.fromBits(BigInt(quarters % 4) * BITS_OF_A_QUARTER)
  return I32F32.saturatingAdd(low, I32F32.saturatingMul(I32F32.saturatingSub(high, low), weight))
}

/**
 * The logistic curve that gives alphaLow at the lower and alphaHigh at the higher quartile of consensus. Flat where the
 * quartiles do not differ or a bound of the range is zero.
 *
 * @clause consensus-75
 * @source rao:pallets/subtensor/src/epoch/run_epoch.rs:886
 */
export function logisticCurve({ alphaLow, alphaHigh }: AlphaRange, lower: I32F32, higher: I32F32): LogisticCurve {
  if (higher <= lower || alphaLow === I32F32.ZERO || alphaHigh === I32F32.ZERO) {
    return { slope: I32F32.ZERO, intercept: I32F32.ZERO }
  }
  const atLow = logOfOdds(alphaLow)
  const slope = I32F32.safeDiv(I32F32.saturatingSub(logOfOdds(alphaHigh), atLow), I32F32.saturatingSub(lower, higher))
  return { slope, intercept: I32F32.saturatingAdd(atLow, I32F32.saturatingMul(slope, lower)) }
}

/** ln(1 ÷ alpha − 1); zero where that has no logarithm. */
function logOfOdds(alpha: I32F32): I32F32 {
  const odds = I32F32.saturatingSub(I32F32.safeDiv(I32F32.ONE, alpha), I32F32.ONE)
  return ln(I32F32, odds) ?? I32F32.ZERO
}

/**
 * The value of a logistic curve at a consensus. Where the power of e is beyond the format it counts as zero, which gives
 * one instead of nearly zero.
 *
 * @clause consensus-75
 * @source rao:pallets/subtensor/src/epoch/run_epoch.rs:944
 */
export function valueOfCurve({ slope, intercept }: LogisticCurve, consensus: I32F32): I32F32 {
  const exponent = I32F32.saturatingSub(intercept, I32F32.saturatingMul(slope, consensus))
  const power = exp(I32F32, exponent) ?? I32F32.ZERO
  return I32F32.safeDiv(I32F32.ONE, I32F32.saturatingAdd(I32F32.ONE, power))
}

/**
 * For each neuron the weight of the new observation in the moving average of the bonds to it: the more consensus there
 * is on it, the higher. Nothing where the upper quartile of consensus is zero: liquid alpha then has no effect.
 *
 * @clause consensus-75
 * @source rao:pallets/subtensor/src/epoch/run_epoch.rs:1125
 */
export function liquidAlphas(consensus: readonly I32F32[], range: AlphaRange): readonly I32F32[] | undefined {
  const higher = quartile(consensus, 3)
  if (higher === I32F32.ZERO) return undefined
  const curve = logisticCurve(range, quartile(consensus, 1), higher)
  return consensus.map((value) => clamp(valueOfCurve(curve, value), range.alphaLow, range.alphaHigh))
}
