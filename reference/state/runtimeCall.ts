import { concatBytes } from "@noble/hashes/utils.js"
import { u8 as scaleU8 } from "scale-ts"
import { excerpt, isJsonObject, ValueError } from "../interface/valueType.js"
import type { CallDeclaration, RuntimeCall } from "./call.js"
import { primitiveEncoding } from "./encoding.js"
import { composedType, type ScaleType } from "./scaleTypes.js"

const declared = new Map<number, CallDeclaration<unknown>>()
const declaredByName = new Map<string, CallDeclaration<unknown>>()

const place = (palletIndex: number, index: number) => palletIndex * 256 + index

/** Declares a kind of call, so that calls of that kind can be read, alone and inside other calls. */
export function declareCall<Arguments>(
  pallet: string,
  name: string,
  palletIndex: number,
  index: number,
  type: ScaleType<Arguments>,
): CallDeclaration<Arguments> {
  const declaration = { pallet, name, palletIndex, index, arguments: type }
  declared.set(place(palletIndex, index), declaration)
  declaredByName.set(`${pallet}.${name}`, declaration)
  return declaration
}

/** Any call of the chain, alone or inside another call. Its JSON form is `{ "Pallet.name": arguments }`. */
export const runtimeCall: ScaleType<RuntimeCall> = composedType<RuntimeCall>(
  {
    describe: { kind: "text" },
    schema: { type: "object", minProperties: 1, maxProperties: 1, description: 'a call: {"Pallet.name": arguments}' },
    toJson: ({ declaration, arguments: values }) => ({
      [`${declaration.pallet}.${declaration.name}`]: declaration.arguments.toJson(values),
    }),
    fromJson: (json, path = "call") => {
      const [name, values, ...more] = isJsonObject(json) ? Object.entries(json).flat() : []
      const declaration = typeof name === "string" ? declaredByName.get(name) : undefined
      if (declaration === undefined || values === undefined || more.length > 0) {
        throw new ValueError(path, `${excerpt(json)} is not an object whose one key is a call of the chain`)
      }
      return { declaration, arguments: declaration.arguments.fromJson(values, `${path}.${name}`) }
    },
  },
  primitiveEncoding("RuntimeCall"),
  ({ declaration, arguments: values }) =>
    concatBytes(Uint8Array.of(declaration.palletIndex, declaration.index), declaration.arguments.encode(values)),
  (input) => {
    const palletIndex = scaleU8.dec(input)
    const index = scaleU8.dec(input)
    const declaration = declared.get(place(palletIndex, index))
    if (declaration === undefined)
      throw new RangeError(`no call has pallet index ${palletIndex} and call index ${index}`)
    return { declaration, arguments: declaration.arguments.decode(input) }
  },
)
