import { concatBytes } from "@noble/hashes/utils.js"
import * as scale from "scale-ts"
import {
  excerpt,
  isJsonObject,
  type Json,
  type JsonObject,
  ValueError,
} from "../../../reference/interface/valueType.js"
import { fromHex, type Hex, type ScaleInput, toHex } from "../../../reference/state/scaleTypes.js"
import type { RuntimeMetadata, TypeMetadata } from "../../metadata/runtimeMetadata.js"

/** A type of a chain, between the JSON form that vectors have and SCALE bytes. */
export interface TypeCodec {
  /** The SCALE bytes of a JSON form. Throws a ValueError that names `path`. */
  encode(json: Json, path: string): Uint8Array
  /** The JSON form of the value at the front of the input, which advances. Throws when the input is no such value. */
  decode(input: ScaleInput): Json
  /** The SCALE bytes of the type's simplest value: zero, nothing, the first alternative. */
  simplest(): Uint8Array
}

type Field = { readonly name: string | undefined; readonly type: number }

const INTEGERS = {
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

function isKeyOf<T extends object>(name: PropertyKey, table: T): name is keyof T {
  return Object.hasOwn(table, name)
}

function bounds(name: keyof typeof INTEGERS): readonly [least: bigint, greatest: bigint] {
  if (isKeyOf(name, SIZES)) return [0n, (1n << BigInt(SIZES[name])) - 1n]
  const half = 1n << BigInt(SIGNED_SIZES[name] - 1)
  return [-half, half - 1n]
}

function integerOf(json: Json, path: string, [least, greatest]: readonly [bigint, bigint]): bigint {
  if (typeof json !== "string" || !INTEGER.test(json)) {
    throw new ValueError(path, `${excerpt(json)} is not an integer as a decimal string`)
  }
  const value = BigInt(json)
  if (value < least || value > greatest) throw new ValueError(path, `${json} is outside ${least} to ${greatest}`)
  return value
}

function integer(name: keyof typeof INTEGERS): TypeCodec {
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

const nothing: TypeCodec = {
  encode: (json, path) => {
    if (json !== null) throw new ValueError(path, `${excerpt(json)} is not null`)
    return NO_BYTES
  },
  decode: () => null,
  simplest: () => NO_BYTES,
}

const boolean: TypeCodec = {
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

const byteVector: TypeCodec = {
  encode: (json, path) => scale.Bytes().enc(bytesOfHex(json, path)),
  decode: (input) => toHex(scale.Bytes().dec(input)),
  simplest: () => Uint8Array.of(0),
}

function byteArray(length: number): TypeCodec {
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

function listOf(json: Json, path: string, length?: number): readonly Json[] {
  if (!Array.isArray(json)) throw new ValueError(path, `${excerpt(json)} is not a list`)
  if (length !== undefined && json.length !== length) {
    throw new ValueError(path, `${json.length} values stand where ${length} are expected`)
  }
  return json
}

function sequence(of: TypeCodec): TypeCodec {
  return {
    encode: (json, path) => {
      const values = listOf(json, path)
      const encoded = values.map((value, index) => of.encode(value, `${path}[${index}]`))
      return concatBytes(scale.compact.enc(values.length), ...encoded)
    },
    decode: (input) => {
      const length = Number(scale.compact.dec(input))
      const values: Json[] = []
      for (let index = 0; index < length; index++) values.push(of.decode(input))
      return values
    },
    simplest: () => Uint8Array.of(0),
  }
}

/** Values of given types in a row, as a list. */
function row(types: readonly TypeCodec[]): TypeCodec {
  return {
    encode: (json, path) => {
      const values = listOf(json, path, types.length)
      return concatBytes(...types.map((type, index) => type.encode(values[index] ?? null, `${path}[${index}]`)))
    },
    decode: (input) => types.map((type) => type.decode(input)),
    simplest: () => concatBytes(...types.map((type) => type.simplest())),
  }
}

function structure(fields: readonly (readonly [name: string, type: TypeCodec])[]): TypeCodec {
  return {
    encode: (json, path) => {
      if (!isJsonObject(json)) throw new ValueError(path, `${excerpt(json)} is not an object`)
      const unknown = Object.keys(json).find((name) => !fields.some(([field]) => field === name))
      if (unknown !== undefined) throw new ValueError(path, `the chain's type has no field ${unknown}`)
      const missing = fields.find(([name]) => json[name] === undefined)
      if (missing !== undefined) throw new ValueError(path, `the field ${missing[0]} is missing`)
      return concatBytes(...fields.map(([name, type]) => type.encode(json[name] ?? null, `${path}.${name}`)))
    },
    decode: (input) => Object.fromEntries(fields.map(([name, type]) => [name, type.decode(input)])),
    simplest: () => concatBytes(...fields.map(([, type]) => type.simplest())),
  }
}

function optional(of: TypeCodec): TypeCodec {
  return {
    encode: (json, path) => (json === null ? Uint8Array.of(0) : concatBytes(Uint8Array.of(1), of.encode(json, path))),
    decode: (input) => (scale.u8.dec(input) === 0 ? null : of.decode(input)),
    simplest: () => Uint8Array.of(0),
  }
}

function compact(of: TypeCodec): TypeCodec {
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

interface Alternative {
  readonly name: string
  readonly index: number
  readonly payload: TypeCodec
}

function alternativeOf(alternatives: readonly Alternative[], name: string | undefined, path: string): Alternative {
  const found = alternatives.find((alternative) => alternative.name === name)
  if (found !== undefined) return found
  throw new ValueError(path, `${JSON.stringify(name)} is none of ${alternatives.map((one) => one.name).join(", ")}`)
}

function indexed(alternatives: readonly Alternative[], index: number): Alternative {
  const found = alternatives.find((alternative) => alternative.index === index)
  if (found === undefined) throw new RangeError(`${index} is the index of no alternative`)
  return found
}

function firstOf(alternatives: readonly Alternative[]): Uint8Array {
  const [first] = [...alternatives].sort((a, b) => a.index - b.index)
  return first === undefined ? NO_BYTES : concatBytes(Uint8Array.of(first.index), first.payload.simplest())
}

/** Words. */
function choice(alternatives: readonly Alternative[]): TypeCodec {
  return {
    encode: (json, path) => {
      if (typeof json !== "string") throw new ValueError(path, `${excerpt(json)} is not a word`)
      return Uint8Array.of(alternativeOf(alternatives, json, path).index)
    },
    decode: (input) => indexed(alternatives, scale.u8.dec(input)).name,
    simplest: () => firstOf(alternatives),
  }
}

/** The one entry of an object. */
export function onlyEntry(json: Json, path: string): readonly [name: string, value: Json] {
  const [entry, ...more] = isJsonObject(json) ? Object.entries(json) : []
  if (entry === undefined || more.length > 0)
    throw new ValueError(path, `${excerpt(json)} is not an object with one key`)
  return entry
}

/** Objects whose one key names the alternative. */
function union(alternatives: readonly Alternative[]): TypeCodec {
  return {
    encode: (json, path) => {
      const [name, value] = onlyEntry(json, path)
      const { index, payload } = alternativeOf(alternatives, name, path)
      return concatBytes(Uint8Array.of(index), payload.encode(value, `${path}.${name}`))
    },
    decode: (input) => {
      const { name, payload } = indexed(alternatives, scale.u8.dec(input))
      return { [name]: payload.decode(input) }
    },
    simplest: () => firstOf(alternatives),
  }
}

/** A call or event: `{"Pallet": {"name": fields}}` in the metadata's own form, `{"Pallet.name": fields}` in vectors. */
function dotted(outer: TypeCodec): TypeCodec {
  return {
    encode: (json, path) => {
      const [name, value] = onlyEntry(json, path)
      const [pallet, inner, ...more] = name.split(".")
      if (pallet === undefined || inner === undefined || more.length > 0) {
        throw new ValueError(path, `${name} is not of the form Pallet.name`)
      }
      return outer.encode({ [pallet]: { [inner]: value } }, path)
    },
    decode: (input) => {
      const [pallet, inner] = onlyEntry(outer.decode(input), "")
      const [name, value] = isJsonObject(inner) ? onlyEntry(inner, "") : [String(inner), null]
      return { [`${pallet}.${name}`]: value }
    },
    simplest: () => outer.simplest(),
  }
}

/** Coders of the types that a chain's metadata describes, made when they are first wanted. */
export class TypeCodecs {
  readonly #lookup: readonly TypeMetadata[]
  readonly #dotted: ReadonlySet<number>
  readonly #made = new Map<number, TypeCodec>()

  /** `dotted` are the types of calls and events, whose JSON form has `Pallet.name` as its one key. */
  constructor(metadata: RuntimeMetadata, dotted: ReadonlySet<number>) {
    this.#lookup = metadata.lookup
    this.#dotted = dotted
  }

  /** The coder of a type. */
  of(id: number): TypeCodec {
    const made = this.#made.get(id)
    if (made !== undefined) return made
    const lazy = this.#lazy(id)
    this.#made.set(id, lazy)
    return lazy
  }

  /** A type may contain itself: its coder is made at the first use, not before. */
  #lazy(id: number): TypeCodec {
    let codec: TypeCodec | undefined
    const ready = () => {
      codec ??= this.#dotted.has(id) ? dotted(this.#make(id)) : this.#make(id)
      return codec
    }
    return {
      encode: (json, path) => ready().encode(json, path),
      decode: (input) => ready().decode(input),
      simplest: () => ready().simplest(),
    }
  }

  /** The metadata of a type. */
  type(id: number): TypeMetadata {
    const type = this.#lookup[id]
    if (type === undefined) throw new RangeError(`the metadata has no type ${id}`)
    return type
  }

  #make(id: number): TypeCodec {
    const { def, path } = this.type(id)
    switch (def.tag) {
      case "primitive":
        return primitive(def.value.tag)
      case "compact":
        return this.#isNothing(def.value) ? nothing : compact(this.of(def.value))
      case "sequence":
        return this.#isByte(def.value) ? byteVector : sequence(this.of(def.value))
      case "array":
        return this.#array(def.value.type, def.value.len)
      case "tuple":
        return this.#tuple(def.value)
      case "composite":
        return path[0] === "substrate_fixed" ? this.#only(def.value) : this.#fields(def.value)
      case "variant":
        return this.#variant(def.value, path)
      default:
        throw new RangeError(`values of kind ${def.tag} have no JSON form`)
    }
  }

  #isByte(id: number): boolean {
    const { def } = this.type(id)
    return def.tag === "primitive" && def.value.tag === "u8"
  }

  #isNothing(id: number): boolean {
    const { def } = this.type(id)
    return def.tag === "tuple" && def.value.length === 0
  }

  #array(type: number, length: number): TypeCodec {
    return this.#isByte(type) ? byteArray(length) : row(Array.from({ length }, () => this.of(type)))
  }

  #tuple(types: readonly number[]): TypeCodec {
    return types.length === 0 ? nothing : row(types.map((type) => this.of(type)))
  }

  /** A fixed-point number is its raw bits. */
  #only(fields: readonly Field[]): TypeCodec {
    const [field] = fields.filter(({ type }) => this.type(type).def.tag === "primitive")
    if (field === undefined) throw new RangeError("a fixed-point number has no bits")
    return this.of(field.type)
  }

  /** A row of fields: a structure if they have names, else a list, the one field, or nothing. */
  #fields(fields: readonly Field[]): TypeCodec {
    const [first] = fields
    if (first === undefined) return nothing
    if (first.name === undefined) {
      return fields.length === 1 ? this.of(first.type) : row(fields.map(({ type }) => this.of(type)))
    }
    return structure(fields.map(({ name, type }) => [name ?? "", this.of(type)]))
  }

  #variant(
    variants: readonly { readonly name: string; readonly index: number; readonly fields: readonly Field[] }[],
    path: readonly string[],
  ): TypeCodec {
    if (path[0] === "Option") return optional(this.#fields(variants[1]?.fields ?? []))
    if (variants.length === 0) return nothing
    const alternatives = variants.map(({ name, index, fields }) => ({ name, index, payload: this.#fields(fields) }))
    if (variants.every(({ fields }) => fields.length === 0)) return choice(alternatives)
    return union(alternatives)
  }
}

function primitive(tag: string): TypeCodec {
  if (tag === "bool") return boolean
  if (tag === "str") return byteVector
  if (isKeyOf(tag, INTEGERS)) return integer(tag)
  throw new RangeError(`values of the primitive type ${tag} have no JSON form`)
}

/** Decodes the whole of some SCALE bytes. Throws when bytes are missing. */
export function decodeHex(codec: TypeCodec, bytes: Hex): Json {
  return scale.createDecoder((input) => codec.decode(input))(fromHex(bytes))
}

export type { Json, JsonObject }
