/** The JSON forms of the model's values: one builder for each type that a public function takes or gives. */
export {
  accountId,
  alphaBalance,
  bytes,
  fixed,
  hash,
  netUid,
  perquintill,
  safeFloat,
  taoBalance,
} from "./chainTypes.js"
export { type Fields, matrix, optional, type StructOf, struct, type TupleOf, tuple, vector } from "./compositeTypes.js"
export { i8, i16, i32, i64, i128, i256, integer, u8, u16, u32, u64, u128, u256 } from "./integerTypes.js"
export { bool, choice, nothing, text } from "./plainTypes.js"
export {
  type Json,
  type JsonObject,
  type JsonSchema,
  type TypeDescription,
  ValueError,
  type ValueOf,
  type ValueType,
} from "./valueType.js"
