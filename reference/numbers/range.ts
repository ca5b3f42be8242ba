import { brand } from "./brand.js"

/**
 * What a type of limited width makes of an exact result: the three ways in which the chain brings an integer (or the
 * raw bits of a fixed-point number) back into range.
 */
export interface Range<T extends bigint> {
  readonly signed: boolean
  readonly bits: number
  readonly MIN: T
  readonly MAX: T
  /** Keeps the lowest `bits` bits, in two's complement if signed. */
  wrap(exact: bigint): T
  /** Takes the nearest value of the type. */
  saturate(exact: bigint): T
  /** Takes the value if it is in the type, else nothing. */
  check(exact: bigint): T | undefined
  contains(exact: bigint): boolean
}

/**
 * The range of an integer of `bits` bits: −2^(bits−1) … 2^(bits−1)−1 if signed, else 0 … 2^bits−1.
 *
 * @clause numbers-01
 */
export function rangeOf<T extends bigint>(signed: boolean, bits: number): Range<T> {
  return signed ? signedRange(bits) : unsignedRange(bits)
}

function signedRange<T extends bigint>(bits: number): Range<T> {
  const MIN = brand<T>(-(1n << BigInt(bits - 1)))
  const MAX = brand<T>((1n << BigInt(bits - 1)) - 1n)
  return {
    signed: true,
    bits,
    MIN,
    MAX,
    wrap: (exact) => brand(BigInt.asIntN(bits, exact)),
    saturate: (exact) => (exact > MAX ? MAX : exact < MIN ? MIN : brand(exact)),
    check: (exact) => (exact > MAX || exact < MIN ? undefined : brand(exact)),
    contains: (exact) => exact >= MIN && exact <= MAX,
  }
}

function unsignedRange<T extends bigint>(bits: number): Range<T> {
  const MIN = brand<T>(0n)
  const MAX = brand<T>((1n << BigInt(bits)) - 1n)
  return {
    signed: false,
    bits,
    MIN,
    MAX,
    wrap: (exact) => brand(BigInt.asUintN(bits, exact)),
    saturate: (exact) => (exact > MAX ? MAX : exact < MIN ? MIN : brand(exact)),
    check: (exact) => (exact > MAX || exact < MIN ? undefined : brand(exact)),
    contains: (exact) => exact >= MIN && exact <= MAX,
  }
}
