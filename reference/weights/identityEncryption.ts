import { bls12_381 } from "@noble/curves/bls12-381.js"
import { bytesToNumberBE } from "@noble/curves/utils.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { concatBytes } from "@noble/hashes/utils.js"
import { panic } from "../numbers/runtimePanic.js"
import type { KeyPoint, SignaturePoint } from "./curvePoints.js"

const { G2, fields, pairing } = bls12_381
const { Fp, Fp12, Fr } = fields

/** A secret encrypted to an identity, after Boneh and Franklin: `u` is r times the generator of the keys' group. */
export interface EncryptedSecret {
  readonly u: KeyPoint
  /** The seed, masked with the pairing. */
  readonly v: Uint8Array
  /** The secret, masked with the seed. */
  readonly w: Uint8Array
}

/** How many bytes a mask covers; those of a longer text that follow stay as they are. */
const MASK_BYTES = 32

/**
 * The secret that was encrypted to an identity, by means of the identity's key: for a drand round that is the round's
 * signature. Nothing when the key is another identity's or the parts do not belong together.
 *
 * @clause weights-42
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:120
 */
export function decryptSecret({ u, v, w }: EncryptedSecret, key: SignaturePoint): Uint8Array | undefined {
  const seed = unmask(v, sha256(pairingBytes(key, u)))
  const secret = unmask(w, seedMask(seed))
  const r = Fr.create(bytesToNumberBE(sha256(concatBytes(seed, secret))))
  return G2.Point.BASE.multiplyUnsafe(r).equals(u) ? secret : undefined
}

/**
 * The mask that hides the secret: as many bytes of the seed's SHA-256 as the seed has. A seed longer than a digest stops
 * the runtime.
 *
 * @clause weights-42
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:120
 */
function seedMask(seed: Uint8Array): Uint8Array {
  if (seed.length > MASK_BYTES) panic("the seed of a ciphertext is longer than its hash")
  return sha256(seed).subarray(0, seed.length)
}

/**
 * Exclusive or of a text's first 32 bytes with a mask. A mask too short for the text stops the runtime.
 *
 * @clause weights-42
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:120
 */
function unmask(text: Uint8Array, mask: Uint8Array): Uint8Array {
  const covered = Math.min(MASK_BYTES, text.length)
  if (mask.length < covered) panic("a part of a ciphertext is longer than the mask it is hidden by")
  return text.map((byte, place) => (place < covered ? byte ^ (mask[place] ?? 0) : byte))
}

/**
 * The bytes of the pairing of two points: the twelve coordinates, each of 48 bytes with the least significant first. The
 * pairing with the point at infinity is one.
 *
 * @clause weights-42
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:120
 */
function pairingBytes(signature: SignaturePoint, key: KeyPoint): Uint8Array {
  const paired = signature.is0() || key.is0() ? Fp12.ONE : pairing(signature, key)
  const bytes = Fp12.toBytes(paired)
  for (let start = 0; start < bytes.length; start += Fp.BYTES) bytes.subarray(start, start + Fp.BYTES).reverse()
  return bytes
}
