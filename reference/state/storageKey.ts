import { Blake2128Concat, Identity, Twox64Concat, Twox128 } from "@polkadot-api/substrate-bindings"
import { Bytes } from "scale-ts"
import { type Hex, type ScaleInput, type ScaleType, toHex } from "./scaleTypes.js"

/** How a key becomes part of a raw key: hash and key in a row, or the key alone. */
export type Hasher = "Identity" | "Blake2_128Concat" | "Twox64Concat"

const HASH = { Identity: Identity, Blake2_128Concat: Blake2128Concat, Twox64Concat: Twox64Concat }
const HASH_BYTES = { Identity: 0, Blake2_128Concat: 16, Twox64Concat: 8 }

/** One key of a storage map: its type and how it is hashed. */
export interface KeyPart<K> {
  readonly hasher: Hasher
  readonly type: ScaleType<K>
  /** The digits that the key contributes to a raw key: hash, then SCALE bytes, without `0x`. */
  digits(key: K): string
  /** Reads a key past its hash. */
  decode(input: ScaleInput): K
}

const MOST_REMEMBERED_KEYS = 200_000

/** Declares a key part. Hashes are remembered, because the same accounts and subnets are looked up in every block. */
export function keyPart<K>(hasher: Hasher, type: ScaleType<K>): KeyPart<K> {
  const known = new Map<K, string>()
  const skipHash = Bytes(HASH_BYTES[hasher])
  const hashed = (key: K): string => {
    const digits = toHex(HASH[hasher](type.encode(key))).slice(2)
    if (known.size >= MOST_REMEMBERED_KEYS) known.clear()
    known.set(key, digits)
    return digits
  }
  return {
    hasher,
    type,
    digits: (key) => known.get(key) ?? hashed(key),
    decode: (input) => {
      skipHash.dec(input)
      return type.decode(input)
    },
  }
}

const encoder = new TextEncoder()

/** The 32 bytes that every raw key of a storage item begins with: the hashes of the pallet's and the item's name. */
export function itemPrefix(pallet: string, name: string): Hex {
  const digits = [pallet, name].map((word) => toHex(Twox128(encoder.encode(word))).slice(2))
  return `0x${digits.join("")}`
}
