import type { U64F64 } from "./formats.js"
import { I64, U64, U256 } from "./integers.js"

/**
 * mantissa × 10^exponent: the decimal floating point in which a share pool counts shares. A stored value is
 * normalised: its mantissa (u128) is above 10^20 and at most 10^21, or mantissa and exponent (i64) are both zero.
 */
export interface SafeFloat {
  readonly mantissa: bigint
  readonly exponent: bigint
}

const MAX_MANTISSA = 10n ** 21n
const LOW_MANTISSA = 10n ** 20n
const MANTISSA_DIGITS = 21n
const ZERO: SafeFloat = { mantissa: 0n, exponent: 0n }

/**
 * Brings a mantissa (u256) into its range, a decimal digit at a time: digits that fall out on the right are dropped.
 * Nothing if the exponent leaves i64 on the way.
 *
 * @clause numbers-20
 * @source primitives/share-pool/src/lib.rs:73
 */
function normalize(mantissa: bigint, exponent: bigint): SafeFloat | undefined {
  if (mantissa === 0n) return ZERO
  let digits = mantissa
  let power = exponent
  while (digits > MAX_MANTISSA) {
    digits /= 10n
    power += 1n
  }
  // Cutting 10^21 + 5 gives 10^20, which the second loop lengthens again: the exponent is checked at both turns.
  if (power > I64.MAX) return undefined
  while (digits <= LOW_MANTISSA) {
    digits *= 10n
    power -= 1n
  }
  return power < I64.MIN ? undefined : { mantissa: digits, exponent: power }
}

/**
 * 10^exponent, which no caller needs beyond 10^22: there it stops.
 *
 * @clause numbers-20
 * @source primitives/share-pool/src/lib.rs:34
 */
function cappedPowerOfTen(exponent: bigint): bigint {
  return 10n ** (exponent > MANTISSA_DIGITS ? MANTISSA_DIGITS + 1n : exponent)
}

/**
 * The normalised number. Nothing if the mantissa is above 10^21 or the exponent leaves i64.
 *
 * @clause numbers-20
 * @source primitives/share-pool/src/lib.rs:54
 */
function create(mantissa: bigint, exponent: bigint): SafeFloat | undefined {
  return mantissa > MAX_MANTISSA ? undefined : normalize(mantissa, exponent)
}

/** Both mantissas counted in units of the larger exponent; the digits of the smaller number below that are dropped. */
function align(a: SafeFloat, b: SafeFloat): { a: bigint; b: bigint; exponent: bigint } {
  // The difference of two exponents saturates in i64; both it and the exact one are far beyond the cap.
  if (a.exponent >= b.exponent) {
    return { a: a.mantissa, b: b.mantissa / cappedPowerOfTen(a.exponent - b.exponent), exponent: a.exponent }
  }
  return { a: a.mantissa / cappedPowerOfTen(b.exponent - a.exponent), b: b.mantissa, exponent: b.exponent }
}

/**
 * a + b, the smaller cut to the unit of the larger. A zero operand gives the other back as it is.
 *
 * @clause numbers-21
 * @source primitives/share-pool/src/lib.rs:158
 */
function add(a: SafeFloat, b: SafeFloat): SafeFloat | undefined {
  if (a.mantissa === 0n) return b
  if (b.mantissa === 0n) return a
  const aligned = align(a, b)
  return normalize(aligned.a + aligned.b, aligned.exponent)
}

/**
 * a − b, the smaller cut to the unit of the larger; zero if b is larger. Nothing if a alone is zero.
 *
 * @clause numbers-21
 * @source primitives/share-pool/src/lib.rs:190
 */
function sub(a: SafeFloat, b: SafeFloat): SafeFloat | undefined {
  if (a.mantissa === 0n) return b.mantissa === 0n ? ZERO : undefined
  if (b.mantissa === 0n) return a
  const aligned = align(a, b)
  return normalize(U256.saturatingSub(aligned.a, aligned.b), aligned.exponent)
}

/**
 * a ÷ b to at least 21 digits, truncated. Nothing if b is zero or the exponent leaves i64.
 *
 * @clause numbers-22
 * @source primitives/share-pool/src/lib.rs:123
 */
function div(a: SafeFloat, b: SafeFloat): SafeFloat | undefined {
  const exponent = I64.checkedFrom(a.exponent - b.exponent - MANTISSA_DIGITS)
  if (exponent === undefined || b.mantissa === 0n) return undefined
  return normalize((a.mantissa * MAX_MANTISSA) / b.mantissa, exponent)
}

/**
 * a × b ÷ c, truncated once after the division. Nothing if c is zero or an exponent leaves i64.
 *
 * @clause numbers-22
 * @source primitives/share-pool/src/lib.rs:225
 */
function mulDiv(a: SafeFloat, b: SafeFloat, c: SafeFloat): SafeFloat | undefined {
  if (c.mantissa === 0n) return undefined
  const product = I64.checkedAdd(a.exponent, b.exponent)
  const exponent = product === undefined ? undefined : I64.checkedSub(product, c.exponent)
  return exponent === undefined ? undefined : normalize((a.mantissa * b.mantissa) / c.mantissa, exponent)
}

/**
 * Whether a > b, for normalised numbers. Exponents that differ by more than one decide alone: also when a number is
 * zero, whose exponent is zero.
 *
 * @clause numbers-23
 * @source primitives/share-pool/src/lib.rs:263
 */
function greaterThan(a: SafeFloat, b: SafeFloat): boolean {
  const difference = a.exponent - b.exponent
  if (difference === 0n) return a.mantissa > b.mantissa
  if (difference > 1n) return true
  if (difference < -1n) return false
  return difference === 1n ? a.mantissa * 10n > b.mantissa : a.mantissa > b.mantissa * 10n
}

/**
 * The whole part as a u64; the largest u64 if it is larger.
 *
 * @clause numbers-24
 * @source primitives/share-pool/src/lib.rs:288
 */
function toU64(a: SafeFloat): bigint {
  if (a.exponent > 0n) return U64.saturatingFrom(a.mantissa * cappedPowerOfTen(a.exponent))
  return U64.saturatingFrom(a.mantissa / cappedPowerOfTen(-a.exponent))
}

/**
 * A u64, exactly.
 *
 * @clause numbers-24
 * @source primitives/share-pool/src/lib.rs:323
 */
function fromU64(value: bigint): SafeFloat {
  return create(value, 0n) ?? ZERO
}

/**
 * A U64F64: whole part and fraction converted apart, the fraction divided by 2^64, and both added, with the truncation
 * of each of these steps.
 *
 * @clause numbers-24
 * @source primitives/share-pool/src/lib.rs:329
 */
function fromU64F64(value: U64F64): SafeFloat {
  const whole = fromU64(value >> 64n)
  const fraction = div(fromU64(BigInt.asUintN(64, value)), TWO_TO_64) ?? ZERO
  return add(whole, fraction) ?? ZERO
}

const TWO_TO_64 = create(2n ** 64n, 0n) ?? ZERO

/** The share pool's numbers and what it computes with them. */
export const SafeFloat = {
  ZERO,
  MAX_MANTISSA,
  create,
  add,
  sub,
  div,
  mulDiv,
  greaterThan,
  isZero: (a: SafeFloat): boolean => a.mantissa === 0n,
  toU64,
  fromU64,
  fromU64F64,
} as const
