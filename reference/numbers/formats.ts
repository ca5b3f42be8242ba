import type { Branded } from "./brand.js"
import { fixedPoint } from "./fixedPoint.js"

/** Signed, 32 bits left of the point and 32 right of it: weights, bonds, ranks. Raw bits in 64 bits. */
export type I32F32 = Branded<bigint, "I32F32">
export const I32F32 = fixedPoint<I32F32>("I32F32", true, 32, 32)

/** Signed, 64.64. Raw bits in 128 bits. */
export type I64F64 = Branded<bigint, "I64F64">
export const I64F64 = fixedPoint<I64F64>("I64F64", true, 64, 64)

/** Unsigned, 64.64: prices, proportions. Raw bits in 128 bits. */
export type U64F64 = Branded<bigint, "U64F64">
export const U64F64 = fixedPoint<U64F64>("U64F64", false, 64, 64)

/** Unsigned, 96.32: amounts in rao with a coarse fraction. Raw bits in 128 bits. */
export type U96F32 = Branded<bigint, "U96F32">
export const U96F32 = fixedPoint<U96F32>("U96F32", false, 96, 32)

/** Signed, 96.32: amounts in rao with a coarse fraction. Raw bits in 128 bits. */
export type I96F32 = Branded<bigint, "I96F32">
export const I96F32 = fixedPoint<I96F32>("I96F32", true, 96, 32)

/** Unsigned, 110.18: products of two reserves. Raw bits in 128 bits. */
export type U110F18 = Branded<bigint, "U110F18">
export const U110F18 = fixedPoint<U110F18>("U110F18", false, 110, 18)
