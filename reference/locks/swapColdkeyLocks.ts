import type { Chain } from "../state/chain.js"
import { type AccountId, type NetUid, netUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { AccountFlags, DecayingLock, Lock, LockingColdkeys } from "../state/storage/subtensorModule.js"
import { acceptsLockedAlpha } from "./acceptLockedAlpha.js"
import { addToAggregate, reduceAggregate } from "./aggregateChanges.js"
import { type LockState, rollForward } from "./lockState.js"
import { lockKind, lockRates, writeLock } from "./lockStorage.js"

/** A lock of the coldkey that goes, as of this block. */
interface MovingLock {
  readonly netuid: NetUid
  readonly hotkey: AccountId
  readonly lock: LockState
}

/**
 * Moves all locks of a coldkey to another, with whether they decay and with the coldkey's flags. The other coldkey must
 * have no lock of its own.
 *
 * @throws ActiveLockExists, AccountRejectsLockedAlpha (SubtensorModule)
 * @clause locks-41
 * @source pallets/subtensor/src/staking/lock.rs:1390
 */
export function swapColdkeyLocks(chain: Chain, from: AccountId, to: AccountId): void {
  const active = locksOf(chain, to).some(({ lock }) => lock.locked_mass > 0n)
  ensure(!active, "SubtensorModule.ActiveLockExists")
  const moving = locksOf(chain, from)
  const accepts = acceptsLockedAlpha(chain, to) || moving.every(({ lock }) => lock.locked_mass === 0n)
  ensure(accepts, "SubtensorModule.AccountRejectsLockedAlpha")
  for (const lock of moving) takeLock(chain, from, lock)
  moveDecay(chain, from, to)
  moveFlags(chain, from, to)
  for (const lock of moving) giveLock(chain, to, lock)
}

function locksOf(chain: Chain, coldkey: AccountId): readonly MovingLock[] {
  return Lock.entriesUnder(chain.state, coldkey).map(([[netuid, hotkey], lock]) => {
    const kind = lockKind(chain, coldkey, netuid, hotkey)
    return { netuid, hotkey, lock: rollForward(lock, chain.blockNumber, lockRates(chain), kind) }
  })
}

function takeLock(chain: Chain, coldkey: AccountId, { netuid, hotkey, lock }: MovingLock): void {
  Lock.remove(chain.state, coldkey, netuid, hotkey)
  LockingColdkeys.remove(chain.state, netuid, hotkey, coldkey)
  reduceAggregate(chain, coldkey, netuid, hotkey, lock)
}

function giveLock(chain: Chain, coldkey: AccountId, { netuid, hotkey, lock }: MovingLock): void {
  const kind = lockKind(chain, coldkey, netuid, hotkey)
  const rolled = rollForward(lock, chain.blockNumber, lockRates(chain), kind)
  writeLock(chain, coldkey, netuid, hotkey, rolled)
  addToAggregate(chain, coldkey, netuid, hotkey, rolled)
}

function moveDecay({ state }: Chain, from: AccountId, to: AccountId): void {
  for (const [netuid, decays] of DecayingLock.entriesUnder(state, from)) {
    DecayingLock.remove(state, from, netUid(netuid))
    DecayingLock.set(state, to, netUid(netuid), decays)
  }
}

function moveFlags({ state }: Chain, from: AccountId, to: AccountId): void {
  const flags = AccountFlags.get(state, from)
  AccountFlags.remove(state, from)
  if (flags === 0n) AccountFlags.remove(state, to)
  else AccountFlags.set(state, to, flags)
}
