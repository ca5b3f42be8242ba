import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { ChildkeyTake, MinChildkeyTake, MinChildkeyTakePerSubnet } from "../state/storage/subtensorModule.js"

/**
 * The least childkey take on a subnet, of u16::MAX: the chain's or the subnet's own least, whichever is more.
 *
 * @clause children-04
 * @source pallets/subtensor/src/utils/misc.rs:452
 */
export function leastChildkeyTake({ state }: Chain, netuid: NetUid): number {
  return Math.max(MinChildkeyTake.get(state), MinChildkeyTakePerSubnet.get(state, netuid))
}

/**
 * What a hotkey keeps of the dividends that it earns with its parents' stake on a subnet, of u16::MAX: what it has set,
 * but no less than the least.
 *
 * @clause children-04
 * @source pallets/subtensor/src/staking/set_children.rs:784
 */
export function childkeyTake(chain: Chain, hotkey: AccountId, netuid: NetUid): number {
  return Math.max(ChildkeyTake.get(chain.state, hotkey, netuid), leastChildkeyTake(chain, netuid))
}
