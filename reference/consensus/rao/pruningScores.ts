import { I32F32 } from "../../numbers/formats.js"
import { U16 } from "../../numbers/integers.js"

const U16_MAX = I32F32.saturatingFromInteger(U16.MAX)

/**
 * What decides who makes room for the next neuron: each neuron's share of the emission, scaled so that the largest is
 * 65535 and rounded to the nearest integer, halves upward. All zero where nobody has a share.
 *
 * @clause consensus-78
 * @source rao:pallets/subtensor/src/epoch/math.rs:95
 */
export function pruningScores(shares: readonly I32F32[]): readonly number[] {
  const largest = shares.reduce<I32F32>((most, share) => I32F32.max(most, share), I32F32.ZERO)
  if (largest === I32F32.ZERO) return shares.map(() => 0)
  return shares.map((share) => {
    const scaled = I32F32.safeDiv(I32F32.saturatingMul(share, U16_MAX), largest)
    return I32F32.saturatingToU16(I32F32.round(scaled))
  })
}
