import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { AutoStakeDestination, AutoStakeDestinationColdkeys } from "../state/storage/subtensorModule.js"
import { subnetExists } from "../subnets/existence.js"
import { isHotkeyRegistered } from "../subnets/neurons.js"

/**
 * Chooses the hotkey of a subnet with which the incentives of a coldkey's miners there are staked.
 *
 * @clause staking-54
 * @source pallets/subtensor/src/macros/dispatches.rs:2050
 */
export function setAutoStakeHotkey(chain: Chain, coldkey: AccountId, netuid: NetUid, hotkey: AccountId): void {
  const { state } = chain
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubnetNotExists")
  ensure(isHotkeyRegistered(chain, netuid, hotkey), "SubtensorModule.HotKeyNotRegisteredInSubNet")
  const current = AutoStakeDestination.get(state, coldkey, netuid)
  ensure(current !== hotkey, "SubtensorModule.SameAutoStakeHotkeyAlreadySet")
  if (current !== undefined) {
    const others = AutoStakeDestinationColdkeys.get(state, current, netuid).filter((each) => each !== coldkey)
    AutoStakeDestinationColdkeys.set(state, current, netuid, others)
  }
  AutoStakeDestination.set(state, coldkey, netuid, hotkey)
  const coldkeys = AutoStakeDestinationColdkeys.get(state, hotkey, netuid)
  const joined = coldkeys.includes(coldkey) ? coldkeys : [...coldkeys, coldkey]
  AutoStakeDestinationColdkeys.set(state, hotkey, netuid, joined)
  chain.deposit(SubtensorModuleEvents.AutoStakeDestinationSet, { coldkey, netuid, hotkey })
}
