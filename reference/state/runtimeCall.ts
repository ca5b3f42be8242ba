import { concatBytes } from "@noble/hashes/utils.js"
import { u8 as scaleU8 } from "scale-ts"
import { excerpt, isJsonObject, type Json, ValueError } from "../interface/valueType.js"
import type { CallDeclaration, RuntimeCall } from "./call.js"
import { primitiveEncoding } from "./encoding.js"
import { composedType, type ScaleType } from "./scaleTypes.js"

const place = (palletIndex: number, index: number) => palletIndex * 256 + index

/** The calls that a runtime declares, and the type of all of them. */
export class CallRegistry {
  readonly #byPlace = new Map<number, CallDeclaration<unknown>>()
  readonly #byName = new Map<string, CallDeclaration<unknown>>()

  /** Any call of the runtime, alone or inside another call. Its JSON form is `{ "Pallet.name": arguments }`. */
  readonly runtimeCall: ScaleType<RuntimeCall> = composedType<RuntimeCall>(
    {
      describe: { kind: "text" },
      schema: { type: "object", minProperties: 1, maxProperties: 1, description: 'a call: {"Pallet.name": arguments}' },
      toJson: ({ declaration, arguments: values }) => ({
        [`${declaration.pallet}.${declaration.name}`]: declaration.arguments.toJson(values),
      }),
      fromJson: (json, path = "call") => this.#fromJson(json, path),
    },
    primitiveEncoding("RuntimeCall"),
    ({ declaration, arguments: values }) =>
      concatBytes(Uint8Array.of(declaration.palletIndex, declaration.index), declaration.arguments.encode(values)),
    (input) => {
      const declaration = this.#at(scaleU8.dec(input), scaleU8.dec(input))
      return { declaration, arguments: declaration.arguments.decode(input) }
    },
  )

  /** Declares a kind of call, so that calls of that kind can be read, alone and inside other calls. */
  readonly declareCall = <Arguments>(
    pallet: string,
    name: string,
    palletIndex: number,
    index: number,
    type: ScaleType<Arguments>,
  ): CallDeclaration<Arguments> => {
    const declaration = { pallet, name, palletIndex, index, arguments: type }
    this.#byPlace.set(place(palletIndex, index), declaration)
    this.#byName.set(`${pallet}.${name}`, declaration)
    return declaration
  }

  #fromJson(json: Json, path: string): RuntimeCall {
    const [name, values, ...more] = isJsonObject(json) ? Object.entries(json).flat() : []
    const declaration = typeof name === "string" ? this.#byName.get(name) : undefined
    if (declaration === undefined || values === undefined || more.length > 0) {
      throw new ValueError(path, `${excerpt(json)} is not an object whose one key is a call of the chain`)
    }
    return { declaration, arguments: declaration.arguments.fromJson(values, `${path}.${name}`) }
  }

  #at(palletIndex: number, index: number): CallDeclaration<unknown> {
    const declaration = this.#byPlace.get(place(palletIndex, index))
    if (declaration === undefined) {
      throw new RangeError(`no call has pallet index ${palletIndex} and call index ${index}`)
    }
    return declaration
  }
}

export const { declareCall, runtimeCall } = new CallRegistry()
