import { autoLockOwnerCut } from "../locks/lockStake.js"
import type { Chain } from "../state/chain.js"
import type { AlphaBalance, NetUid } from "../state/primitives.js"
import { SubnetOwner, SubnetOwnerHotkey, SubnetUidToLeaseId } from "../state/storage/subtensorModule.js"
import { distributeLeaseDividends } from "./leaseDividends.js"

/**
 * Stakes the owner's cut on the owner's hotkey, and says whether there is one. Without an owner or an owner's hotkey the
 * cut goes to nobody.
 *
 * @param cut in alpha rao
 * @clause coinbase-17
 * @clause coinbase-38
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:645
 */
export function stakeOwnerCut(chain: Chain, netuid: NetUid, cut: AlphaBalance): boolean {
  const { state } = chain
  if (!SubnetOwner.has(state, netuid) || !SubnetOwnerHotkey.has(state, netuid)) return false
  const [owner, hotkey] = [SubnetOwner.get(state, netuid), SubnetOwnerHotkey.get(state, netuid)]
  chain.fork.rules.staking.increaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, owner, netuid, cut)
  return true
}

/**
 * Stakes the owner's cut; a leased subnet then passes its part on to those who paid for it, and a subnet set to lock it
 * locks it.
 *
 * @param cut in alpha rao
 * @clause coinbase-17
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:645
 */
export function payOwnerCut(chain: Chain, netuid: NetUid, cut: AlphaBalance): void {
  if (!stakeOwnerCut(chain, netuid, cut)) return
  const lease = SubnetUidToLeaseId.get(chain.state, netuid)
  if (lease !== undefined) distributeLeaseDividends(chain, lease, cut)
  autoLockOwnerCut(chain, netuid, cut)
}
