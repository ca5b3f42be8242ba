import { secp256k1 } from "@noble/curves/secp256k1.js"
import { keccak_256 } from "@noble/hashes/sha3.js"
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js"
import { type Hex, toHex } from "../state/scaleTypes.js"

const BYTES_OF_SCALARS = 64
const BYTES_OF_ADDRESS = 20
const LEAST_ETHEREUM_RECOVERY = 27
const GREATEST_RECOVERY = 3

/**
 * The hash that a wallet of Ethereum signs for a message: Keccak-256 over a prefix, the length of the message in decimal
 * digits and the message.
 *
 * @clause keys-71
 * @source pallets/subtensor/src/utils/evm.rs:13
 */
export function ethereumMessageHash(message: Uint8Array): Uint8Array {
  const prefix = utf8ToBytes(`\x19Ethereum Signed Message:\n${message.length}`)
  return keccak_256(concatBytes(prefix, message))
}

/**
 * The address whose key signed a hash; undefined when the signature is no ECDSA signature over secp256k1 that a key can
 * be recovered from, or when its s is in the upper half.
 *
 * @param signature 65 bytes: r and s, 32 bytes each and the highest first, and the recovery number, 0 to 3 or 27 to 30
 * @clause keys-71
 * @source pallets/subtensor/src/utils/evm.rs:71
 */
export function signingAddress(hash: Uint8Array, signature: Uint8Array): Hex | undefined {
  const recovery = recoveryNumber(signature)
  if (recovery > GREATEST_RECOVERY) return undefined
  try {
    const parts = secp256k1.Signature.fromBytes(signature.subarray(0, BYTES_OF_SCALARS), "compact")
    if (parts.hasHighS()) return undefined
    return addressOf(parts.addRecoveryBit(recovery).recoverPublicKey(hash).toBytes(false))
  } catch {
    return undefined
  }
}

function recoveryNumber(signature: Uint8Array): number {
  const last = signature[BYTES_OF_SCALARS] ?? GREATEST_RECOVERY + 1
  return last >= LEAST_ETHEREUM_RECOVERY ? last - LEAST_ETHEREUM_RECOVERY : last
}

/** The address of a public key of 65 bytes, of which the first says only that it is not compressed. */
function addressOf(publicKey: Uint8Array): Hex {
  return toHex(keccak_256(publicKey.subarray(1)).subarray(-BYTES_OF_ADDRESS))
}
