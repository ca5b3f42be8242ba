import { U96F32 } from "../numbers/formats.js"
import { U16 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { AccountId } from "../state/primitives.js"
import { Delegates } from "../state/storage/subtensorModule.js"

const WHOLE = U96F32.saturatingFromInteger(U16.MAX)

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
 * What a hotkey takes of its nominators' dividends, as a fraction (U96F32), truncated.
 *
 * @clause staking-10
 * @source pallets/subtensor/src/staking/helpers.rs:194
 */
export function hotkeyTakeFraction(chain: Chain, hotkey: AccountId): U96F32 {
  return U96F32.safeDiv(U96F32.saturatingFromInteger(hotkeyTake(chain, hotkey)), WHOLE)
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
