import { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, type AlphaBalance, alphaBalance, type NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { acceptsLockedAlpha } from "./acceptLockedAlpha.js"
import { addToAggregate, reduceAggregate } from "./aggregateChanges.js"
import { totalColdkeyAlphaOnSubnet } from "./availability.js"
import { rolledLock } from "./heldLock.js"
import { emptyLock, type LockState, reduceLock, rollForward } from "./lockState.js"
import { type HeldLock, lockKind, lockRates, writeLock } from "./lockStorage.js"
import { mergeLocks } from "./mergeLocks.js"

/**
 * Lets the lock follow alpha that goes from one coldkey to another on a subnet. What is not locked goes first; the rest
 * takes its lock and the same part of the conviction along, to the same hotkey.
 *
 * @param amount alpha rao
 * @throws LockHotkeyMismatch, AccountRejectsLockedAlpha (SubtensorModule)
 * @clause locks-15
 * @source pallets/subtensor/src/staking/lock.rs:1803
 */
export function transferLock(chain: Chain, from: AccountId, to: AccountId, netuid: NetUid, amount: AlphaBalance): void {
  if (from === to || amount === 0n) return
  const source = rolledLock(chain, from, netuid)
  if (source === undefined) return
  const target = rolledLock(chain, to, netuid)
  const moved = lockedPart(chain, from, netuid, source.lock, amount)
  const crossesHotkeys = target !== undefined && target.hotkey !== source.hotkey
  ensure(!(moved.isNeeded && crossesHotkeys), "SubtensorModule.LockHotkeyMismatch")
  ensure(moved.lock.locked_mass === 0n || acceptsLockedAlpha(chain, to), "SubtensorModule.AccountRejectsLockedAlpha")

  const present = target ?? { hotkey: source.hotkey, lock: emptyLock(chain.blockNumber) }
  const { locked_mass, conviction } = moved.lock
  rollAndWrite(chain, from, netuid, { hotkey: source.hotkey, lock: reduceLock(source.lock, locked_mass, conviction) })
  rollAndWrite(chain, to, netuid, { hotkey: present.hotkey, lock: added(present.lock, moved.lock) })
  if (locked_mass === 0n) return
  reduceAggregate(chain, from, netuid, source.hotkey, moved.lock)
  addToAggregate(chain, to, netuid, present.hotkey, moved.lock)
}

/** A lock with another's alpha and conviction, as of the same block. */
function added(lock: LockState, more: LockState): LockState {
  return { ...mergeLocks(lock, more), last_update: lock.last_update }
}

/** What of a lock goes along with alpha. */
interface LockedPart {
  /** Whether more goes than is free. */
  readonly isNeeded: boolean
  readonly lock: LockState
}

/**
 * What goes beyond the free alpha, no more than is locked, and the same part of the conviction.
 *
 * @clause locks-15
 * @source pallets/subtensor/src/staking/lock.rs:1855
 */
function lockedPart(
  chain: Chain,
  coldkey: AccountId,
  netuid: NetUid,
  lock: LockState,
  amount: AlphaBalance,
): LockedPart {
  const free = U64.saturatingSub(totalColdkeyAlphaOnSubnet(chain, coldkey, netuid), lock.locked_mass)
  const beyond = U64.saturatingSub(amount, free)
  const mass = lesser(beyond, lock.locked_mass)
  const none = emptyLock(chain.blockNumber)
  if (mass === 0n) return { isNeeded: beyond > 0n, lock: none }
  const part = U64F64.safeDiv(U64F64.saturatingFromInteger(mass), U64F64.saturatingFromInteger(lock.locked_mass))
  const conviction = U64F64.saturatingMul(lock.conviction, part)
  return { isNeeded: true, lock: { ...none, locked_mass: alphaBalance(mass), conviction } }
}

function lesser(a: AlphaBalance, b: AlphaBalance): AlphaBalance {
  if (b < a) return b
  return a
}

function rollAndWrite(chain: Chain, coldkey: AccountId, netuid: NetUid, { hotkey, lock }: HeldLock): void {
  const kind = lockKind(chain, coldkey, netuid, hotkey)
  writeLock(chain, coldkey, netuid, hotkey, rollForward(lock, chain.blockNumber, lockRates(chain), kind))
}
