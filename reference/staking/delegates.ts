import type { Chain } from "../state/chain.js"
import type { AccountId } from "../state/primitives.js"
import { Delegates } from "../state/storage/subtensorModule.js"

/**
 * What a hotkey takes of its nominators' dividends, in parts of 65535 (u16).
 *
 * @clause staking-10
 * @source pallets/subtensor/src/staking/helpers.rs:191
 */
export function hotkeyTake({ state }: Chain, hotkey: AccountId): number {
  return Delegates.get(state, hotkey)
}

/**
 * Writes down the take of a hotkey that has none written, at the default: the hotkey is a delegate from then on.
 *
 * @clause staking-10
 * @source pallets/subtensor/src/staking/helpers.rs:167
 */
export function becomeDelegateIfNotYet(chain: Chain, hotkey: AccountId): void {
  if (!Delegates.has(chain.state, hotkey)) Delegates.set(chain.state, hotkey, hotkeyTake(chain, hotkey))
}
