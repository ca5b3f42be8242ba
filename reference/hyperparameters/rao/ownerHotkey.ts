import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import type { Origin } from "../../state/origin.js"
import type { AccountId, NetUid } from "../../state/primitives.js"
import { SubnetOwnerHotkey } from "../../state/storage/subtensorModule.js"
import { ensureSubnetOwner } from "../rights.js"

/**
 * The owner, and not root, sets the hotkey that the subnet is run with; nothing checks the hotkey.
 *
 * @throws BadOrigin
 * @clause hyperparameters-23
 * @source rao:pallets/admin-utils/src/lib.rs:1435
 */
export function setSubnetOwnerHotkey(chain: Chain, origin: Origin, netuid: NetUid, hotkey: AccountId): void {
  ensureSubnetOwner(chain, origin, netuid)
  SubnetOwnerHotkey.set(chain.state, netuid, hotkey)
  chain.deposit(SubtensorModuleEvents.SubnetOwnerHotkeySet, [netuid, hotkey])
}
