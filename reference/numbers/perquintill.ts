import { type Branded, brand } from "./brand.js"

/** A fraction from 0 to 1, counted in parts of 10^18. */
export type Perquintill = Branded<bigint, "Perquintill">

/** Where a quotient that is not whole goes. A tie is a remainder of exactly half the divisor. */
export type Rounding = "down" | "up" | "nearestTiesDown" | "nearestTiesUp"

const ACCURACY = 10n ** 18n
const ZERO = brand<Perquintill>(0n)
const ONE = brand<Perquintill>(ACCURACY)

/** Whether a quotient moves up by one, judged by its remainder. */
const MOVES_UP: { readonly [rounding in Rounding]: (remainder: bigint, divisor: bigint) => boolean } = {
  down: () => false,
  up: (remainder) => remainder > 0n,
  nearestTiesDown: (remainder, divisor) => remainder * 2n > divisor,
  nearestTiesUp: (remainder, divisor) => remainder * 2n >= divisor,
}

/**
 * A quotient of two numbers that are not negative, rounded as asked.
 *
 * @clause numbers-08
 * @source sp-arithmetic:src/helpers_128bit.rs:187
 */
function divide(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const quotient = dividend / divisor
  return MOVES_UP[rounding](dividend % divisor, divisor) ? quotient + 1n : quotient
}

/**
 * That many parts (u64) of 10^18; more are cut to one.
 *
 * @clause numbers-07
 * @source sp-arithmetic:src/per_things.rs:718
 */
function fromParts(parts: bigint): Perquintill {
  return parts > ACCURACY ? ONE : brand(parts)
}

/**
 * a + b, at most one.
 *
 * @clause numbers-07
 * @source sp-arithmetic:src/per_things.rs:876
 */
function saturatingAdd(a: Perquintill, b: Perquintill): Perquintill {
  return fromParts(a + b)
}

/**
 * a − b, at least zero.
 *
 * @clause numbers-07
 * @source sp-arithmetic:src/per_things.rs:883
 */
function saturatingSub(a: Perquintill, b: Perquintill): Perquintill {
  return a > b ? brand(a - b) : ZERO
}

/**
 * a − b, or nothing below zero.
 *
 * @clause numbers-07
 * @source sp-arithmetic:src/per_things.rs:1031
 */
function checkedSub(a: Perquintill, b: Perquintill): Perquintill | undefined {
  return a < b ? undefined : brand(a - b)
}

/**
 * 1 − a.
 *
 * @clause numbers-07
 * @source sp-arithmetic:src/per_things.rs:231
 */
function leftFromOne(a: Perquintill): Perquintill {
  return brand(ACCURACY - a)
}

/**
 * The plain `×` of two fractions: rounds down.
 *
 * @clause numbers-07
 * @source sp-arithmetic:src/per_things.rs:925
 */
function mul(a: Perquintill, b: Perquintill): Perquintill {
  return brand((a * b) / ACCURACY)
}

/**
 * p ÷ q (u128 both), rounded as asked. Nothing if q is zero or p is above q.
 *
 * @clause numbers-08
 * @source sp-arithmetic:src/per_things.rs:685
 */
function fromRationalWithRounding(p: bigint, q: bigint, rounding: Rounding): Perquintill | undefined {
  if (q === 0n || p > q) return undefined
  return brand(divide(ACCURACY * p, q, rounding))
}

/**
 * p ÷ q (u128 both), rounded down. One if q is zero or p is above q: never a failure. The plain `÷` of two fractions is
 * the same, of their parts.
 *
 * @clause numbers-08
 * @source sp-arithmetic:src/per_things.rs:373
 */
function fromRational(p: bigint, q: bigint): Perquintill {
  return fromRationalWithRounding(p, q, "down") ?? ONE
}

/**
 * The share of an amount x, rounded down. Never above x.
 *
 * @clause numbers-09
 * @source sp-arithmetic:src/per_things.rs:522
 */
function mulFloor<V extends bigint>(fraction: Perquintill, x: V): V {
  return brand(divide(BigInt(x) * fraction, ACCURACY, "down"))
}

/**
 * The share of an amount x, rounded up. Never above x.
 *
 * @clause numbers-09
 * @source sp-arithmetic:src/per_things.rs:522
 */
function mulCeil<V extends bigint>(fraction: Perquintill, x: V): V {
  return brand(divide(BigInt(x) * fraction, ACCURACY, "up"))
}

/**
 * The share of an amount x, to the nearest, ties down: the plain `×` of a fraction and an amount.
 *
 * @clause numbers-09
 * @source sp-arithmetic:src/per_things.rs:983
 */
function mulNearest<V extends bigint>(fraction: Perquintill, x: V): V {
  return brand(divide(BigInt(x) * fraction, ACCURACY, "nearestTiesDown"))
}

/** The fractions of type Perquintill and what the chain computes with them. */
export const Perquintill = {
  name: "Perquintill",
  ACCURACY,
  ZERO,
  ONE,
  fromParts,
  saturatingAdd,
  saturatingSub,
  checkedSub,
  leftFromOne,
  mul,
  div: fromRational,
  fromRational,
  fromRationalWithRounding,
  mulFloor,
  mulCeil,
  mulNearest,
} as const
