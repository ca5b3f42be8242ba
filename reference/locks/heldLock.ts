import { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { AccountId, AlphaBalance, NetUid } from "../state/primitives.js"
import { emptyLock, type LockKind, type LockState, reduceLock, rollForward } from "./lockState.js"
import { aggregateLock, heldLock, lockKind, lockRates, writeAggregateLock, writeLock } from "./lockStorage.js"

/** A coldkey's lock and the sum that it is part of, both as of this block. */
export interface RolledLock {
  readonly hotkey: AccountId
  readonly kind: LockKind
  readonly lock: LockState
  readonly aggregate: LockState
}

/**
 * A coldkey's lock on a subnet rolled forward to this block. Where it lost alpha or conviction, the sum loses as much
 * and counts as of this block; where it did not, the sum is rolled forward by itself.
 *
 * @clause locks-06
 * @source pallets/subtensor/src/staking/lock.rs:199
 */
export function rolledLock(chain: Chain, coldkey: AccountId, netuid: NetUid): RolledLock | undefined {
  const held = heldLock(chain, coldkey, netuid)
  if (held === undefined) return undefined
  const { hotkey } = held
  const kind = lockKind(chain, coldkey, netuid, hotkey)
  const now = chain.blockNumber
  const lock = rollForward(held.lock, now, lockRates(chain), kind)
  const lostMass = U64.saturatingSub(held.lock.locked_mass, lock.locked_mass)
  const lostConviction = U64F64.saturatingSub(held.lock.conviction, lock.conviction)
  const before = aggregateLock(chain, netuid, hotkey, kind)
  const aggregate =
    lostMass === 0n && lostConviction === 0n
      ? rollForward(before, now, lockRates(chain), kind)
      : { ...reduceLock(before, lostMass, lostConviction), last_update: now }
  return { hotkey, kind, lock, aggregate }
}

/**
 * Writes a lock and the sum that it is part of.
 *
 * @clause locks-06
 * @source pallets/subtensor/src/staking/lock.rs:611
 */
export function writeRolledLock(chain: Chain, coldkey: AccountId, netuid: NetUid, rolled: RolledLock): void {
  writeLock(chain, coldkey, netuid, rolled.hotkey, rolled.lock)
  writeAggregateLock(chain, netuid, rolled.hotkey, rolled.kind, rolled.aggregate)
}

/**
 * Alpha rao that a coldkey has locked on a subnet, as of this block.
 *
 * @clause locks-07
 * @source pallets/subtensor/src/staking/lock.rs:692
 */
export function currentLocked(chain: Chain, coldkey: AccountId, netuid: NetUid): AlphaBalance {
  return rolledLock(chain, coldkey, netuid)?.lock.locked_mass ?? emptyLock(chain.blockNumber).locked_mass
}

/**
 * Rolls a coldkey's lock on a subnet forward to this block and writes it: it disappears when it has become none.
 *
 * @clause locks-08
 * @source pallets/subtensor/src/staking/lock.rs:843
 */
export function cleanupLockIfZero(chain: Chain, coldkey: AccountId, netuid: NetUid): void {
  const rolled = rolledLock(chain, coldkey, netuid)
  if (rolled !== undefined) writeRolledLock(chain, coldkey, netuid, rolled)
}

/**
 * Takes an amount of alpha out of a coldkey's lock on a subnet, with the same part of its conviction, and out of the
 * sum that the lock is part of.
 *
 * @clause locks-09
 * @source pallets/subtensor/src/staking/lock.rs:831
 */
export function forceReduceLock(chain: Chain, coldkey: AccountId, netuid: NetUid, amount: AlphaBalance): void {
  const rolled = rolledLock(chain, coldkey, netuid)
  if (rolled === undefined) return
  const { kind, lock } = rolled
  const now = chain.blockNumber
  const left = withoutAmount(lock, amount, now)
  const lostMass = U64.saturatingSub(lock.locked_mass, left.locked_mass)
  const lostConviction = U64F64.saturatingSub(lock.conviction, left.conviction)
  const aggregate = rollForward(rolled.aggregate, now, lockRates(chain), kind)
  writeRolledLock(chain, coldkey, netuid, {
    ...rolled,
    lock: left,
    aggregate: reduceLock(aggregate, lostMass, lostConviction),
  })
}

/**
 * A lock less an amount, and less the same part of its conviction.
 *
 * @clause locks-09
 * @source pallets/subtensor/src/staking/lock.rs:265
 */
function withoutAmount(lock: LockState, amount: AlphaBalance, now: bigint): LockState {
  const left = U64.saturatingSub(lock.locked_mass, amount)
  if (left === 0n) return emptyLock(now)
  const part = U64F64.safeDiv(U64F64.saturatingFromInteger(amount), U64F64.saturatingFromInteger(lock.locked_mass))
  const kept = U64F64.saturatingSub(U64F64.ONE, part)
  return { locked_mass: left, conviction: U64F64.saturatingMul(lock.conviction, kept), last_update: now }
}
