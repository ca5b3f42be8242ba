import { bytesToHex, concatBytes, hexToBytes } from "@noble/hashes/utils.js"
import * as scale from "scale-ts"
import {
  optional as optionalValue,
  type StructOf,
  struct as structValue,
  type TupleOf,
  tuple as tupleValue,
  type Fields as ValueFields,
  vector as vectorValue,
} from "../interface/compositeTypes.js"
import * as integers from "../interface/integerTypes.js"
import { bool as boolValue, choice as choiceValue, nothing } from "../interface/plainTypes.js"
import { excerpt, isJsonObject, type Json, ValueError, type ValueOf, type ValueType } from "../interface/valueType.js"
import {
  arrayEncoding,
  byteVectorEncoding,
  compactEncoding,
  type Encoding,
  emptyEncoding,
  enumerationEncoding,
  optionEncoding,
  primitiveEncoding,
  structEncoding,
  tupleEncoding,
  vectorEncoding,
} from "./encoding.js"

/** The bytes that a decoder reads from; it advances as it reads. */
export type ScaleInput = Parameters<scale.Decoder<unknown>>[0]

/** A type of the chain: its TypeScript value, its JSON form and its SCALE bytes. */
export interface ScaleType<T> extends ValueType<T> {
  /** How the SCALE bytes are laid out. */
  readonly encoding: Encoding
  /** The SCALE bytes of a value. */
  encode(value: T): Uint8Array
  /** The value at the front of the input. Throws when the input is too short or not of this type. */
  decode(input: ScaleInput): T
}

/** Lower-case hexadecimal text with its `0x`. */
export type Hex = `0x${string}`

/** Hexadecimal text of bytes. */
export function toHex(bytes: Uint8Array): Hex {
  return `0x${bytesToHex(bytes)}`
}

/** The bytes of hexadecimal text that begins with `0x`. */
export function fromHex(hex: string): Uint8Array {
  return hexToBytes(hex.slice(2))
}

/** A type without parts, from its name, its JSON form and a SCALE codec of the same value. */
function primitiveType<T>(name: string, json: ValueType<T>, codec: scale.Codec<T>): ScaleType<T> {
  return { ...json, encoding: primitiveEncoding(name), encode: codec.enc, decode: codec.dec }
}

/** A type whose decoder is written in terms of other types; `decode` receives the advancing input. */
export function composedType<T>(
  json: ValueType<T>,
  encoding: Encoding,
  encode: (value: T) => Uint8Array,
  decode: (input: ScaleInput) => T,
): ScaleType<T> {
  return { ...json, encoding, encode, decode: scale.createDecoder(decode) }
}

export const u8 = primitiveType("u8", integers.u8, scale.u8)
export const u16 = primitiveType("u16", integers.u16, scale.u16)
export const u32 = primitiveType("u32", integers.u32, scale.u32)
export const u64 = primitiveType("u64", integers.u64, scale.u64)
export const u128 = primitiveType("u128", integers.u128, scale.u128)
export const u256 = primitiveType("u256", integers.u256, scale.u256)
export const i16 = primitiveType("i16", integers.i16, scale.i16)
export const i32 = primitiveType("i32", integers.i32, scale.i32)
export const i64 = primitiveType("i64", integers.i64, scale.i64)
export const i128 = primitiveType("i128", integers.i128, scale.i128)
export const bool = primitiveType("bool", boolValue, scale.bool)

/** The empty value, `()`. */
export const unit: ScaleType<undefined> = composedType(
  nothing,
  emptyEncoding,
  () => new Uint8Array(0),
  () => undefined,
)

/** A value of `base` under a brand that says what it counts. */
export function branded<Base, T extends Base>(base: ScaleType<Base>, brand: (value: Base) => T): ScaleType<T> {
  return {
    ...base,
    decode: (input) => brand(base.decode(input)),
    fromJson: (json, path) => brand(base.fromJson(json, path)),
  }
}

/** A small integer in SCALE's compact form. */
export function compactNumber(base: ScaleType<number>): ScaleType<number> {
  return composedType(base, compactEncoding(base.encoding), scale.compact.enc, (input) =>
    Number(scale.compact.dec(input)),
  )
}

/** A big integer in SCALE's compact form. */
export function compactBigint<T extends bigint>(base: ScaleType<T>, brand: (value: bigint) => T): ScaleType<T> {
  return composedType(base, compactEncoding(base.encoding), scale.compact.enc, (input) =>
    brand(BigInt(scale.compact.dec(input))),
  )
}

