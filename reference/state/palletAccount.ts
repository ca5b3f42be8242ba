import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js"
import { type AccountId, accountId } from "./primitives.js"
import { toHex } from "./scaleTypes.js"

const LENGTH_OF_AN_ACCOUNT = 32

/**
 * An account that a pallet owns, whose key nobody has: "modl", the pallet's name in 8 bytes, what tells the pallet's
 * accounts apart, and zeros up to 32 bytes.
 *
 * @param name 8 characters
 * @clause state-20
 * @source pallets/crowdloan/src/lib.rs:966
 */
export function palletAccount(name: string, distinction: Uint8Array): AccountId {
  const account = new Uint8Array(LENGTH_OF_AN_ACCOUNT)
  account.set(concatBytes(utf8ToBytes(`modl${name}`), distinction))
  return accountId(toHex(account))
}
