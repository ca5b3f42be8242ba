import * as scale from "scale-ts"
import { excerpt, isJsonObject, type Json, ValueError } from "../../../reference/interface/valueType.js"
import { fromHex, toHex } from "../../../reference/state/scaleTypes.js"
import type { TypeCodec } from "./typeCodec.js"

export const INTEGERS = {
  u8: scale.u8,
  u16: scale.u16,
  u32: scale.u32,
  u64: scale.u64,
  u128: scale.u128,
  u256: scale.u256,
  i8: scale.i8,
  i16: scale.i16,
  i32: scale.i32,
  i64: scale.i64,
  i128: scale.i128,
  i256: scale.i256,
} as const

const SIZES = { u8: 8, u16: 16, u32: 32, u64: 64, u128: 128, u256: 256 } as const
const SIGNED_SIZES = { i8: 8, i16: 16, i32: 32, i64: 64, i128: 128, i256: 256 } as const
const INTEGER = /^(0|-?[1-9][0-9]*)$/
const HEX = /^0x(?:[0-9a-f]{2})*$/

export function isKeyOf<T extends object>(name: PropertyKey, table: T): name is keyof T {
  return Object.hasOwn(table, name)
}

function bounds(name: keyof typeof INTEGERS): readonly [least: bigint, greatest: bigint] {
  if (isKeyOf(name, SIZES)) return [0n, (1n << BigInt(SIZES[name])) - 1n]
  const half = 1n << BigInt(SIGNED_SIZES[name] - 1)
  return [-half, half - 1n]
}

export function integerOf(json: Json, path: string, [least, greatest]: readonly [bigint, bigint]): bigint {
  if (typeof json !== "string" || !INTEGER.test(json)) {
    throw new ValueError(path, `${excerpt(json)} is not an integer as a decimal string`)
  }
  const value = BigInt(json)
  if (value < least || value > greatest) throw new ValueError(path, `${json} is outside ${least} to ${greatest}`)
  return value
}

export function integer(name: keyof typeof INTEGERS): TypeCodec {
  const range = bounds(name)
  const codec = INTEGERS[name]
  const bytes = (value: bigint): Uint8Array => {
    const digits = Number(isKeyOf(name, SIZES) ? SIZES[name] : SIGNED_SIZES[name]) / 8
    return Uint8Array.from({ length: digits }, (_, index) => Number(BigInt.asUintN(8, value >> BigInt(8 * index))))
  }
  return {
    encode: (json, path) => bytes(integerOf(json, path, range)),
    decode: (input) => codec.dec(input).toString(),
    simplest: () => bytes(0n),
  }
}

const NO_BYTES = new Uint8Array(0)

export const nothing: TypeCodec = {
  encode: (json, path) => {
    const isEmpty = json === null || (isJsonObject(json) && Object.keys(json).length === 0)
    if (!isEmpty) throw new ValueError(path, `${excerpt(json)} is neither null nor an object without fields`)
    return NO_BYTES
  },
  decode: () => null,
  simplest: () => NO_BYTES,
}

export const boolean: TypeCodec = {
  encode: (json, path) => {
    if (typeof json !== "boolean") throw new ValueError(path, `${excerpt(json)} is neither true nor false`)
    return scale.bool.enc(json)
  },
  decode: (input) => scale.bool.dec(input),
  simplest: () => scale.bool.enc(false),
}

function bytesOfHex(json: Json, path: string): Uint8Array {
  if (typeof json === "string" && HEX.test(json)) return fromHex(json)
  throw new ValueError(path, `${excerpt(json)} is not lower-case hexadecimal text that begins with 0x`)
}

export const byteVector: TypeCodec = {
  encode: (json, path) => scale.Bytes().enc(bytesOfHex(json, path)),
  decode: (input) => toHex(scale.Bytes().dec(input)),
  simplest: () => Uint8Array.of(0),
}

export function byteArray(length: number): TypeCodec {
  return {
    encode: (json, path) => {
      const bytes = bytesOfHex(json, path)
      if (bytes.length !== length)
        throw new ValueError(path, `${bytes.length} bytes stand where ${length} are expected`)
      return bytes
    },
    decode: (input) => toHex(scale.Bytes(length).dec(input)),
    simplest: () => new Uint8Array(length),
  }
}

export function compact(of: TypeCodec): TypeCodec {
  const max = (1n << 128n) - 1n
  return {
    encode: (json, path) => {
      of.encode(json, path)
      return scale.compact.enc(integerOf(json, path, [0n, max]))
    },
    decode: (input) => scale.compact.dec(input).toString(),
    simplest: () => Uint8Array.of(0),
  }
}

export function primitive(tag: string): TypeCodec {
  if (tag === "bool") return boolean
  if (tag === "str") return byteVector
  if (isKeyOf(tag, INTEGERS)) return integer(tag)
  throw new RangeError(`values of the primitive type ${tag} have no JSON form`)
}
