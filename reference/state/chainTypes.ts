import { fixed, perquintill as perquintillValue } from "../interface/chainTypes.js"
import { brand } from "../numbers/brand.js"
import { I64F64, I96F32, U64F64, U96F32 } from "../numbers/formats.js"
import type { Perquintill as PerquintillParts } from "../numbers/perquintill.js"
import { primitiveEncoding } from "./encoding.js"
import * as primitives from "./primitives.js"
import { branded, composedType, fixedBytes, i128, type ScaleType, u16, u64, u128 } from "./scaleTypes.js"

/** An account. */
export const accountId = fixedBytes(32, "account", primitives.accountId)
/** A hash of 32 bytes. */
export const hash = fixedBytes(32, "hash", primitives.hash)
/** An amount of TAO in rao. */
export const taoBalance = branded(u64, primitives.taoBalance)
/** An amount of alpha in alpha rao. */
export const alphaBalance = branded(u64, primitives.alphaBalance)
/** The number of a subnet. */
export const netUid = branded(u16, primitives.netUid)
/** A subnet and one of its mechanisms. */
export const netUidStorageIndex = branded(u16, primitives.netUidStorageIndex)

function fixedPoint<T extends bigint>(format: Parameters<typeof fixed<T>>[0], raw: ScaleType<bigint>): ScaleType<T> {
  return composedType<T>(
    fixed(format),
    primitiveEncoding(format.name),
    (value) => raw.encode(value),
    (input) => format.fromBits(raw.decode(input)),
  )
}

/** 64 bits before the point and 64 after it, unsigned. */
export const u64f64 = fixedPoint(U64F64, u128)
/** 96 bits before the point and 32 after it, unsigned. */
export const u96f32 = fixedPoint(U96F32, u128)
/** 64 bits before the point and 64 after it, signed. */
export const i64f64 = fixedPoint(I64F64, i128)
/** 96 bits before the point and 32 after it, signed. */
export const i96f32 = fixedPoint(I96F32, i128)

/** A fraction of one in parts of 10^18. */
export const perquintill: ScaleType<PerquintillParts> = composedType(
  perquintillValue,
  primitiveEncoding("Perquintill"),
  (parts) => u64.encode(parts),
  (input) => brand<PerquintillParts>(u64.decode(input)),
)
