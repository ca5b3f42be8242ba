import { Integer, lesser, ONE, ZERO } from "../integers/integer"
import { Range } from "./range"

/** One, in parts. */
export const PARTS = Integer.of(1_000_000_000_000_000_000)

/** The parts that a fraction can have. */
export class Fractions extends Range {
  constructor() {
    super(64, false)
  }

  includes(value: Integer): bool {
    return !value.negative && value <= PARTS
  }
}

export const PERQUINTILL = new Fractions()

/** What a quotient is rounded to. */
export const ROUNDINGS: string[] = ["down", "up", "nearestTiesDown", "nearestTiesUp"]

/**
 * numerator ÷ denominator, not negative, rounded as a name says.
 *
 * @clause numbers-08
 */
export function dividedRounding(numerator: Integer, denominator: Integer, rounding: string): Integer {
  const floor = numerator.dividedDown(denominator)
  const rest = numerator - floor * denominator
  const comparedToHalf = (rest << 1).compareTo(denominator)
  if (rounding == "up" && rest.isPositive()) return floor + ONE
  if (rounding == "nearestTiesDown" && comparedToHalf > 0) return floor + ONE
  if (rounding == "nearestTiesUp" && comparedToHalf >= 0) return floor + ONE
  return floor
}

/** @clause numbers-08 */
export function fromRationalWithRounding(p: Integer, q: Integer, rounding: string): Integer | null {
  return q.isZero() || p > q ? null : dividedRounding(PARTS * p, q, rounding)
}

/** @clause numbers-08 */
export function fromRational(p: Integer, q: Integer): Integer {
  const fraction = fromRationalWithRounding(p, q, "down")
  return fraction === null ? PARTS : fraction
}

/**
 * The share of an amount.
 *
 * @clause numbers-09
 */
export function shareOf(fraction: Integer, amount: Integer, rounding: string): Integer {
  return dividedRounding(fraction * amount, PARTS, rounding)
}

/** @clause numbers-07 */
export function fromParts(parts: Integer): Integer {
  return lesser(parts, PARTS)
}

/** @clause numbers-07 */
export function leftFromOne(fraction: Integer): Integer {
  return PARTS - fraction
}

/** @clause numbers-07 */
export function saturatingSubParts(a: Integer, b: Integer): Integer {
  return a > b ? a - b : ZERO
}
