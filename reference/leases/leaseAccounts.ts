import { blake2b } from "@noble/hashes/blake2.js"
import { utf8ToBytes } from "@noble/hashes/utils.js"
import { type AccountId, accountId } from "../state/primitives.js"
import { bytes, toHex, tuple, u32 } from "../state/scaleTypes.js"

const seed = tuple(bytes, u32)

/**
 * A key of a lease, which nobody holds: blake2b, 32 bytes, of the SCALE bytes of a text and the lease's number.
 *
 * @clause leases-10
 * @source pallets/subtensor/src/subnets/leasing.rs:352
 */
export function leaseAccount(key: "coldkey" | "hotkey", leaseId: number): AccountId {
  const text = toHex(utf8ToBytes(`leasing/${key}`))
  return accountId(toHex(blake2b(seed.encode([text, leaseId]), { dkLen: 32 })))
}
