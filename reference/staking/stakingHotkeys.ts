import type { Chain } from "../state/chain.js"
import type { AccountId } from "../state/primitives.js"
import { StakingHotkeys } from "../state/storage/subtensorModule.js"

/**
 * Adds a hotkey to the end of the list of those that a coldkey stakes with, unless it is in it.
 *
 * @clause staking-08, staking-60
 * @source pallets/subtensor/src/staking/stake_utils.rs:585
 */
export function addStakingHotkey({ state }: Chain, coldkey: AccountId, hotkey: AccountId): void {
  const hotkeys = StakingHotkeys.get(state, coldkey)
  if (!hotkeys.includes(hotkey)) StakingHotkeys.set(state, coldkey, [...hotkeys, hotkey])
}
