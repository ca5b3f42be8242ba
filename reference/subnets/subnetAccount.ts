import type { Chain } from "../state/chain.js"
import { palletAccount } from "../state/palletAccount.js"
import { type AccountId, type NetUid, netUid, ROOT } from "../state/primitives.js"
import { type Hex, u16 } from "../state/scaleTypes.js"
import { NetworksAdded } from "../state/storage/subtensorModule.js"

/** The pallet's name in its accounts. */
const PALLET = "subtensr"
/** "modl", which begins every account that a pallet owns, and the pallet's name. */
const PREFIX: Hex = "0x6d6f646c73756274656e7372"
const DIGITS_OF_AN_ACCOUNT = 2 + 64
const DIGITS_OF_A_NETUID = 4
const ZEROS = "0".repeat(DIGITS_OF_AN_ACCOUNT - PREFIX.length - DIGITS_OF_A_NETUID)

/**
 * The account that holds a network's TAO; undefined when the network neither is listed nor is root.
 *
 * @clause subnets-02
 * @source pallets/subtensor/src/subnets/subnet.rs:470
 */
export function subnetAccountId(chain: Chain, netuid: NetUid): AccountId | undefined {
  if (netuid !== ROOT && !NetworksAdded.has(chain.state, netuid)) return undefined
  return accountOfNetuid(netuid)
}

/**
 * The account that a network of this number has: 4 bytes "modl", 8 bytes "subtensr", the number in two bytes, the low
 * one first, and zeros up to 32 bytes.
 *
 * @clause subnets-02
 * @source pallets/subtensor/src/subnets/subnet.rs:470
 */
export function accountOfNetuid(netuid: NetUid): AccountId {
  return palletAccount(PALLET, u16.encode(netuid))
}

/**
 * The number of the network whose account this would be, whether or not such a network exists; undefined for every
 * account of another form.
 *
 * @clause subnets-02
 * @source pallets/subtensor/src/subnets/subnet.rs:478
 */
export function netuidOfSubnetAccount(account: AccountId): NetUid | undefined {
  if (!account.startsWith(PREFIX) || !account.endsWith(ZEROS)) return undefined
  const low = account.slice(PREFIX.length, PREFIX.length + 2)
  const high = account.slice(PREFIX.length + 2, PREFIX.length + DIGITS_OF_A_NETUID)
  return netUid(Number.parseInt(high + low, 16))
}
