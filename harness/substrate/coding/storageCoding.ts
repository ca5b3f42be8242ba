import {
  Blake2128,
  Blake2128Concat,
  Blake2256,
  Identity,
  Twox64Concat,
  Twox128,
  Twox256,
} from "@polkadot-api/substrate-bindings"
import * as scale from "scale-ts"
import { excerpt, type Json, ValueError } from "../../../reference/interface/valueType.js"
import { fromHex, type Hex, type ScaleInput, toHex } from "../../../reference/state/scaleTypes.js"
import { itemPrefix } from "../../../reference/state/storageKey.js"
import type { PalletMetadata, RuntimeMetadata } from "../../metadata/runtimeMetadata.js"
import type { TypeCodec } from "./typeCodec.js"
import type { TypeCodecs } from "./typeCodecs.js"

/** How a key goes into a raw key; `skipped` is how many bytes come before the key itself, undefined if it is lost. */
interface Hasher {
  readonly hash: (bytes: Uint8Array) => Uint8Array
  readonly skipped: number | undefined
}

const HASHERS: Readonly<Record<string, Hasher>> = {
  Identity: { hash: Identity, skipped: 0 },
  Blake2128Concat: { hash: Blake2128Concat, skipped: 16 },
  Twox64Concat: { hash: Twox64Concat, skipped: 8 },
  Blake2128: { hash: Blake2128, skipped: undefined },
  Blake2256: { hash: Blake2256, skipped: undefined },
  Twox128: { hash: Twox128, skipped: undefined },
  Twox256: { hash: Twox256, skipped: undefined },
}

const PREFIX_LENGTH = 66

/** One storage item of a chain, between the JSON forms that vectors have and raw storage. */
export class StorageItemCoding {
  /** `Pallet.Item`. */
  readonly name: string
  /** What every raw key of the item begins with. */
  readonly prefix: Hex
  /** What a missing value reads as; undefined for an optional item. */
  readonly defaultBytes: Hex | undefined
  readonly #value: TypeCodec
  readonly #keys: readonly { readonly hasher: Hasher; readonly type: TypeCodec }[]

  constructor(name: string, prefix: Hex, item: ItemMetadata, types: TypeCodecs) {
    this.name = name
    this.prefix = prefix
    this.defaultBytes = item.modifier === 0 ? undefined : toHex(fallbackBytes(item.fallback))
    this.#value = types.of(item.type.tag === "plain" ? item.type.value : item.type.value.value)
    this.#keys = item.type.tag === "plain" ? [] : keysOf(item.type.value, types)
  }

  /** The SCALE bytes of a value from its JSON form. Throws a ValueError that names `path`. */
  encodeValue(json: Json, path: string): Hex {
    return toHex(this.#value.encode(json, path))
  }

  /** The JSON form of a stored value. Throws when the bytes are none. */
  decodeValue(bytes: Hex): Json {
    return scale.createDecoder((input) => this.#value.decode(input))(fromHex(bytes))
  }

  /** The SCALE bytes of the simplest value. */
  simplestValue(): Hex {
    return toHex(this.#value.simplest())
  }

  /** The raw key of keys, outermost first, in their JSON forms. Throws a ValueError that names `path`. */
  rawKey(keys: readonly Json[], path: string): Hex {
    if (keys.length !== this.#keys.length) {
      throw new ValueError(path, `${this.#keys.length} keys are expected, not ${excerpt([...keys])}`)
    }
    const parts = this.#keys.map(({ hasher, type }, index) =>
      toHex(hasher.hash(type.encode(keys[index] ?? null, path))),
    )
    return `0x${[this.prefix, ...parts].map((part) => part.slice(2)).join("")}`
  }

  /** The raw key of a key text: the JSON forms of the keys joined by slashes, empty for a single value. */
  rawKeyOfText(text: string, path: string): Hex {
    const words = this.#keys.length === 0 && text === "" ? [] : text.split("/")
    return this.rawKey(words.map(keyJson), path)
  }

  /** The key text of a raw key; the raw key itself where a hasher kept nothing of the key. */
  keyText(rawKey: Hex): string {
    try {
      const decode = scale.createDecoder((input) => this.#keys.map((key) => decodeKey(key, input)))
      return decode(fromHex(`0x${rawKey.slice(PREFIX_LENGTH)}`)).join("/")
    } catch {
      return rawKey
    }
  }
}

type ItemMetadata = NonNullable<PalletMetadata["storage"]>["items"][number]

function fallbackBytes(fallback: string | Uint8Array): Uint8Array {
  return typeof fallback === "string" ? fromHex(fallback) : fallback
}

function decodeKey({ hasher, type }: { hasher: Hasher; type: TypeCodec }, input: ScaleInput): string {
  if (hasher.skipped === undefined) throw new RangeError("the key cannot be read back from its hash")
  scale.Bytes(hasher.skipped).dec(input)
  const json = type.decode(input)
  return typeof json === "string" ? json : JSON.stringify(json)
}

function keyJson(word: string): Json {
  if (!word.startsWith("{") && !word.startsWith("[")) return word
  try {
    const json: Json = JSON.parse(word)
    return json
  } catch {
    return word
  }
}

function keysOf(
  map: { readonly hashers: readonly { readonly tag: string }[]; readonly key: number },
  types: TypeCodecs,
): readonly { readonly hasher: Hasher; readonly type: TypeCodec }[] {
  const { def } = types.type(map.key)
  const split = map.hashers.length > 1 && def.tag === "tuple" ? def.value : [map.key]
  return map.hashers.map(({ tag }, index) => {
    const hasher = HASHERS[tag]
    if (hasher === undefined) throw new RangeError(`the metadata names an unknown hasher ${tag}`)
    return { hasher, type: types.of(split[index] ?? map.key) }
  })
}

/** The storage items of a chain, by name and by what their raw keys begin with. */
export class StorageCoding {
  readonly #byName = new Map<string, StorageItemCoding>()
  readonly #byPrefix = new Map<string, StorageItemCoding>()

  constructor(metadata: RuntimeMetadata, types: TypeCodecs) {
    for (const { name: pallet, storage } of metadata.pallets) {
      for (const item of storage?.items ?? []) {
        const prefix = itemPrefix(storage?.prefix ?? pallet, item.name)
        const coding = new StorageItemCoding(`${pallet}.${item.name}`, prefix, item, types)
        this.#byName.set(coding.name, coding)
        this.#byPrefix.set(prefix, coding)
      }
    }
  }

  /** An item by its name, `Pallet.Item`. */
  item(name: string): StorageItemCoding | undefined {
    return this.#byName.get(name)
  }

  /** An item that the chain must have. Throws a RangeError. */
  required(name: string): StorageItemCoding {
    const item = this.#byName.get(name)
    if (item === undefined) throw new RangeError(`the chain has no storage item ${name}`)
    return item
  }

  /** The item that a raw key belongs to. */
  itemOfKey(rawKey: string): StorageItemCoding | undefined {
    return this.#byPrefix.get(rawKey.slice(0, PREFIX_LENGTH))
  }
}
