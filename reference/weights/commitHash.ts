import { blake2b } from "@noble/hashes/blake2.js"
import { accountId, netUidStorageIndex } from "../state/chainTypes.js"
import { type AccountId, type Hash, hash, type NetUidStorageIndex } from "../state/primitives.js"
import { fromHex, type Hex, toHex, tuple, u16, u64, vector } from "../state/scaleTypes.js"

/** Weights as their validator reveals them; the salt keeps others from guessing them from the hash. */
export interface WeightsReveal {
  readonly uids: readonly number[]
  readonly values: readonly number[]
  readonly salt: readonly number[]
  readonly versionKey: bigint
}

const committed = tuple(accountId, netUidStorageIndex, vector(u16), vector(u16), vector(u16), u64)

const HASH_BYTES = 32

function blake2(bytes: Uint8Array): Hash {
  return hash(toHex(blake2b(bytes, { dkLen: HASH_BYTES })))
}

/**
 * The hash that a validator commits to before it reveals weights: Blake2b of 256 bits over the SCALE bytes of hotkey,
 * storage index, uids, values, salt and version key.
 *
 * @clause weights-20
 * @source pallets/subtensor/src/subnets/weights.rs:1328
 */
export function weightsCommitHash(
  hotkey: AccountId,
  index: NetUidStorageIndex,
  { uids, values, salt, versionKey }: WeightsReveal,
): Hash {
  return blake2(committed.encode([hotkey, index, uids, values, salt, versionKey]))
}

/**
 * The hash by which an event names a ciphertext: Blake2b of 256 bits over its bytes.
 *
 * @clause weights-36
 * @source pallets/subtensor/src/subnets/weights.rs:364
 */
export function ciphertextHash(ciphertext: Hex): Hash {
  return blake2(fromHex(ciphertext))
}
