import { gcm } from "@noble/ciphers/aes.js"
import { fromHex, type Hex } from "../state/scaleTypes.js"
import { CiphertextReader, MalformedCiphertext } from "./ciphertextReader.js"
import { readKeyPoint, readSignaturePoint, type SignaturePoint } from "./curvePoints.js"
import { decryptSecret, type EncryptedSecret } from "./identityEncryption.js"

/** A text under AES-256-GCM, and the key to it encrypted to a drand round. */
interface TimelockCiphertext {
  readonly key: EncryptedSecret
  readonly text: Uint8Array
}

const KEY_BYTES = 32
const NONCE_BYTES = 12

/**
 * Opens a ciphertext with the signature of the drand round that it is locked until. Nothing when one of them is
 * malformed or they do not belong together.
 *
 * @param ciphertext as the public client libraries make it
 * @param signature of the round, as the beacon publishes it
 * @returns the plaintext
 * @clause weights-42
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:92
 */
export function openTimelock(ciphertext: Hex, signature: Hex): Uint8Array | undefined {
  try {
    const { key, text } = readCiphertext(new CiphertextReader(fromHex(ciphertext)))
    const secret = decryptSecret(key, readSignature(fromHex(signature)))
    return secret?.length === KEY_BYTES ? decryptText(text, secret) : undefined
  } catch (thrown) {
    if (thrown instanceof MalformedCiphertext) return undefined
    throw thrown
  }
}

/**
 * The parts of a ciphertext. The last names the cipher; the chain reads it and does not look at it.
 *
 * @clause weights-42
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:92
 */
function readCiphertext(reader: CiphertextReader): TimelockCiphertext {
  const u = readKeyPoint(reader)
  const v = reader.takeCounted()
  const w = reader.takeCounted()
  const text = reader.takeCounted()
  reader.takeCounted()
  return { key: { u, v, w }, text }
}

const HEX_PREFIX = [0x30, 0x78]

/** The signature of a pulse. The two characters `0x` before it are left out, if they are there. */
function readSignature(bytes: Uint8Array): SignaturePoint {
  const isPrefixed = HEX_PREFIX.every((byte, place) => bytes[place] === byte)
  return readSignaturePoint(new CiphertextReader(isPrefixed ? bytes.subarray(HEX_PREFIX.length) : bytes))
}

/**
 * Decrypts the text and checks its tag; nothing where the tag does not fit or the nonce is not of 12 bytes.
 *
 * @clause weights-42
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:120
 */
function decryptText(text: Uint8Array, secret: Uint8Array): Uint8Array | undefined {
  const reader = new CiphertextReader(text)
  const encrypted = reader.takeCounted()
  const nonce = reader.takeCounted()
  if (nonce.length !== NONCE_BYTES) return undefined
  try {
    return gcm(secret, nonce).decrypt(encrypted)
  } catch {
    return undefined
  }
}
