import { I32F32 } from "../numbers/formats.js"
import { U16 } from "../numbers/integers.js"

const U16_MAX = I32F32.saturatingFromInteger(U16.MAX)

/** Above this, the product of a weight and 65535 would not fit I32F32. */
const HALF_WAY = I32F32.saturatingFromInteger(32_768)

/**
 * Weights scaled so that the largest becomes 65535, each rounded to the nearest integer, halves upward. If all are zero
 * they stay zero. A largest weight above 32768 is divided into 65535 before the multiplication, a smaller one after it,
 * which rounds differently.
 *
 * @param weights one per neuron named, each u16
 * @clause weights-01
 * @source pallets/subtensor/src/epoch/math.rs:123
 */
export function maxUpscale(weights: readonly number[]): readonly number[] {
  const largest = I32F32.saturatingFromInteger(weights.reduce((most, weight) => Math.max(most, weight), 0))
  if (largest === I32F32.ZERO) return weights
  const scale = largest > HALF_WAY ? scaleByFactor(largest) : scaleByProduct(largest)
  return weights.map((weight) => I32F32.saturatingToU16(I32F32.round(scale(I32F32.saturatingFromInteger(weight)))))
}

function scaleByFactor(largest: I32F32): (weight: I32F32) => I32F32 {
  const factor = I32F32.safeDiv(U16_MAX, largest)
  return (weight) => I32F32.saturatingMul(weight, factor)
}

function scaleByProduct(largest: I32F32): (weight: I32F32) => I32F32 {
  return (weight) => I32F32.safeDiv(I32F32.saturatingMul(weight, U16_MAX), largest)
}
