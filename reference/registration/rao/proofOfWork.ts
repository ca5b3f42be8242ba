import { sha256 } from "@noble/hashes/sha2.js"
import { keccak_256 } from "@noble/hashes/sha3.js"
import { concatBytes } from "@noble/hashes/utils.js"
import { U64 } from "../../numbers/integers.js"
import { accountId } from "../../state/chainTypes.js"
import type { AccountId, Hash } from "../../state/primitives.js"
import { hash } from "../../state/primitives.js"
import { fromHex, toHex, u64 } from "../../state/scaleTypes.js"

/** One more than the greatest number of 256 bits. */
const TWO_TO_256 = 1n << 256n

/** How many blocks old the block may be that the work is done on. */
const OLDEST_WORK = 3n

/** What work was done on, and with which nonce. */
export interface Seal {
  readonly blockHash: Hash
  readonly nonce: bigint
  readonly hotkey: AccountId
}

/**
 * Whether work was done on a recent block: on this one or one of the two before it.
 *
 * @clause registration-46
 * @source rao:pallets/subtensor/src/subnets/registration.rs:245
 */
export function isRecent(workBlock: bigint, now: bigint): boolean {
  return workBlock <= now && U64.saturatingSub(now, workBlock) < OLDEST_WORK
}

/**
 * Whether a hash, read as a number of 256 bits with the high byte first, times the difficulty is less than 2^256.
 *
 * @clause registration-46
 * @source rao:pallets/subtensor/src/subnets/registration.rs:477
 */
export function meetsDifficulty(work: Hash, difficulty: bigint): boolean {
  return BigInt(work) * difficulty < TWO_TO_256
}

/**
 * The hash that work must be: keccak-256 of SHA-256 of the nonce (eight bytes, low one first) and of keccak-256 of the
 * block's hash and the hotkey.
 *
 * @clause registration-46
 * @source rao:pallets/subtensor/src/subnets/registration.rs:554
 */
export function sealOf({ blockHash, nonce, hotkey }: Seal): Hash {
  const inner = keccak_256(concatBytes(fromHex(blockHash), accountId.encode(hotkey)))
  return hash(toHex(keccak_256(sha256(concatBytes(u64.encode(nonce), inner)))))
}
