import { bigIntegerType } from "./bigIntegers.js"
import { smallIntegerType } from "./smallIntegers.js"

export type { IntegerType } from "./integerType.js"

/** Unsigned integers of up to 32 bits: values are `number`. */
export const U8 = smallIntegerType("u8", false, 8)
export const U16 = smallIntegerType("u16", false, 16)
export const U32 = smallIntegerType("u32", false, 32)

/** Signed integers of up to 32 bits: values are `number`. */
export const I16 = smallIntegerType("i16", true, 16)
export const I32 = smallIntegerType("i32", true, 32)

/** Unsigned integers of 64 bits or more: values are `bigint`. */
export const U64 = bigIntegerType("u64", false, 64)
export const U128 = bigIntegerType("u128", false, 128)
export const U256 = bigIntegerType("u256", false, 256)

/** Signed integers of 64 bits or more: values are `bigint`. */
export const I64 = bigIntegerType("i64", true, 64)
export const I128 = bigIntegerType("i128", true, 128)
