import { concatBytes } from "@noble/hashes/utils.js"
import { compact, u64 } from "scale-ts"
import { fromHex, type Hex, toHex } from "../../../reference/state/scaleTypes.js"
import type { BlockInputs } from "../chainAccess.js"

const HASH_BYTES = 32
const ENGINE = new TextEncoder().encode("aura")
/** The kind of digest item by which the author says whose turn it is. */
const PRE_RUNTIME = 6

/** The digest of a block of an Aura chain: its slot. */
export function auraDigest(slot: bigint): Uint8Array {
  const length = compact.enc(u64.enc(slot).length)
  return concatBytes(Uint8Array.of(4, PRE_RUNTIME), ENGINE, length, u64.enc(slot))
}

/** The digest that says nothing. */
export const NO_DIGEST = Uint8Array.of(0)

/** The header that a block begins with; its roots are known only at the end. */
export function startingHeader({ number, parentHash }: BlockInputs, digest: Uint8Array): Uint8Array {
  const noRoot = new Uint8Array(HASH_BYTES)
  return concatBytes(fromHex(parentHash), compact.enc(number), noRoot, noRoot, digest)
}

/** The state root in the header that finalisation gives. */
export function stateRootOf(header: Uint8Array): Hex {
  const number = compact.enc(compact.dec(header.subarray(HASH_BYTES))).length
  return toHex(header.subarray(HASH_BYTES + number, 2 * HASH_BYTES + number))
}
