import type { Json } from "../../../reference/interface/valueType.js"
import type { ScaleInput } from "../../../reference/state/scaleTypes.js"

/** A type of a chain, between the JSON form that vectors have and SCALE bytes. */
export interface TypeCodec {
  /** The SCALE bytes of a JSON form. Throws a ValueError that names `path`. */
  encode(json: Json, path: string): Uint8Array
  /** The JSON form of the value at the front of the input, which advances. Throws when the input is no such value. */
  decode(input: ScaleInput): Json
  /** The SCALE bytes of the type's simplest value: zero, nothing, the first alternative. */
  simplest(): Uint8Array
}
