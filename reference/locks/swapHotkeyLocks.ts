import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { DecayingHotkeyLock, HotkeyLock, Lock, LockingColdkeys } from "../state/storage/subtensorModule.js"
import { subnetOwnerHotkey } from "../subnets/neurons.js"
import { rollForward } from "./lockState.js"
import { isPerpetualLock, lockRates, takeAggregateLock, writeAggregateLock, writeLock } from "./lockStorage.js"

/** A hotkey whose locks move to another, on one subnet. */
interface Swap {
  readonly netuid: NetUid
  readonly from: AccountId
  readonly to: AccountId
  /** Whether the locks are on the owner's hotkey before they move. */
  readonly fromOwner: boolean
  /** Whether they are after it. */
  readonly toOwner: boolean
}

/**
 * Moves every lock on a hotkey of a subnet, and the sums of these locks, to another hotkey of the same coldkey.
 * Conviction stays. Locks that are the owner's on either hotkey are the owner's afterwards.
 *
 * @clause locks-40
 * @source pallets/subtensor/src/staking/lock.rs:1499
 */
export function swapHotkeyLocks(chain: Chain, from: AccountId, to: AccountId, netuid: NetUid): void {
  const owner = subnetOwnerHotkey(chain, netuid)
  const fromOwner = owner === from
  const toOwner = fromOwner || owner === to
  if (!toOwner && !HotkeyLock.has(chain.state, netuid, from) && !DecayingHotkeyLock.has(chain.state, netuid, from))
    return
  const swap = { netuid, from, to, fromOwner, toOwner }
  for (const [coldkey] of LockingColdkeys.entriesUnderTwo(chain.state, netuid, from)) moveLockOf(chain, coldkey, swap)
  moveSum(chain, true, swap)
  moveSum(chain, false, swap)
}

/** Moves one coldkey's lock; an entry of the index without a lock is dropped. */
function moveLockOf(chain: Chain, coldkey: AccountId, { netuid, from, to, fromOwner, toOwner }: Swap): void {
  const lock = Lock.get(chain.state, coldkey, netuid, from)
  LockingColdkeys.remove(chain.state, netuid, from, coldkey)
  if (lock === undefined) return
  const perpetual = isPerpetualLock(chain, coldkey, netuid)
  const rolled = rollForward(lock, chain.blockNumber, lockRates(chain), { ofOwner: fromOwner, perpetual })
  const moved = rollForward(rolled, chain.blockNumber, lockRates(chain), { ofOwner: toOwner, perpetual })
  Lock.remove(chain.state, coldkey, netuid, from)
  writeLock(chain, coldkey, netuid, to, moved)
}

/** Moves the sum of the locks of a kind; it replaces a sum that is there. */
function moveSum(chain: Chain, perpetual: boolean, { netuid, from, to, fromOwner, toOwner }: Swap): void {
  const before = { ofOwner: fromOwner, perpetual }
  const after = { ofOwner: toOwner, perpetual }
  const sum = takeAggregateLock(chain, netuid, from, before)
  if (sum === undefined) return
  const rolled = rollForward(sum, chain.blockNumber, lockRates(chain), before)
  writeAggregateLock(chain, netuid, to, after, rollForward(rolled, chain.blockNumber, lockRates(chain), after))
}
