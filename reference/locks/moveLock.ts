import { hotkeyAccountExists, owningColdkeyForHotkey } from "../keys/ownership.js"
import { U64F64 } from "../numbers/formats.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { Lock, LockingColdkeys } from "../state/storage/subtensorModule.js"
import { addToAggregate, reduceAggregate } from "./aggregateChanges.js"
import { rolledLock } from "./heldLock.js"
import { rollForward } from "./lockState.js"
import { lockKind, lockRates, writeLock } from "./lockStorage.js"

/**
 * Moves a coldkey's lock on a subnet to another hotkey. Conviction is kept only where both hotkeys have the same owner.
 *
 * @throws HotKeyAccountNotExists, NoExistingLock (SubtensorModule)
 * @clause locks-19
 * @source pallets/subtensor/src/staking/lock.rs:1713
 */
export function moveLock(chain: Chain, coldkey: AccountId, hotkey: AccountId, netuid: NetUid): void {
  ensure(hotkeyAccountExists(chain, hotkey), "SubtensorModule.HotKeyAccountNotExists")
  const held = rolledLock(chain, coldkey, netuid)
  ensure(held !== undefined, "SubtensorModule.NoExistingLock")
  const sameOwner = owningColdkeyForHotkey(chain, held.hotkey) === owningColdkeyForHotkey(chain, hotkey)
  const kept = sameOwner ? held.lock : { ...held.lock, conviction: U64F64.ZERO }
  const kind = lockKind(chain, coldkey, netuid, hotkey)
  const moved = rollForward(kept, chain.blockNumber, lockRates(chain), kind)
  Lock.remove(chain.state, coldkey, netuid, held.hotkey)
  LockingColdkeys.remove(chain.state, netuid, held.hotkey, coldkey)
  writeLock(chain, coldkey, netuid, hotkey, moved)
  reduceAggregate(chain, coldkey, netuid, held.hotkey, held.lock)
  addToAggregate(chain, coldkey, netuid, hotkey, moved)
  chain.deposit(SubtensorModuleEvents.LockMoved, {
    coldkey,
    origin_hotkey: held.hotkey,
    destination_hotkey: hotkey,
    netuid,
  })
}
