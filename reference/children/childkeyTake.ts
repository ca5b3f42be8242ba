import { isWithin } from "../hyperparameters/bounds.js"
import { CHILDKEY_TAKE_LIMIT, ensurePassesRateLimit } from "../hyperparameters/rateLimits.js"
import { coldkeyOwnsHotkey } from "../keys/ownership.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import {
  ChildkeyTake,
  MaxChildkeyTake,
  MinChildkeyTake,
  MinChildkeyTakePerSubnet,
} from "../state/storage/subtensorModule.js"

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

/**
 * Sets what a hotkey keeps of its parents' dividends on a subnet. How often, is limited only where the take grows, but
 * every setting counts as the last.
 *
 * @param take in parts of u16::MAX
 * @clause children-07
 * @source pallets/subtensor/src/staking/set_children.rs:728
 */
export function setChildkeyTake(chain: Chain, origin: Origin, hotkey: AccountId, netuid: NetUid, take: number): void {
  ensure(coldkeyOwnsHotkey(chain, ensureSigned(origin), hotkey), "SubtensorModule.NonAssociatedColdKey")
  const bounds = { least: leastChildkeyTake(chain, netuid), greatest: MaxChildkeyTake.get(chain.state) }
  ensure(isWithin(take, bounds), "SubtensorModule.InvalidChildkeyTake")
  if (take > childkeyTake(chain, hotkey, netuid)) {
    ensurePassesRateLimit(chain, CHILDKEY_TAKE_LIMIT, hotkey, netuid, "SubtensorModule.TxChildkeyTakeRateLimitExceeded")
  }
  CHILDKEY_TAKE_LIMIT.recordChange(chain, hotkey, netuid)
  ChildkeyTake.set(chain.state, hotkey, netuid, take)
  chain.deposit(SubtensorModuleEvents.ChildKeyTakeSet, [hotkey, take])
}
