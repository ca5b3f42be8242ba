import { autoLockOwnerCut } from "../locks/lockStake.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import type { Chain } from "../state/chain.js"
import type { AlphaBalance, NetUid } from "../state/primitives.js"
import { SubnetOwner, SubnetOwnerHotkey, SubnetUidToLeaseId } from "../state/storage/subtensorModule.js"
import { distributeLeaseDividends } from "./leaseDividends.js"

/**
 * Stakes the owner's cut on the owner's hotkey; a leased subnet then passes its part on to those who paid for it, and a
 * subnet set to lock it locks it. Without an owner or an owner's hotkey the cut goes to nobody.
 *
 * @param cut in alpha rao
 * @clause coinbase-17
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:645
 */
export function payOwnerCut(chain: Chain, netuid: NetUid, cut: AlphaBalance): void {
  const { state } = chain
  if (!SubnetOwner.has(state, netuid) || !SubnetOwnerHotkey.has(state, netuid)) return
  const hotkey = SubnetOwnerHotkey.get(state, netuid)
  increaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, SubnetOwner.get(state, netuid), netuid, cut)
  const lease = SubnetUidToLeaseId.get(state, netuid)
  if (lease !== undefined) distributeLeaseDividends(chain, lease, cut)
  autoLockOwnerCut(chain, netuid, cut)
}
