import fc from "fast-check"
import type { FixedFormat } from "../fixedPoint.js"
import { I32F32, I64F64, I96F32, U64F64, U96F32, U110F18 } from "../formats.js"

/** Every format; as a list of formats of plain bigints, so that one property serves them all. */
export const FORMATS: readonly FixedFormat<bigint>[] = [I32F32, I64F64, I96F32, U64F64, U96F32, U110F18]

/** The formats that have logarithms. */
export const SIGNED_FORMATS: readonly FixedFormat<bigint>[] = FORMATS.filter((format) => format.signed)

/** Integers from `min` to `max` of every magnitude, the ends and the powers of two among them. */
export function integersOfEveryMagnitude(min: bigint, max: bigint): fc.Arbitrary<bigint> {
  const bits = max.toString(2).length
  const magnitude = fc
    .tuple(fc.nat(bits), fc.bigInt(0n, max), fc.constantFrom(-1n, 0n, 1n), fc.boolean())
    .map(([size, any, nudge, isPower]) => (isPower ? (1n << BigInt(size)) + nudge : any >> BigInt(bits - size)))
  const signed = min < 0n ? fc.tuple(magnitude, fc.boolean()).map(([m, negative]) => (negative ? -m : m)) : magnitude
  return fc.oneof(
    { weight: 12, arbitrary: signed.filter((n) => n >= min && n <= max) },
    { weight: 1, arbitrary: fc.constantFrom(min, max) },
  )
}

/** Values of a format, of every magnitude. */
export function valuesOf(format: FixedFormat<bigint>): fc.Arbitrary<bigint> {
  return integersOfEveryMagnitude(format.MIN, format.MAX)
}
