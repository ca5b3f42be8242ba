import { CHILDKEY_TAKE_LIMIT, ensurePassesRateLimit } from "../../hyperparameters/rateLimits.js"
import { coldkeyOwnsHotkey } from "../../keys/ownership.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import { ensureSigned, type Origin } from "../../state/origin.js"
import type { AccountId, NetUid } from "../../state/primitives.js"
import { ensure } from "../../state/refusal.js"
import { ChildkeyTake, MaxChildkeyTake } from "../../state/storage/subtensorModule.js"

/**
 * What a hotkey keeps of the dividends that it earns with its parents' stake on a subnet, of u16::MAX.
 *
 * @clause children-42
 * @source rao:pallets/subtensor/src/staking/set_children.rs:372
 */
export function childkeyTake({ state }: Chain, hotkey: AccountId, netuid: NetUid): number {
  return ChildkeyTake.get(state, hotkey, netuid)
}

/**
 * Sets what a hotkey keeps of its parents' dividends on a subnet, no more often than the rate limit allows, be it more or
 * less than before. The subnet need not exist.
 *
 * @param take in parts of u16::MAX
 * @clause children-43
 * @source rao:pallets/subtensor/src/staking/set_children.rs:301
 */
export function setChildkeyTake(chain: Chain, origin: Origin, hotkey: AccountId, netuid: NetUid, take: number): void {
  ensure(coldkeyOwnsHotkey(chain, ensureSigned(origin), hotkey), "SubtensorModule.NonAssociatedColdKey")
  ensure(take <= MaxChildkeyTake.get(chain.state), "SubtensorModule.InvalidChildkeyTake")
  ensurePassesRateLimit(chain, CHILDKEY_TAKE_LIMIT, hotkey, netuid, "SubtensorModule.TxChildkeyTakeRateLimitExceeded")
  CHILDKEY_TAKE_LIMIT.recordChange(chain, hotkey, netuid)
  ChildkeyTake.set(chain.state, hotkey, netuid, take)
  chain.deposit(SubtensorModuleEvents.ChildKeyTakeSet, [hotkey, take])
}
