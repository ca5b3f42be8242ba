import { type Branded, brand } from "./brand.js"
import { U64 } from "./integers.js"

/** A fraction from 0 to 1, counted in parts of 10^18. */
export type Perquintill = Branded<bigint, "Perquintill">

/** Where a quotient between two parts goes. A tie is exactly half of the divisor. */
export type Rounding = "down" | "up" | "nearestTiesDown" | "nearestTiesUp"

const ACCURACY = 10n ** 18n

/**
 * Whether a quotient moves up by one, judged by its remainder.
 *
 * @clause numbers-07
 * @source pallets/swap/src/pallet/balancer.rs:288
 */
const MOVES_UP: { readonly [rounding in Rounding]: (remainder: bigint, divisor: bigint) => boolean } = {
  down: () => false,
  up: (remainder) => remainder > 0n,
  nearestTiesDown: (remainder, divisor) => remainder * 2n > divisor,
  nearestTiesUp: (remainder, divisor) => remainder * 2n >= divisor,
}

function divide(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const quotient = dividend / divisor
  return MOVES_UP[rounding](dividend % divisor, divisor) ? quotient + 1n : quotient
}

/**
 * That many parts of 10^18; more are cut to one.
 *
 * @clause numbers-07
 * @source pallets/swap/src/pallet/balancer.rs:73
 */
function fromParts(parts: bigint): Perquintill {
  return brand(parts > ACCURACY ? ACCURACY : parts)
}

/**
 * p ÷ q (u128 both), rounded as asked. Nothing if q is zero or p is above q.
 *
 * @clause numbers-08
 * @source pallets/swap/src/pallet/balancer.rs:288
 */
function fromRationalWithRounding(p: bigint, q: bigint, rounding: Rounding): Perquintill | undefined {
  if (q === 0n || p > q) return undefined
  return brand(divide(ACCURACY * p, q, rounding))
}

/**
 * p ÷ q (u128 both), rounded down. One if q is zero or p is above q: never a failure.
 *
 * @clause numbers-08
 * @source pallets/swap/src/pallet/balancer.rs:288
 */
function fromRational(p: bigint, q: bigint): Perquintill {
  return fromRationalWithRounding(p, q, "down") ?? brand(ACCURACY)
}

/**
 * The share x × fraction of an amount, rounded as asked. The result is never above x, so it cannot overflow.
 *
 * @clause numbers-09
 * @source pallets/swap/src/pallet/balancer.rs:232
 */
function multiply<V extends bigint>(fraction: Perquintill, x: V, rounding: Rounding): V {
  return brand(divide(BigInt(x) * fraction, ACCURACY, rounding))
}

/** The fractions of type Perquintill and what the chain computes with them. */
export const Perquintill = {
  name: "Perquintill",
  ACCURACY,
  ZERO: brand<Perquintill>(0n),
  ONE: brand<Perquintill>(ACCURACY),
  fromParts,
  fromRational,
  fromRationalWithRounding,

  /** Share of an amount, rounded down. */
  mulFloor: <V extends bigint>(fraction: Perquintill, x: V): V => multiply(fraction, x, "down"),
  /** Share of an amount, rounded up. */
  mulCeil: <V extends bigint>(fraction: Perquintill, x: V): V => multiply(fraction, x, "up"),
  /** Share of an amount, to the nearest, ties down: the plain `×` of a fraction and an amount. */
  mulNearest: <V extends bigint>(fraction: Perquintill, x: V): V => multiply(fraction, x, "nearestTiesDown"),

  /** The plain `×` of two fractions: rounds down. */
  mul: (a: Perquintill, b: Perquintill): Perquintill => brand((a * b) / ACCURACY),
  /** The plain `÷` of two fractions: rounds down; one if b is zero or below a. */
  div: (a: Perquintill, b: Perquintill): Perquintill => fromRational(a, b),
  /** a + b, at most one. */
  saturatingAdd: (a: Perquintill, b: Perquintill): Perquintill => fromParts(a + b),
  /** a − b, at least zero. */
  saturatingSub: (a: Perquintill, b: Perquintill): Perquintill => fromParts(U64.saturatingSub<bigint>(a, b)),
  /** a − b, or nothing below zero. */
  checkedSub: (a: Perquintill, b: Perquintill): Perquintill | undefined => (a < b ? undefined : brand(a - b)),
  /** 1 − a. */
  leftFromOne: (a: Perquintill): Perquintill => brand(ACCURACY - a),
} as const
