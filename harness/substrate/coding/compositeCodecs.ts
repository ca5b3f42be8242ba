import { concatBytes } from "@noble/hashes/utils.js"
import * as scale from "scale-ts"
import { excerpt, isJsonObject, type Json, ValueError } from "../../../reference/interface/valueType.js"
import type { TypeCodec } from "./typeCodec.js"

function listOf(json: Json, path: string, length?: number): readonly Json[] {
  if (!Array.isArray(json)) throw new ValueError(path, `${excerpt(json)} is not a list`)
  if (length !== undefined && json.length !== length) {
    throw new ValueError(path, `${json.length} values stand where ${length} are expected`)
  }
  return json
}

export function sequence(of: TypeCodec): TypeCodec {
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
export function row(types: readonly TypeCodec[]): TypeCodec {
  return {
    encode: (json, path) => {
      const values = listOf(json, path, types.length)
      return concatBytes(...types.map((type, index) => type.encode(values[index] ?? null, `${path}[${index}]`)))
    },
    decode: (input) => types.map((type) => type.decode(input)),
    simplest: () => concatBytes(...types.map((type) => type.simplest())),
  }
}

export function structure(fields: readonly (readonly [name: string, type: TypeCodec])[]): TypeCodec {
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

export function optional(of: TypeCodec): TypeCodec {
  return {
    encode: (json, path) => (json === null ? Uint8Array.of(0) : concatBytes(Uint8Array.of(1), of.encode(json, path))),
    decode: (input) => (scale.u8.dec(input) === 0 ? null : of.decode(input)),
    simplest: () => Uint8Array.of(0),
  }
}
