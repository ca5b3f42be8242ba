import { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { registerNeuron } from "../registration/registerNeuron.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { type AccountId, accountId, type NetUid } from "../state/primitives.js"
import { attempt } from "../state/refusal.js"
import {
  NetworkRegisteredAt,
  Owner,
  SubnetAlphaOut,
  SubnetOwner,
  SubnetOwnerHotkey,
} from "../state/storage/subtensorModule.js"
import { isHotkeyRegistered } from "../subnets/neurons.js"
import { mostConvictedHotkey, totalConviction } from "./conviction.js"
import { emptyLock, type LockKind, rollForward } from "./lockState.js"
import { lockRates, takeAggregateLock, writeAggregateLock } from "./lockStorage.js"
import { mergeLocks } from "./mergeLocks.js"

/** The age from which a subnet may change its owner, in blocks: 365¼ days. */
const ONE_YEAR = 7_200n * 365n + 1_800n

/** The least conviction that changes an owner is one part in so many of the alpha outside the pool. */
const PARTS_OF_ALPHA = U64F64.fromInteger(10n)

const NOBODY = accountId(`0x${"00".repeat(32)}`)

/**
 * Hands a subnet over to the hotkey with the most conviction, and to the coldkey that owns it: once the subnet is a year
 * old and all conviction on it is at least a tenth of its alpha outside the pool. Nothing changes when the hotkey has
 * no owner, or the subnet's, or cannot be registered on the subnet where it is not yet.
 *
 * @clause locks-14
 * @source pallets/subtensor/src/staking/lock.rs:1140
 */
export function changeSubnetOwnerIfNeeded(chain: Chain, netuid: NetUid): void {
  const { state } = chain
  if (!isRipeForChange(chain, netuid)) return
  const king = mostConvictedHotkey(chain, netuid)
  if (king === undefined) return
  const newOwner = Owner.get(state, king)
  const oldOwner = SubnetOwner.get(state, netuid)
  if (newOwner === NOBODY || newOwner === oldOwner) return
  if (!isHotkeyRegistered(chain, netuid, king) && !attempt(() => registerNeuron(chain, netuid, king)).ok) return
  moveLocksOfOwner(chain, netuid, SubnetOwnerHotkey.get(state, netuid), king)
  SubnetOwner.set(state, netuid, newOwner)
  SubnetOwnerHotkey.set(state, netuid, king)
  chain.deposit(SubtensorModuleEvents.SubnetOwnerChanged, { netuid, old_coldkey: oldOwner, new_coldkey: newOwner })
}

/**
 * Whether a subnet has alpha outside the pool, is a year old, and has conviction enough.
 *
 * @clause locks-14
 * @source pallets/subtensor/src/staking/lock.rs:1141
 */
function isRipeForChange(chain: Chain, netuid: NetUid): boolean {
  const alphaOut = SubnetAlphaOut.get(chain.state, netuid)
  if (alphaOut === 0n) return false
  if (chain.blockNumber < U64.saturatingAdd(NetworkRegisteredAt.get(chain.state, netuid), ONE_YEAR)) return false
  const tenfold = U64F64.saturatingMul(totalConviction(chain, netuid), PARTS_OF_ALPHA)
  return tenfold >= U64F64.saturatingFromInteger(alphaOut)
}

/** The sums on the old owner's hotkey become those of any hotkey, and those on the new one's become the owner's. */
function moveLocksOfOwner(chain: Chain, netuid: NetUid, oldHotkey: AccountId, newHotkey: AccountId): void {
  for (const perpetual of [true, false]) {
    moveAggregate(chain, netuid, oldHotkey, { ofOwner: true, perpetual }, { ofOwner: false, perpetual })
  }
  for (const perpetual of [true, false]) {
    moveAggregate(chain, netuid, newHotkey, { ofOwner: false, perpetual }, { ofOwner: true, perpetual })
  }
}

/**
 * Adds a sum of locks of one kind to that of another, both as of this block. Nothing is written where there is none to
 * move.
 *
 * @clause locks-14
 * @source pallets/subtensor/src/staking/lock.rs:1193
 */
function moveAggregate(chain: Chain, netuid: NetUid, hotkey: AccountId, from: LockKind, to: LockKind): void {
  const now = chain.blockNumber
  const rates = lockRates(chain)
  const moved = takeAggregateLock(chain, netuid, hotkey, from)
  if (moved === undefined) return
  const present = rollForward(takeAggregateLock(chain, netuid, hotkey, to) ?? emptyLock(now), now, rates, to)
  const merged = mergeLocks(present, rollForward(moved, now, rates, from))
  writeAggregateLock(chain, netuid, hotkey, to, rollForward({ ...merged, last_update: now }, now, rates, to))
}
