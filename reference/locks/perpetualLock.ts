import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { DecayingLock } from "../state/storage/subtensorModule.js"
import { addToAggregate, reduceAggregate } from "./aggregateChanges.js"
import { rolledLock, writeRolledLock } from "./heldLock.js"
import { heldLock, isPerpetualLock } from "./lockStorage.js"

/**
 * Makes a coldkey's lock on a subnet, present or to come, perpetual or decaying. The lock is rolled forward and goes from
 * one sum to the other.
 *
 * @clause locks-20
 * @source pallets/subtensor/src/staking/lock.rs:638
 */
export function setPerpetualLock(chain: Chain, coldkey: AccountId, netuid: NetUid, enabled: boolean): void {
  const changes = isPerpetualLock(chain, coldkey, netuid) !== enabled
  const rolled = rolledLock(chain, coldkey, netuid)
  if (rolled !== undefined) {
    writeRolledLock(chain, coldkey, netuid, rolled)
    if (changes) reduceAggregate(chain, coldkey, netuid, rolled.hotkey, rolled.lock)
  }
  if (enabled) DecayingLock.set(chain.state, coldkey, netuid, false)
  else DecayingLock.remove(chain.state, coldkey, netuid)
  const held = heldLock(chain, coldkey, netuid)
  if (changes && held !== undefined) addToAggregate(chain, coldkey, netuid, held.hotkey, held.lock)
  chain.deposit(SubtensorModuleEvents.PerpetualLockUpdated, { coldkey, netuid, enabled })
}
