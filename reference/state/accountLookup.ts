import type { ValueOf } from "../interface/valueType.js"
import type { multiAddress } from "./namedTypes.js"
import type { AccountId } from "./primitives.js"
import { refuse } from "./refusal.js"

/** An account as calls name it. */
export type MultiAddress = ValueOf<typeof multiAddress>

/**
 * The account that an address names. The chain keeps no index of accounts: only an address that is the account itself
 * is found, any other is refused with CannotLookup.
 *
 * @clause state-23
 * @source runtime/src/lib.rs:310
 */
export function lookUpAccount(address: MultiAddress): AccountId {
  if (address.type !== "Id") throw refuse("CannotLookup")
  return address.value
}
