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
  const { state } = chain
  const others = AccountFlags.get(state, coldkey) & ~ACCEPTS_LOCKED_ALPHA
  const flags = rejects ? others : others | ACCEPTS_LOCKED_ALPHA
  if (flags === 0n) AccountFlags.remove(state, coldkey)
  else AccountFlags.set(state, coldkey, flags)
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
