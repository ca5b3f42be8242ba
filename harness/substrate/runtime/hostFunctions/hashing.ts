import { blake2b } from "@noble/hashes/blake2.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { keccak_256, keccak_512 } from "@noble/hashes/sha3.js"
import { Twox64Concat, Twox128, Twox256 } from "@polkadot-api/substrate-bindings"
import type { HostFunctionFamily } from "./host.js"

type Hash = (bytes: Uint8Array) => Uint8Array

const HASHES: Readonly<Record<string, Hash>> = {
  ext_hashing_blake2_128_version_1: (bytes) => blake2b(bytes, { dkLen: 16 }),
  ext_hashing_blake2_256_version_1: (bytes) => blake2b(bytes, { dkLen: 32 }),
  ext_hashing_twox_64_version_1: (bytes) => Twox64Concat(bytes).subarray(0, 8),
  ext_hashing_twox_128_version_1: Twox128,
  ext_hashing_twox_256_version_1: Twox256,
  ext_hashing_keccak_256_version_1: (bytes) => keccak_256(bytes),
  ext_hashing_keccak_512_version_1: (bytes) => keccak_512(bytes),
  ext_hashing_sha2_256_version_1: (bytes) => sha256(bytes),
}

/** Longer inputs than storage keys are not worth remembering. */
const LONGEST_REMEMBERED = 100
const MOST_REMEMBERED = 100_000

/** A hash that remembers its short inputs: a runtime asks for the same keys block after block. */
function remembering(hash: Hash): (text: string, bytes: () => Uint8Array) => Uint8Array {
  const known = new Map<string, Uint8Array>()
  return (text, bytes) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = hash(bytes())
    if (text.length > LONGEST_REMEMBERED) return made
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(text, made)
    return made
  }
}

const REMEMBERING = Object.entries(HASHES).map(([name, hash]) => [name, remembering(hash)] as const)

/** Hashes of bytes. */
export const hashingFunctions: HostFunctionFamily = ({ memory }) =>
  Object.fromEntries(
    REMEMBERING.map(([name, hash]) => [
      name,
      (bytes: bigint) => memory.give(hash(memory.packedText(bytes), () => memory.packedBytes(bytes))),
    ]),
  )
