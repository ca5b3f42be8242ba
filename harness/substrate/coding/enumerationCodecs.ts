import { concatBytes } from "@noble/hashes/utils.js"
import * as scale from "scale-ts"
import { excerpt, isJsonObject, type Json, ValueError } from "../../../reference/interface/valueType.js"
import type { TypeCodec } from "./typeCodec.js"

const NO_BYTES = new Uint8Array(0)

/** One alternative of an enumeration. */
export interface Alternative {
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
export function choice(alternatives: readonly Alternative[]): TypeCodec {
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
export function union(alternatives: readonly Alternative[]): TypeCodec {
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
export function dotted(outer: TypeCodec): TypeCodec {
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
