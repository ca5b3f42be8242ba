import { gcm } from "@noble/ciphers/aes.js"
import { bls12_381 } from "@noble/curves/bls12-381.js"
import { bytesToNumberBE } from "@noble/curves/utils.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { concatBytes } from "@noble/hashes/utils.js"
import { type Hex, toHex } from "../../state/scaleTypes.js"

const { G1, G2, fields, pairing } = bls12_381

/** What a beacon keeps to itself, and the point that a round is. */
const BEACON_SECRET = 123_456_789n
const ROUND = G1.Point.BASE.multiply(42n)

/** The signature of the round that `lockText` locks until. */
export const SIGNATURE: Hex = toHex(ROUND.multiply(BEACON_SECRET).toBytes(true))

/** How a locked text may differ from a proper one. */
export interface Deviations {
  /** The key that encrypts the text; 32 bytes, if the ciphertext is to open. */
  readonly key?: Uint8Array
  /** The nonce that the ciphertext says. */
  readonly nonce?: Uint8Array
  readonly v?: Uint8Array
  readonly w?: Uint8Array
}

const SEED = new Uint8Array(32).fill(7)
const KEY = new Uint8Array(32).fill(9)
const NONCE = new Uint8Array(12).fill(1)

const xor = (text: Uint8Array, mask: Uint8Array) => text.map((byte, place) => byte ^ (mask[place] ?? 0))

function counted(bytes: Uint8Array): Uint8Array {
  const length = new Uint8Array(8)
  new DataView(length.buffer).setBigUint64(0, BigInt(bytes.length), true)
  return concatBytes(length, bytes)
}

function bytesOfPairing(r: bigint): Uint8Array {
  const publicKey = G2.Point.BASE.multiply(BEACON_SECRET)
  const bytes = fields.Fp12.toBytes(pairing(ROUND, publicKey.multiply(r)))
  return Uint8Array.from({ length: bytes.length }, (_, place) => {
    const start = place - (place % 48)
    return bytes[start + 47 - (place % 48)] ?? 0
  })
}

/** Locks a text until a round of a beacon made up for tests, as the public client libraries do it. */
export function lockText(text: Uint8Array, { key = KEY, nonce = NONCE, v, w }: Deviations = {}): Hex {
  const r = fields.Fr.create(bytesToNumberBE(sha256(concatBytes(SEED, key))))
  const encrypted = gcm(KEY, NONCE).encrypt(text)
  return toHex(
    concatBytes(
      G2.Point.BASE.multiply(r).toBytes(true),
      counted(v ?? xor(SEED, sha256(bytesOfPairing(r)))),
      counted(w ?? xor(key, sha256(SEED))),
      counted(concatBytes(counted(encrypted), counted(nonce))),
      counted(Uint8Array.of(65, 69, 83)),
    ),
  )
}
