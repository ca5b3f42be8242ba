import { swapRelations } from "../children/swapRelations.js"
import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { AutoStakeDestination, AutoStakeDestinationColdkeys, ChildkeyTake } from "../state/storage/subtensorModule.js"
import { subnetOwnerHotkey } from "../subnets/neurons.js"
import { setOwnerHotkey } from "../subnets/subnetOwner.js"
import { moveHotkeyStake } from "./moveHotkeyStake.js"
import { moveNeuron } from "./moveNeuron.js"

/**
 * Puts a hotkey in the place of another on one subnet: as a neuron, in families, as where coldkeys stake by themselves,
 * as the owner's hotkey, and, unless the stake is to stay, with its stake.
 *
 * @clause keys-32
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:443
 */
export function swapHotkeyOnSubnet(
  chain: Chain,
  from: AccountId,
  to: AccountId,
  netuid: NetUid,
  keepStake: boolean,
): void {
  moveNeuron(chain, from, to, netuid)
  moveChildkeyTake(chain, from, to, netuid)
  swapRelations(chain, from, to, netuid)
  moveAutoStake(chain, from, to, netuid)
  if (subnetOwnerHotkey(chain, netuid) === from) setOwnerHotkey(chain, netuid, to)
  if (!keepStake) moveHotkeyStake(chain, from, to, netuid)
}

function moveChildkeyTake({ state }: Chain, from: AccountId, to: AccountId, netuid: NetUid): void {
  if (!ChildkeyTake.has(state, from, netuid)) return
  ChildkeyTake.set(state, to, netuid, ChildkeyTake.get(state, from, netuid))
  ChildkeyTake.remove(state, from, netuid)
}

/** Lets the coldkeys whose rewards are staked on the hotkey by themselves stake on the other. */
function moveAutoStake({ state }: Chain, from: AccountId, to: AccountId, netuid: NetUid): void {
  if (!AutoStakeDestinationColdkeys.has(state, from, netuid)) return
  const coldkeys = AutoStakeDestinationColdkeys.get(state, from, netuid)
  for (const coldkey of coldkeys) AutoStakeDestination.set(state, coldkey, netuid, to)
  AutoStakeDestinationColdkeys.remove(state, from, netuid)
  AutoStakeDestinationColdkeys.set(state, to, netuid, coldkeys)
}
