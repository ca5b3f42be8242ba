import { Integer, ZERO } from "../integers/integer"
import { approximatePower } from "./approximatePower"
import { exactPower } from "./exactPower"
import { ScaledPower } from "./scaledPower"

/** The largest part of an exponent for which the power is exact. */
const LARGEST_EXACT = Integer.of(1024)

/**
 * A power of a ratio, scaled; `precision` is the number of binary places asked for.
 *
 * @clause numbers-30
 */
export function powRatioScaled(power: ScaledPower, precision: u32): Integer | null {
  if (power.denominator.isZero() || power.lower.isZero()) return null
  if (power.numerator.isZero()) return ZERO
  if (hasNegative(power)) return null
  if (power.upper.isZero()) return power.scale
  const reduced = withReducedExponent(power)
  const isExact = reduced.upper <= LARGEST_EXACT && reduced.lower <= LARGEST_EXACT
  return isExact ? exactPower(reduced) : approximatePower(reduced, precision)
}

function hasNegative(power: ScaledPower): bool {
  if (power.scale.negative || power.numerator.negative || power.denominator.negative) return true
  return power.upper.negative || power.lower.negative
}

function withReducedExponent(power: ScaledPower): ScaledPower {
  const divisor = greatestCommonDivisor(power.upper, power.lower)
  const upper = power.upper.dividedDown(divisor)
  const lower = power.lower.dividedDown(divisor)
  return new ScaledPower(power.numerator, power.denominator, upper, lower, power.scale)
}

function greatestCommonDivisor(a: Integer, b: Integer): Integer {
  return b.isZero() ? a : greatestCommonDivisor(b, a.remainder(b))
}
