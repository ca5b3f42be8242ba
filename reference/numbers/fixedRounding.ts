import { brand } from "./brand.js"
import type { FixedLayout } from "./fixedFormat.js"

/** The ways from a fixed-point number to a whole one in the same format. */
export interface FixedRounding<T extends bigint> {
  /** The largest whole number that is not above a. */
  floor(a: T): T
  /** The smallest whole number that is not below a; wraps above the largest one. */
  ceil(a: T): T
  /** The nearest whole number, ties away from zero; wraps above the largest one. */
  round(a: T): T
  /** The whole number left when the fraction is dropped, toward zero. */
  roundToZero(a: T): T
  /** a − int(a): never negative, for a negative a too. */
  frac(a: T): T
  /** The bits left of the point: the same as `floor`. */
  int(a: T): T
  /** `floor`, or nothing outside the format (which does not happen). */
  checkedFloor(a: T): T | undefined
  /** `ceil`, or nothing outside the format. */
  checkedCeil(a: T): T | undefined
  /** `round`, or nothing outside the format. */
  checkedRound(a: T): T | undefined
}

/**
 * Rounding to whole numbers within one format.
 *
 * @clause numbers-05
 * @source substrate-fixed:src/macros_round.rs:807
 */
export function fixedRounding<T extends bigint>(layout: FixedLayout<T>): FixedRounding<T> {
  const { fractionShift, range } = layout
  const { wrap, check } = range
  const fractionMask = (1n << fractionShift) - 1n
  const half = 1n << (fractionShift - 1n)

  const int = (a: T): T => brand(a & ~fractionMask)
  const exactCeil = (a: bigint): bigint => (a + fractionMask) & ~fractionMask
  const exactRound = (a: bigint): bigint => (a < 0n ? -((-a + half) & ~fractionMask) : (a + half) & ~fractionMask)

  return {
    floor: int,
    ceil: (a) => wrap(exactCeil(a)),
    round: (a) => wrap(exactRound(a)),
    roundToZero: (a) => (a < 0n ? brand(exactCeil(a)) : int(a)),
    frac: (a) => brand(a & fractionMask),
    int,
    checkedFloor: int,
    checkedCeil: (a) => check(exactCeil(a)),
    checkedRound: (a) => check(exactRound(a)),
  }
}
