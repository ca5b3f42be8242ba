import { excerpt, type Json, type TypeDescription, ValueError, type ValueType } from "./valueType.js"

const DECIMAL = /^(?:0|-?[1-9][0-9]*)$/
const LONGEST_BOUNDED = 80
const LONGEST_UNBOUNDED = 100_000

function parseDecimal(json: Json, path: string, longest: number): bigint {
  if (typeof json !== "string") {
    throw new ValueError(path, `an integer is written as a decimal string, such as "42", not ${excerpt(json)}`)
  }
  if (json.length > longest) throw new ValueError(path, `${json.length} digits are too many for an integer here`)
  if (!DECIMAL.test(json)) throw new ValueError(path, `${excerpt(json)} is not a decimal integer`)
  return BigInt(json)
}

/** Reads a decimal string as an integer from `min` to `max`; a ValueError names the type and the bound that it breaks. */
export function parseBounded(json: Json, path: string, name: string, min: bigint, max: bigint): bigint {
  const value = parseDecimal(json, path, LONGEST_BOUNDED)
  if (value < min) throw new ValueError(path, `${value} is below the least ${name}, ${min}`)
  if (value > max) throw new ValueError(path, `${value} is above the largest ${name}, ${max}`)
  return value
}

/** The schema of the decimal strings of a bounded integer. JSON Schema cannot bound a decimal string: its range is in the description. */
export function decimalSchema(name: string, min: bigint, max: bigint): { readonly [key: string]: Json } {
  const digits = max.toString().length
  const sign = min < 0n ? "-?" : ""
  return {
    type: "string",
    pattern: `^(?:0|${sign}[1-9][0-9]{0,${digits - 1}})$`,
    description: `${name}: a decimal integer from ${min} to ${max}`,
  }
}

/** A bounded integer that the model keeps as a bigint, possibly branded by `from`. */
export function boundedBigint<T extends bigint>(
  name: string,
  min: bigint,
  max: bigint,
  from: (value: bigint) => T,
  describe: TypeDescription = { kind: "integer", name, min, max },
): ValueType<T> {
  return {
    describe,
    schema: decimalSchema(name, min, max),
    toJson: (value) => value.toString(),
    fromJson: (json, path = "value") => from(parseBounded(json, path, name, min, max)),
  }
}

/** A bounded integer that the model keeps as a number, possibly branded by `from`. */
export function boundedNumber<T extends number>(
  name: string,
  min: bigint,
  max: bigint,
  from: (value: number) => T,
): ValueType<T> {
  return {
    describe: { kind: "integer", name, min, max },
    schema: decimalSchema(name, min, max),
    toJson: (value) => value.toString(),
    fromJson: (json, path = "value") => from(Number(parseBounded(json, path, name, min, max))),
  }
}

const unsignedMax = (bits: bigint) => (1n << bits) - 1n
const signedMax = (bits: bigint) => (1n << (bits - 1n)) - 1n
const signedMin = (bits: bigint) => -(1n << (bits - 1n))
const sameBigint = (value: bigint) => value
const sameNumber = (value: number) => value

export const u8 = boundedNumber("u8", 0n, unsignedMax(8n), sameNumber)
export const u16 = boundedNumber("u16", 0n, unsignedMax(16n), sameNumber)
export const u32 = boundedNumber("u32", 0n, unsignedMax(32n), sameNumber)
export const i8 = boundedNumber("i8", signedMin(8n), signedMax(8n), sameNumber)
export const i16 = boundedNumber("i16", signedMin(16n), signedMax(16n), sameNumber)
export const i32 = boundedNumber("i32", signedMin(32n), signedMax(32n), sameNumber)
export const u64 = boundedBigint("u64", 0n, unsignedMax(64n), sameBigint)
export const u128 = boundedBigint("u128", 0n, unsignedMax(128n), sameBigint)
export const u256 = boundedBigint("u256", 0n, unsignedMax(256n), sameBigint)
export const i64 = boundedBigint("i64", signedMin(64n), signedMax(64n), sameBigint)
export const i128 = boundedBigint("i128", signedMin(128n), signedMax(128n), sameBigint)
export const i256 = boundedBigint("i256", signedMin(256n), signedMax(256n), sameBigint)

/** An integer without bounds, kept as a bigint. */
export const integer: ValueType<bigint> = {
  describe: { kind: "integer", name: "integer" },
  schema: { type: "string", pattern: "^(?:0|-?[1-9][0-9]*)$", description: "a decimal integer" },
  toJson: (value) => value.toString(),
  fromJson: (json, path = "value") => parseDecimal(json, path, LONGEST_UNBOUNDED),
}
