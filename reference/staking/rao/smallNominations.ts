import { addBalanceToColdkey } from "../../emission/rao/coldkeyTao.js"
import { coldkeyOwnsHotkey } from "../../keys/ownership.js"
import type { Chain } from "../../state/chain.js"
import { type AccountId, type NetUid, NO_TAO } from "../../state/primitives.js"
import { Alpha, NominatorMinRequiredStake } from "../../state/storage/subtensorModule.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "../stake.js"
import { unstakeFromSubnet } from "./unstakeFromSubnet.js"

/**
 * Unstakes all of a nominator's stake with a hotkey on a subnet, without a fee, where it is less alpha rao than
 * `NominatorMinRequiredStake` counts rao. Owners may keep any stake.
 *
 * @clause staking-71
 * @source rao:pallets/subtensor/src/staking/helpers.rs:164
 */
export function clearSmallNomination(chain: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid): void {
  if (coldkeyOwnsHotkey(chain, coldkey, hotkey)) return
  const stake = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid)
  if (stake >= NominatorMinRequiredStake.get(chain.state)) return
  addBalanceToColdkey(chain, coldkey, unstakeFromSubnet(chain, hotkey, coldkey, netuid, stake, NO_TAO))
}

/**
 * Clears small nominations of everybody, in the order of the raw storage keys of `Alpha`.
 *
 * @clause staking-71
 * @source rao:pallets/subtensor/src/staking/helpers.rs:192
 */
export function clearSmallNominations(chain: Chain): void {
  for (const [[hotkey, coldkey, netuid]] of Alpha.entries(chain.state)) {
    clearSmallNomination(chain, hotkey, coldkey, netuid)
  }
}
