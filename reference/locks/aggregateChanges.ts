import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { type LockState, reduceLock, rollForward } from "./lockState.js"
import { aggregateLock, lockKind, lockRates, writeAggregateLock } from "./lockStorage.js"
import { mergeLocks } from "./mergeLocks.js"

/**
 * Takes a coldkey's lock out of the sum that it is part of.
 *
 * @clause locks-16
 * @source pallets/subtensor/src/staking/lock.rs:901
 */
export function reduceAggregate(
  chain: Chain,
  coldkey: AccountId,
  netuid: NetUid,
  hotkey: AccountId,
  lock: LockState,
): void {
  const kind = lockKind(chain, coldkey, netuid, hotkey)
  const rolled = rollForward(aggregateLock(chain, netuid, hotkey, kind), chain.blockNumber, lockRates(chain), kind)
  writeAggregateLock(chain, netuid, hotkey, kind, reduceLock(rolled, lock.locked_mass, lock.conviction))
}

/**
 * Puts a coldkey's lock into the sum that it is to be part of.
 *
 * @clause locks-16
 * @source pallets/subtensor/src/staking/lock.rs:886
 */
export function addToAggregate(
  chain: Chain,
  coldkey: AccountId,
  netuid: NetUid,
  hotkey: AccountId,
  lock: LockState,
): void {
  const kind = lockKind(chain, coldkey, netuid, hotkey)
  const rates = lockRates(chain)
  const rolled = rollForward(aggregateLock(chain, netuid, hotkey, kind), chain.blockNumber, rates, kind)
  const merged = rollForward(mergeLocks(rolled, lock), chain.blockNumber, rates, kind)
  writeAggregateLock(chain, netuid, hotkey, kind, merged)
}