/** A list of values of one type. */
export function vector<T>(of: ScaleType<T>): ScaleType<readonly T[]> {
  return composedType(
    vectorValue(of),
    vectorEncoding(of.encoding),
    (values) => concatBytes(scale.compact.enc(values.length), ...values.map((value) => of.encode(value))),
    (input) => {
      const length = Number(scale.compact.dec(input))
      const values: T[] = []
      for (let index = 0; index < length; index++) values.push(of.decode(input))
      return values
    },
  )
}

/** A value or `undefined`. */
export function optional<T>(of: ScaleType<T>): ScaleType<T | undefined> {
  return composedType<T | undefined>(
    optionalValue(of),
    optionEncoding(of.encoding),
    (value) => (value === undefined ? Uint8Array.of(0) : concatBytes(Uint8Array.of(1), of.encode(value))),
    (input) => (scale.u8.dec(input) === 0 ? undefined : of.decode(input)),
  )
}

function isTupleOf<Types extends readonly ScaleType<unknown>[]>(
  values: readonly unknown[],
  types: Types,
): values is TupleOf<Types> & readonly unknown[] {
  return values.length === types.length
}

/** A list of fixed length with a type for each place. */
export function tuple<const Types extends readonly ScaleType<unknown>[]>(...types: Types): ScaleType<TupleOf<Types>> {
  const json: ValueType<TupleOf<Types>> = tupleValue<Types>(...types)
  return composedType<TupleOf<Types>>(
    json,
    tupleEncoding(types.map(({ encoding }) => encoding)),
    (values) => concatBytes(...types.map((type, index) => type.encode(values[index]))),
    (input) => {
      const values = types.map((type) => type.decode(input))
      if (!isTupleOf(values, types)) throw new RangeError("a tuple lost an element")
      return values
    },
  )
}

/** Scale types by field name. */
export type Fields = { readonly [name: string]: ScaleType<unknown> }

function isStructOf<F extends Fields>(value: object, fields: F): value is StructOf<F> {
  return Object.keys(fields).every((name) => Object.hasOwn(value, name))
}

/** An object with a type for each field, encoded in the order of the fields. */
export function struct<F extends Fields & ValueFields>(fields: F): ScaleType<StructOf<F>> {
  const entries = Object.entries<ScaleType<unknown>>(fields)
  return composedType<StructOf<F>>(
    structValue(fields),
    structEncoding(entries.map(([name, { encoding }]) => ({ name, encoding }))),
    (value) => {
      const values = new Map<string, unknown>(Object.entries(value))
      return concatBytes(...entries.map(([name, type]) => type.encode(values.get(name))))
    },
    (input) => {
      const value = Object.fromEntries(entries.map(([name, type]) => [name, type.decode(input)]))
      if (!isStructOf(value, fields)) throw new RangeError("a structure lost a field")
      return value
    },
  )
}

/** One of several words, each encoded as its index. Words may have gaps between their indices. */
export function choice<const Options extends readonly [string, ...string[]]>(
  indices: { readonly [Name in Options[number]]: number },
  ...options: Options
): ScaleType<Options[number]> {
  const byIndex = new Map<number, Options[number]>()
  for (const option of options) {
    const name: Options[number] = option
    byIndex.set(indices[name], name)
  }
  return composedType<Options[number]>(
    choiceValue(...options),
    enumerationEncoding(
      Object.entries<number>(indices).map(([name, index]) => ({ name, index, payload: emptyEncoding })),
    ),
    (value) => Uint8Array.of(indices[value]),
    (input) => {
      const index = scale.u8.dec(input)
      const option = byIndex.get(index)
      if (option === undefined) throw new RangeError(`${index} is the index of none of ${options.join(", ")}`)
      return option
    },
  )
}

/** The alternatives of a tagged union: index and payload by name. */
export type Alternatives = { readonly [name: string]: readonly [index: number, type: ScaleType<unknown>] }

/** A value of one of the alternatives, tagged with its name. */
export type TaggedUnionOf<A extends Alternatives> = {
  readonly [Name in keyof A & string]: { readonly type: Name; readonly value: ValueOf<A[Name][1]> }
}[keyof A & string]

function isTagged<A extends Alternatives>(
  value: { type: string; value: unknown },
  alternatives: A,
): value is TaggedUnionOf<A> & { type: string; value: unknown } {
  return Object.hasOwn(alternatives, value.type)
}

