import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import {
  DecayingHotkeyLock,
  DecayingLock,
  DecayingOwnerLock,
  HotkeyLock,
  Lock,
  LockingColdkeys,
  MaturityRate,
  OwnerLock,
  SubnetOwnerHotkey,
  UnlockRate,
} from "../state/storage/subtensorModule.js"
import { emptyLock, isZeroLock, type LockKind, type LockRates, type LockState } from "./lockState.js"

/**
 * How the lock of a coldkey on a hotkey of a subnet changes with time. A coldkey's locks decay unless `DecayingLock`
 * says false.
 *
 * @clause locks-05
 * @source pallets/subtensor/src/staking/lock.rs:565
 */
export function lockKind(chain: Chain, coldkey: AccountId, netuid: NetUid, hotkey: AccountId): LockKind {
  return {
    ofOwner: SubnetOwnerHotkey.get(chain.state, netuid) === hotkey,
    perpetual: isPerpetualLock(chain, coldkey, netuid),
  }
}

/**
 * Whether what a coldkey locks on a subnet stays locked: `DecayingLock` says false.
 *
 * @clause locks-05
 * @source pallets/subtensor/src/staking/lock.rs:569
 */
export function isPerpetualLock({ state }: Chain, coldkey: AccountId, netuid: NetUid): boolean {
  return DecayingLock.get(state, coldkey, netuid) === false
}

/**
 * The rates at which locks change.
 *
 * @clause locks-05
 * @source pallets/subtensor/src/staking/lock.rs:696
 */
export function lockRates({ state }: Chain): LockRates {
  return { unlock: UnlockRate.get(state), maturity: MaturityRate.get(state) }
}

/** A coldkey's lock on a subnet and the hotkey that it is on. */
export interface HeldLock {
  readonly hotkey: AccountId
  readonly lock: LockState
}

/**
 * The lock of a coldkey on a subnet: the first in the order of the raw keys.
 *
 * @clause locks-05
 * @source pallets/subtensor/src/staking/lock.rs:598
 */
export function heldLock({ state }: Chain, coldkey: AccountId, netuid: NetUid): HeldLock | undefined {
  const [first] = Lock.entriesUnderTwo(state, coldkey, netuid)
  return first === undefined ? undefined : { hotkey: first[0], lock: first[1] }
}

/**
 * Writes a coldkey's lock on a hotkey, and that the coldkey locks there; forgets both for a lock that counts as none.
 *
 * @clause locks-05
 * @source pallets/subtensor/src/staking/lock.rs:505
 */
export function writeLock(
  { state }: Chain,
  coldkey: AccountId,
  netuid: NetUid,
  hotkey: AccountId,
  lock: LockState,
): void {
  if (isZeroLock(lock)) {
    LockingColdkeys.remove(state, netuid, hotkey, coldkey)
    Lock.remove(state, coldkey, netuid, hotkey)
  } else {
    LockingColdkeys.set(state, netuid, hotkey, coldkey, undefined)
    Lock.set(state, coldkey, netuid, hotkey, lock)
  }
}

/** Where the sum of all locks of one kind on one hotkey is kept. */
interface AggregateStore {
  readonly get: (chain: Chain, netuid: NetUid, hotkey: AccountId) => LockState | undefined
  readonly set: (chain: Chain, netuid: NetUid, hotkey: AccountId, lock: LockState) => void
  readonly remove: (chain: Chain, netuid: NetUid, hotkey: AccountId) => void
}

function ofHotkey(item: typeof HotkeyLock): AggregateStore {
  return {
    get: ({ state }, netuid, hotkey) => item.get(state, netuid, hotkey),
    set: ({ state }, netuid, hotkey, lock) => item.set(state, netuid, hotkey, lock),
    remove: ({ state }, netuid, hotkey) => item.remove(state, netuid, hotkey),
  }
}

function ofOwner(item: typeof OwnerLock): AggregateStore {
  return {
    get: ({ state }, netuid) => item.get(state, netuid),
    set: ({ state }, netuid, _hotkey, lock) => item.set(state, netuid, lock),
    remove: ({ state }, netuid) => item.remove(state, netuid),
  }
}

const AGGREGATES = {
  general: { perpetual: ofHotkey(HotkeyLock), decaying: ofHotkey(DecayingHotkeyLock) },
  owner: { perpetual: ofOwner(OwnerLock), decaying: ofOwner(DecayingOwnerLock) },
} as const

function aggregateStore(kind: LockKind): AggregateStore {
  return AGGREGATES[kind.ofOwner ? "owner" : "general"][kind.perpetual ? "perpetual" : "decaying"]
}

/**
 * The sum of all locks of a kind on a hotkey: of the subnet for the owner's hotkey.
 *
 * @clause locks-05
 * @source pallets/subtensor/src/staking/lock.rs:581
 */
export function aggregateLock(chain: Chain, netuid: NetUid, hotkey: AccountId, kind: LockKind): LockState {
  return aggregateStore(kind).get(chain, netuid, hotkey) ?? emptyLock(chain.blockNumber)
}

/**
 * Writes the sum of all locks of a kind on a hotkey; nothing is kept where nothing is locked and there is no conviction.
 *
 * @clause locks-05
 * @source pallets/subtensor/src/staking/lock.rs:521
 */
export function writeAggregateLock(
  chain: Chain,
  netuid: NetUid,
  hotkey: AccountId,
  kind: LockKind,
  lock: LockState,
): void {
  const store = aggregateStore(kind)
  if (lock.locked_mass === 0n && lock.conviction === 0n) store.remove(chain, netuid, hotkey)
  else store.set(chain, netuid, hotkey, lock)
}

/**
 * Takes the sum of all locks of a kind on a hotkey out of storage; nothing where there is none.
 *
 * @clause locks-05
 * @source pallets/subtensor/src/staking/lock.rs:1193
 */
export function takeAggregateLock(
  chain: Chain,
  netuid: NetUid,
  hotkey: AccountId,
  kind: LockKind,
): LockState | undefined {
  const store = aggregateStore(kind)
  const lock = store.get(chain, netuid, hotkey)
  store.remove(chain, netuid, hotkey)
  return lock
}
