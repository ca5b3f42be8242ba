import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { SubnetOwner, SubnetOwnerHotkey } from "../state/storage/subtensorModule.js"
import { netuidOfSubnetAccount } from "./subnetAccount.js"

/**
 * Makes a coldkey the owner of a subnet, who runs it with a hotkey. Refuses with
 * SubtensorModule.CannotUseSystemAccount for a hotkey that is the account of a subnet.
 *
 * @clause subnets-18
 * @source pallets/subtensor/src/utils/misc.rs:897
 */
export function setSubnetOwner(chain: Chain, netuid: NetUid, coldkey: AccountId, hotkey: AccountId): void {
  SubnetOwner.set(chain.state, netuid, coldkey)
  setOwnerHotkey(chain, netuid, hotkey)
}

/**
 * Sets the hotkey that a subnet is run with. Refuses with SubtensorModule.CannotUseSystemAccount for the account of a
 * subnet.
 *
 * @clause subnets-18
 * @source pallets/subtensor/src/utils/misc.rs:897
 */
export function setOwnerHotkey(chain: Chain, netuid: NetUid, hotkey: AccountId): void {
  ensure(netuidOfSubnetAccount(hotkey) === undefined, "SubtensorModule.CannotUseSystemAccount")
  SubnetOwnerHotkey.set(chain.state, netuid, hotkey)
  chain.deposit(SubtensorModuleEvents.SubnetOwnerHotkeySet, [netuid, hotkey])
}