/** One of several alternatives, each with a payload. Its JSON form is an object with one key, the alternative's name. */
export function taggedUnion<const A extends Alternatives>(alternatives: A): ScaleType<TaggedUnionOf<A>> {
  const byIndex = new Map(Object.entries(alternatives).map(([name, [index, type]]) => [index, { name, type }]))
  const tagged = (name: string, payload: unknown) => {
    const value = { type: name, value: payload }
    if (!isTagged(value, alternatives))
      throw new RangeError(`${name} is none of ${Object.keys(alternatives).join(", ")}`)
    return value
  }
  const alternative = (name: string) => {
    const found = alternatives[name]
    if (found === undefined) throw new RangeError(`${name} is none of ${Object.keys(alternatives).join(", ")}`)
    return found
  }
  const json: ValueType<TaggedUnionOf<A>> = {
    describe: {
      kind: "union",
      alternatives: Object.fromEntries(Object.entries(alternatives).map(([name, [, type]]) => [name, type.describe])),
    },
    schema: {
      oneOf: Object.entries(alternatives).map(([name, [, type]]) => ({
        type: "object",
        properties: { [name]: type.schema },
        required: [name],
        additionalProperties: false,
      })),
    },
    toJson: (value) => ({ [value.type]: alternative(value.type)[1].toJson(value.value) }),
    fromJson: (given: Json, path = "value") => {
      const [name, payload, ...more] = isJsonObject(given) ? Object.entries(given).flat() : []
      if (typeof name !== "string" || payload === undefined || more.length > 0) {
        throw new ValueError(path, `${excerpt(given)} is not an object with the one key that names the alternative`)
      }
      if (!Object.hasOwn(alternatives, name)) {
        throw new ValueError(path, `"${name}" is none of ${Object.keys(alternatives).join(", ")}`)
      }
      return tagged(name, alternative(name)[1].fromJson(payload, `${path}.${name}`))
    },
  }
  return composedType<TaggedUnionOf<A>>(
    json,
    enumerationEncoding(
      Object.entries(alternatives).map(([name, [index, { encoding }]]) => ({ name, index, payload: encoding })),
    ),
    (value) => {
      const [index, type] = alternative(value.type)
      return concatBytes(Uint8Array.of(index), type.encode(value.value))
    },
    (input) => {
      const index = scale.u8.dec(input)
      const found = byIndex.get(index)
      if (found === undefined) throw new RangeError(`${index} is the index of no alternative`)
      return tagged(found.name, found.type.decode(input))
    },
  )
}

const HEX = /^0x(?:[0-9a-f]{2})*$/

function hexValue<T extends string>(name: string, from: (hex: Hex) => T, length?: number): ValueType<T> {
  const digits = length === undefined ? "*" : `{${length}}`
  return {
    describe: length === undefined ? { kind: "bytes", name } : { kind: "bytes", name, length },
    schema: { type: "string", pattern: `^0x(?:[0-9a-f]{2})${digits}$`, description: name },
    toJson: (value) => value,
    fromJson: (json, path = "value") => {
      if (typeof json !== "string" || !HEX.test(json)) {
        throw new ValueError(path, `${excerpt(json)} is not lower-case hexadecimal text that begins with 0x`)
      }
      if (length !== undefined && json.length !== 2 + 2 * length) {
        throw new ValueError(path, `${(json.length - 2) / 2} bytes stand where ${length} are expected`)
      }
      return from(`0x${json.slice(2)}`)
    },
  }
}

/** Bytes of a fixed length, as hexadecimal text. */
export function fixedBytes<T extends string>(length: number, name: string, from: (hex: Hex) => T): ScaleType<T> {
  const bytes = scale.Bytes(length)
  return composedType(hexValue(name, from, length), arrayEncoding(u8.encoding, length), fromHex, (input) =>
    from(toHex(bytes.dec(input))),
  )
}

/** So many bytes, as hexadecimal text. */
export function bytesOf(length: number): ScaleType<Hex> {
  return fixedBytes(length, `${length} bytes`, (hex) => hex)
}

const byteVector = scale.Bytes()

/** Bytes of any length, as hexadecimal text. */
export const bytes: ScaleType<Hex> = composedType(
  hexValue("bytes", (hex) => hex),
  byteVectorEncoding,
  (value) => byteVector.enc(fromHex(value)),
  (input) => toHex(byteVector.dec(input)),
)

/** A list whose length its type fixes. */
export function fixedVector<T>(of: ScaleType<T>, length: number): ScaleType<readonly T[]> {
  return composedType(
    vectorValue(of),
    arrayEncoding(of.encoding, length),
    (values) => concatBytes(...values.map((value) => of.encode(value))),
    (input) => Array.from({ length }, () => of.decode(input)),
  )
}
