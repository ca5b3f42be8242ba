import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { AccountId } from "../state/primitives.js"
import { AccountFlags } from "../state/storage/subtensorModule.js"

/** The bit of `AccountFlags` with which a coldkey accepts locked alpha. */
const ACCEPTS_LOCKED_ALPHA = 1n

/**
 * Whether a coldkey accepts that locked alpha comes to it. It does not before it says so.
 *
 * @clause locks-17
 * @source pallets/subtensor/src/staking/lock.rs:470
 */
export function acceptsLockedAlpha({ state }: Chain, coldkey: AccountId): boolean {
  return (AccountFlags.get(state, coldkey) & ACCEPTS_LOCKED_ALPHA) === ACCEPTS_LOCKED_ALPHA
}

/**
 * Lets a coldkey reject, or accept, that locked alpha comes to it.
 *
 * @clause locks-18
 * @source pallets/subtensor/src/macros/dispatches.rs:2640
 */
export function setRejectLockedAlpha(chain: Chain, coldkey: AccountId, rejects: boolean): void {
  if (rejects) rejectLockedAlpha(chain, coldkey)
  else acceptLockedAlpha(chain, coldkey)
  chain.deposit(SubtensorModuleEvents.RejectLockedAlphaUpdated, { coldkey, enabled: rejects })
}

/**
 * Lets a coldkey accept that locked alpha comes to it.
 *
 * @clause locks-18
 * @source pallets/subtensor/src/staking/lock.rs:474
 */
export function acceptLockedAlpha({ state }: Chain, coldkey: AccountId): void {
  AccountFlags.mutate(state, coldkey, (flags) => flags | ACCEPTS_LOCKED_ALPHA)
}

/**
 * Lets a coldkey reject that locked alpha comes to it. Flags of zero are not kept.
 *
 * @clause locks-18
 * @source pallets/subtensor/src/staking/lock.rs:474
 */
function rejectLockedAlpha({ state }: Chain, coldkey: AccountId): void {
  const others = AccountFlags.get(state, coldkey) & ~ACCEPTS_LOCKED_ALPHA
  if (others === 0n) AccountFlags.remove(state, coldkey)
  else AccountFlags.set(state, coldkey, others)
}
