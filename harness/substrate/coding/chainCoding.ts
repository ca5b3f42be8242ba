import { concatBytes } from "@noble/hashes/utils.js"
import { decAnyMetadata, unifyMetadata } from "@polkadot-api/substrate-bindings"
import * as scale from "scale-ts"
import type { Json, JsonObject } from "../../../reference/interface/valueType.js"
import { fromHex, type Hex, type ScaleInput, toHex } from "../../../reference/state/scaleTypes.js"
import type { PalletMetadata, RuntimeMetadata } from "../../metadata/runtimeMetadata.js"
import { DispatchErrors } from "./dispatchErrors.js"
import { type ExtrinsicTypes, extrinsicTypes } from "./extrinsicTypes.js"
import { StorageCoding } from "./storageCoding.js"
import type { TypeCodec } from "./typeCodec.js"
import { TypeCodecs } from "./typeCodecs.js"

/** One event of a block: its SCALE bytes, and the extrinsic that deposited it, undefined for the block itself. */
export interface ChainEvent {
  readonly bytes: Hex
  readonly extrinsic: number | undefined
}

/** An error as calls give it, by the chain's name. */
export type DispatchResult = "ok" | { readonly error: string }

/** How one chain writes its storage, calls, events and errors, by what its own metadata says. */
export class ChainCoding {
  readonly metadata: RuntimeMetadata
  readonly types: TypeCodecs
  readonly storage: StorageCoding
  readonly #errors: DispatchErrors
  readonly extrinsic: ExtrinsicTypes

  constructor(metadata: RuntimeMetadata) {
    this.metadata = metadata
    this.extrinsic = extrinsicTypes(metadata)
    this.types = new TypeCodecs(metadata, new Set([this.extrinsic.call, this.extrinsic.event]))
    this.storage = new StorageCoding(metadata, this.types)
    this.#errors = new DispatchErrors(metadata, this.types)
  }

  /** The coding of metadata with its magic number in front. */
  static of(metadata: Uint8Array): ChainCoding {
    return new ChainCoding(unifyMetadata(decAnyMetadata(metadata)))
  }

  pallet(name: string): PalletMetadata | undefined {
    return this.metadata.pallets.find((pallet) => pallet.name === name)
  }

  /** Whether the chain has a call (`Pallet.name`). */
  hasCall(name: string): boolean {
    const [palletName = "", call] = name.split(".")
    const calls = this.pallet(palletName)?.calls
    if (calls === undefined) return false
    const { def } = this.types.type(calls.type)
    return def.tag === "variant" && def.value.some((variant) => variant.name === call)
  }

  /** The SCALE bytes of a call from its JSON form, `{"Pallet.name": arguments}`. Throws a ValueError. */
  encodeCall(call: Json, path: string): Hex {
    return toHex(this.types.of(this.extrinsic.call).encode(call, path))
  }

  /** The SCALE bytes of a call whose fields are given as SCALE bytes, in their order. */
  callOfBytes(name: string, ...fields: readonly Uint8Array[]): Uint8Array {
    return concatBytes(this.#callIndices(name), ...fields)
  }

  #callIndices(name: string): Uint8Array {
    const [palletName = "", callName] = name.split(".")
    const pallet = this.pallet(palletName)
    const def = pallet?.calls === undefined ? undefined : this.types.type(pallet.calls.type).def
    const call = def?.tag === "variant" ? def.value.find((variant) => variant.name === callName) : undefined
    if (pallet === undefined || call === undefined) throw new RangeError(`the chain has no call ${name}`)
    return Uint8Array.of(pallet.index, call.index)
  }

  /** The JSON form of a call's SCALE bytes. Throws when they are none. */
  decodeCall(bytes: Hex): Json {
    return decodeAll(this.types.of(this.extrinsic.call), bytes)
  }

  /** The JSON form of an event, `{"Pallet.Name": fields}`. */
  decodeEvent(bytes: Hex): JsonObject {
    const json = decodeAll(this.types.of(this.extrinsic.event), bytes)
    return isObject(json) ? json : {}
  }

  /** The events that `System.Events` holds. */
  decodeEvents(bytes: Uint8Array): readonly ChainEvent[] {
    const event = this.types.of(this.extrinsic.event)
    const topics = scale.Vector(scale.Bytes(32))
    const records = scale.createDecoder((input) => {
      const count = Number(scale.compact.dec(input))
      const events: ChainEvent[] = []
      for (let index = 0; index < count; index++) {
        const extrinsic = decodePhase(input)
        const from = positionIn(input)
        event.decode(input)
        events.push({ bytes: toHex(bytes.subarray(from, positionIn(input))), extrinsic })
        topics.dec(input)
      }
      return events
    })
    return records(bytes)
  }

  /** The chain's name of an error from its JSON form. */
  errorName(error: Json): string {
    return this.#errors.nameOf(error)
  }
}

/** How many bytes of an input were read. */
function positionIn(input: ScaleInput): number {
  if (typeof input === "object" && "i" in input && typeof input.i === "number") return input.i
  throw new RangeError("the position in the input is not known")
}

/** Phase of an event record: 0 with the index of an extrinsic, 1 finalisation, 2 initialisation. */
function decodePhase(input: ScaleInput): number | undefined {
  return scale.u8.dec(input) === 0 ? scale.u32.dec(input) : undefined
}

function decodeAll(codec: TypeCodec, bytes: Hex): Json {
  return scale.createDecoder((input) => codec.decode(input))(fromHex(bytes))
}

function isObject(json: Json): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json)
}
