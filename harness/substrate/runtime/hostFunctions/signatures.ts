import { ed25519 } from "@noble/curves/ed25519.js"
import { secp256k1 } from "@noble/curves/secp256k1.js"
import { blake2b } from "@noble/hashes/blake2.js"
import * as sr25519 from "@scure/sr25519"
import { prefixed } from "../hostMemory.js"
import type { HostFunctionFamily, RuntimeHost } from "./host.js"

type Verify = (signature: Uint8Array, message: Uint8Array, key: Uint8Array) => boolean

const SIGNATURE_BYTES = 64
const RECOVERABLE_BYTES = 65
const HASH_BYTES = 32
const KEY_BYTES = { ed25519: 32, sr25519: 32, ecdsa: 33 } as const

/** How much larger by 27 the recovery id of an Ethereum signature may be. */
const ETHEREUM_OFFSET = 27

/** Why no key can be recovered from a signature, as SCALE has it. */
const RecoveryError = { badRS: 0, badV: 1, badSignature: 2 } as const
const GREATEST_RECOVERY_ID = 3

type Recovered = Uint8Array | (typeof RecoveryError)[keyof typeof RecoveryError]

function recovered(signature: Uint8Array, hash: Uint8Array, compressed: boolean): Recovered {
  const [v = 0] = signature.subarray(SIGNATURE_BYTES)
  const id = v >= ETHEREUM_OFFSET ? v - ETHEREUM_OFFSET : v
  if (id > GREATEST_RECOVERY_ID) return RecoveryError.badV
  const parsed = parsedSignature(prefixed(id, signature.subarray(0, SIGNATURE_BYTES)))
  if (parsed === undefined) return RecoveryError.badRS
  try {
    return parsed.recoverPublicKey(hash).toBytes(compressed)
  } catch {
    return RecoveryError.badSignature
  }
}

function parsedSignature(bytes: Uint8Array) {
  try {
    return secp256k1.Signature.fromBytes(bytes, "recovered")
  } catch {
    return undefined
  }
}

function verifyEcdsa(signature: Uint8Array, hash: Uint8Array, key: Uint8Array): boolean {
  const found = recovered(signature, hash, true)
  return typeof found !== "number" && found.every((byte, index) => byte === key[index])
}

/** A signature that is not even of its form is no good signature. */
function orFalse(verify: Verify): Verify {
  return (signature, message, key) => {
    try {
      return verify(signature, message, key)
    } catch {
      return false
    }
  }
}

const verifySr25519 = orFalse((signature, message, key) => sr25519.verify(message, signature, key))
const verifyEd25519 = orFalse((signature, message, key) => ed25519.verify(signature, message, key))

function check(
  { memory, signatures }: RuntimeHost,
  verify: Verify,
  signature: readonly [address: number, length: number],
  message: Uint8Array,
  key: readonly [address: number, length: number],
): number {
  if (signatures === "accepted") return 1
  return verify(memory.view(...signature).slice(), message, memory.view(...key).slice()) ? 1 : 0
}

/** Gives `Result<key, EcdsaVerifyError>`. */
function giveRecovered({ memory }: RuntimeHost, signature: number, hash: number, compressed: boolean): bigint {
  const key = recovered(
    memory.view(signature, RECOVERABLE_BYTES).slice(),
    memory.view(hash, HASH_BYTES).slice(),
    compressed,
  )
  if (typeof key === "number") return memory.givePacked(Uint8Array.of(1, key))
  // An uncompressed key goes without the byte that says that it is one.
  return memory.givePacked(prefixed(0, compressed ? key : key.subarray(1)))
}

/** Checks of signatures, and the recovery of keys from them. */
export const signatureFunctions: HostFunctionFamily = (host) => {
  const { memory } = host
  const sr = (signature: number, message: bigint, key: number) =>
    check(host, verifySr25519, [signature, SIGNATURE_BYTES], memory.packedBytes(message), [key, KEY_BYTES.sr25519])
  const ed = (signature: number, message: bigint, key: number) =>
    check(host, verifyEd25519, [signature, SIGNATURE_BYTES], memory.packedBytes(message), [key, KEY_BYTES.ed25519])
  const ecdsa = (signature: number, hash: Uint8Array, key: number) =>
    check(host, verifyEcdsa, [signature, RECOVERABLE_BYTES], hash, [key, KEY_BYTES.ecdsa])
  const recover = (compressed: boolean) => (signature: number, hash: number) =>
    giveRecovered(host, signature, hash, compressed)
  return {
    ext_crypto_sr25519_verify_version_1: sr,
    ext_crypto_sr25519_verify_version_2: sr,
    ext_crypto_sr25519_batch_verify_version_1: sr,
    ext_crypto_ed25519_verify_version_1: ed,
    ext_crypto_ed25519_batch_verify_version_1: ed,
    ext_crypto_ecdsa_verify_version_1: (signature: number, message: bigint, key: number) =>
      ecdsa(signature, blake2b(memory.packedBytes(message), { dkLen: HASH_BYTES }), key),
    ext_crypto_ecdsa_verify_version_2: (signature: number, message: bigint, key: number) =>
      ecdsa(signature, blake2b(memory.packedBytes(message), { dkLen: HASH_BYTES }), key),
    ext_crypto_ecdsa_verify_prehashed_version_1: (signature: number, hash: number, key: number) =>
      ecdsa(signature, memory.view(hash, HASH_BYTES).slice(), key),
    ext_crypto_start_batch_verify_version_1: () => undefined,
    ext_crypto_finish_batch_verify_version_1: () => 1,
    ext_crypto_secp256k1_ecdsa_recover_version_1: recover(false),
    ext_crypto_secp256k1_ecdsa_recover_version_2: recover(false),
    ext_crypto_secp256k1_ecdsa_recover_compressed_version_1: recover(true),
    ext_crypto_secp256k1_ecdsa_recover_compressed_version_2: recover(true),
  }
}
