import { I32F32 } from "../numbers/formats.js"
import { exp } from "../numbers/transcendental.js"

const HALF = I32F32.div(I32F32.ONE, I32F32.fromInteger(2))
const MINUS_HUNDRED = I32F32.fromInteger(-100)
const EXPONENT_BOUND = I32F32.fromInteger(20)

/** The range of liquid alpha on a subnet and how steeply it is crossed. */
export interface LiquidAlphaParameters {
  /** The least weight of the new observation. */
  readonly alphaLow: I32F32
  /** The greatest weight of the new observation. */
  readonly alphaHigh: I32F32
  /** How steep the sigmoid is, in hundredths. */
  readonly steepness: I32F32
}

/**
 * The value if it lies between the bounds, else the nearer bound. Where low exceeds high, low wins.
 *
 * @clause consensus-17
 * @clause consensus-75
 * @source pallets/subtensor/src/epoch/math.rs:1362
 */
export function clamp(value: I32F32, low: I32F32, high: I32F32): I32F32 {
  return I32F32.max(I32F32.min(value, high), low)
}

/**
 * e to the power of the input, which is first brought between −20 and 20.
 *
 * @clause consensus-17
 * @source pallets/subtensor/src/epoch/math.rs:177
 */
export function expSafe(input: I32F32): I32F32 {
  const exponent = clamp(input, I32F32.neg(EXPONENT_BOUND), EXPONENT_BOUND)
  return exp(I32F32, exponent) ?? (exponent <= 0n ? I32F32.ZERO : I32F32.MAX)
}

/**
 * The weight of the new observation in the moving average of one bond. A validator that buys ahead of consensus, or
 * sells what it held, moves fast; one that follows moves slowly.
 *
 * @param consensus what the majority says of the neuron
 * @param weight what the validator says of it
 * @param bond what the validator has held in it
 * @clause consensus-17
 * @source pallets/subtensor/src/epoch/run_epoch.rs:1505
 */
export function liquidAlpha(
  consensus: I32F32,
  weight: I32F32,
  bond: I32F32,
  { alphaLow, alphaHigh, steepness }: LiquidAlphaParameters,
): I32F32 {
  const moved = weight >= bond ? I32F32.saturatingSub(weight, consensus) : I32F32.saturatingSub(bond, weight)
  const difference = clamp(moved, I32F32.ZERO, I32F32.ONE)
  const slope = I32F32.saturatingDiv(steepness, MINUS_HUNDRED)
  const exponential = expSafe(I32F32.saturatingMul(slope, I32F32.saturatingSub(difference, HALF)))
  const sigmoid = I32F32.saturatingDiv(I32F32.ONE, I32F32.saturatingAdd(I32F32.ONE, exponential))
  const range = I32F32.saturatingSub(alphaHigh, alphaLow)
  return clamp(I32F32.saturatingAdd(alphaLow, I32F32.saturatingMul(sigmoid, range)), alphaLow, alphaHigh)
}
