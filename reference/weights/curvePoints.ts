import { bls12_381 } from "@noble/curves/bls12-381.js"
import { type CiphertextReader, MalformedCiphertext } from "./ciphertextReader.js"

const { G1, G2 } = bls12_381

/** A point of the group of signatures, of BLS12-381. */
export type SignaturePoint = InstanceType<typeof G1.Point>

/** A point of the group of public keys, of BLS12-381. */
export type KeyPoint = InstanceType<typeof G2.Point>

const SIGNATURE_BYTES = 48
const KEY_BYTES = 96

const COMPRESSED = 0x80
const INFINITY = 0x40

/** A compressed point: the point at infinity by its flag alone, any other by its coordinate and the sign. */
function readPoint<Point>(
  bytes: Uint8Array,
  kind: { readonly ZERO: Point; fromBytes(bytes: Uint8Array): Point },
): Point {
  const [flags = 0] = bytes
  if ((flags & COMPRESSED) === 0) throw new MalformedCiphertext("a point is not compressed")
  if ((flags & INFINITY) !== 0) return kind.ZERO
  try {
    return kind.fromBytes(bytes)
  } catch {
    throw new MalformedCiphertext("the bytes are of no point of the group")
  }
}

/**
 * Reads a signature: the 48 bytes of a compressed point of the group of signatures.
 *
 * @clause weights-42
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:108
 */
export function readSignaturePoint(reader: CiphertextReader): SignaturePoint {
  return readPoint(reader.take(SIGNATURE_BYTES), G1.Point)
}

/**
 * Reads the 96 bytes of a compressed point of the group of public keys.
 *
 * @clause weights-42
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:92
 */
export function readKeyPoint(reader: CiphertextReader): KeyPoint {
  return readPoint(reader.take(KEY_BYTES), G2.Point)
}
