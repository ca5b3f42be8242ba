import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import {
  DecayingHotkeyLock,
  DecayingLock,
  DecayingOwnerLock,
  HotkeyLock,
  Lock,
  LockingColdkeys,
  OwnerLock,
} from "../state/storage/subtensorModule.js"

/**
 * Removes every lock on a subnet that LockingColdkeys tells of, the sums of locks, and whose locks are perpetual.
 *
 * @clause locks-30
 * @source pallets/subtensor/src/staking/lock.rs:1952
 */
export function removeLocksOfSubnet({ state }: Chain, netuid: NetUid): void {
  for (const [[hotkey, coldkey]] of LockingColdkeys.entriesUnder(state, netuid)) {
    Lock.remove(state, coldkey, netuid, hotkey)
  }
  LockingColdkeys.clearUnder(state, netuid)
  HotkeyLock.clearUnder(state, netuid)
  DecayingHotkeyLock.clearUnder(state, netuid)
  OwnerLock.remove(state, netuid)
  DecayingOwnerLock.remove(state, netuid)
  for (const [[coldkey, of]] of DecayingLock.entries(state)) {
    if (of === netuid) DecayingLock.remove(state, coldkey, netuid)
  }
}
