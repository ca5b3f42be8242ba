import { coldkeyOwnsHotkey, hotkeyAccountExists } from "../keys/ownership.js"
import { U64 } from "../numbers/integers.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import type { DispatchGuard } from "../state/dispatch.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { guardCall } from "../state/guard.js"
import type { AccountId } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import {
  Delegates,
  LastRateLimitedBlock,
  MaxDelegateTake,
  MinDelegateTake,
  TxDelegateTakeRateLimit,
} from "../state/storage/subtensorModule.js"
import type { LastTakeChange } from "./stakingRules.js"

/** A coldkey's wish to change what its hotkey takes of nominators' dividends. */
export interface DelegateTakeChange {
  readonly coldkey: AccountId
  readonly hotkey: AccountId
  /** Parts of 65535. */
  readonly take: number
}

/**
 * Raises what a hotkey takes of its nominators' dividends, no more often than the rate limit allows.
 *
 * @clause staking-52
 * @source pallets/subtensor/src/staking/increase_take.rs:33
 */
export function increaseTake(chain: Chain, { coldkey, hotkey, take }: DelegateTakeChange): void {
  const { state } = chain
  ensureOwnsDelegate(chain, coldkey, hotkey)
  const isHigher = !Delegates.has(state, hotkey) || take > Delegates.get(state, hotkey)
  ensure(isHigher, "SubtensorModule.DelegateTakeTooLow")
  ensure(take <= MaxDelegateTake.get(state), "SubtensorModule.DelegateTakeTooHigh")
  ensure(mayIncreaseTakeAgain(chain, hotkey), "SubtensorModule.DelegateTxRateLimitExceeded")
  writeTake(chain, hotkey, take)
  chain.deposit(SubtensorModuleEvents.TakeIncreased, [coldkey, hotkey, take])
}

/**
 * Lowers what a hotkey takes of its nominators' dividends, as often as the coldkey likes.
 *
 * @clause staking-53
 * @source pallets/subtensor/src/staking/decrease_take.rs:30
 */
export function decreaseTake(chain: Chain, { coldkey, hotkey, take }: DelegateTakeChange): void {
  const { state } = chain
  ensureOwnsDelegate(chain, coldkey, hotkey)
  const isLower = !Delegates.has(state, hotkey) || take < Delegates.get(state, hotkey)
  ensure(isLower, "SubtensorModule.DelegateTakeTooLow")
  ensure(take >= MinDelegateTake.get(state), "SubtensorModule.DelegateTakeTooLow")
  writeTake(chain, hotkey, take)
  chain.deposit(SubtensorModuleEvents.TakeDecreased, [coldkey, hotkey, take])
}

/**
 * Refuses, before a call that changes a take runs, a take out of bounds and a hotkey that the coldkey does not own.
 *
 * @clause staking-51
 * @source pallets/subtensor/src/guards/check_delegate_take.rs:26
 */
export function checkDelegateTake(chain: Chain, signer: AccountId, change: { hotkey: AccountId; take: number }): void {
  ensure(change.take >= MinDelegateTake.get(chain.state), "SubtensorModule.DelegateTakeTooLow")
  ensure(change.take <= MaxDelegateTake.get(chain.state), "SubtensorModule.DelegateTakeTooHigh")
  ensureOwnsDelegate(chain, signer, change.hotkey)
}

/** The checks of takes that calls pass before their rules run. */
export const delegateTakeGuards: readonly DispatchGuard[] = [
  guardCall(SubtensorModuleCalls.increase_take, checkDelegateTake),
  guardCall(SubtensorModuleCalls.decrease_take, checkDelegateTake),
]

/**
 * Refuses a hotkey without an account, and one of another coldkey.
 *
 * @clause staking-50
 * @source pallets/subtensor/src/utils/misc.rs:339
 */
function ensureOwnsDelegate(chain: Chain, coldkey: AccountId, hotkey: AccountId): void {
  ensure(hotkeyAccountExists(chain, hotkey), "SubtensorModule.HotKeyAccountNotExists")
  ensure(coldkeyOwnsHotkey(chain, coldkey, hotkey), "SubtensorModule.NonAssociatedColdKey")
}

/**
 * Whether more blocks have gone by than `TxDelegateTakeRateLimit` since a hotkey's take changed; a limit of zero, and a
 * take never changed or changed in block 0, do not wait.
 *
 * @clause staking-52
 * @source pallets/subtensor/src/utils/rate_limiting.rs:264
 */
function mayIncreaseTakeAgain(chain: Chain, hotkey: AccountId): boolean {
  const limit = TxDelegateTakeRateLimit.get(chain.state)
  const last = chain.fork.rules.staking.lastTakeChange.get(chain, hotkey)
  return limit === 0n || last === 0n || U64.saturatingSub(chain.blockNumber, last) > limit
}

/** Writes the take of a hotkey, and that it changed in this block. */
function writeTake(chain: Chain, hotkey: AccountId, take: number): void {
  Delegates.set(chain.state, hotkey, take)
  chain.fork.rules.staking.lastTakeChange.set(chain, hotkey, chain.blockNumber)
}

/** The block of a take's last change, among the other last blocks of what may not be done too often. */
export const lastTakeChange: LastTakeChange = {
  get: ({ state }, hotkey) => LastRateLimitedBlock.get(state, lastTakeKey(hotkey)),
  set: ({ state }, hotkey, block) => LastRateLimitedBlock.set(state, lastTakeKey(hotkey), block),
}

function lastTakeKey(hotkey: AccountId) {
  return { type: "LastTxBlockDelegateTake", value: hotkey } as const
}
