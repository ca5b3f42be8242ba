import type { Chain } from "../state/chain.js"
import { type AccountId, type AlphaBalance, alphaBalance, type NetUid } from "../state/primitives.js"
import { TotalHotkeyAlpha } from "../state/storage/subtensorModule.js"
import { hasShare, hotkeyPool, shareOf, updateShare, writeSharedValue } from "./hotkeyPool.js"
import { asUpdate, updateForAll, updateIsWorthShares, valueOfShare } from "./sharePool.js"
import { addStakingHotkey } from "./stakingHotkeys.js"

/**
 * What a coldkey has staked with a hotkey on a subnet, in alpha rao.
 *
 * @clause staking-06
 * @source pallets/subtensor/src/staking/stake_utils.rs:507
 */
export function stakeForHotkeyAndColdkeyOnSubnet(
  chain: Chain,
  hotkey: AccountId,
  coldkey: AccountId,
  netuid: NetUid,
): AlphaBalance {
  return alphaBalance(valueOfShare(hotkeyPool(chain, hotkey, netuid), shareOf(chain, hotkey, coldkey, netuid)))
}

/**
 * What all coldkeys together have staked with a hotkey on a subnet, in alpha rao.
 *
 * @clause staking-06, staking-66
 * @source pallets/subtensor/src/staking/stake_utils.rs:530
 */
export function stakeForHotkeyOnSubnet({ state }: Chain, hotkey: AccountId, netuid: NetUid): AlphaBalance {
  return TotalHotkeyAlpha.get(state, hotkey, netuid)
}

/**
 * Adds alpha to the stake of all of a hotkey's coldkeys on a subnet, in proportion to their shares.
 *
 * @clause staking-07
 * @source pallets/subtensor/src/staking/stake_utils.rs:545
 */
export function increaseStakeForHotkeyOnSubnet(
  chain: Chain,
  hotkey: AccountId,
  netuid: NetUid,
  amount: AlphaBalance,
): void {
  writeSharedValue(chain, hotkey, netuid, updateForAll(hotkeyPool(chain, hotkey, netuid), asUpdate(amount)))
}

/**
 * Takes alpha from the stake of all of a hotkey's coldkeys on a subnet, in proportion to their shares.
 *
 * @clause staking-07
 * @source pallets/subtensor/src/staking/stake_utils.rs:563
 */
export function decreaseStakeForHotkeyOnSubnet(
  chain: Chain,
  hotkey: AccountId,
  netuid: NetUid,
  amount: AlphaBalance,
): void {
  writeSharedValue(chain, hotkey, netuid, updateForAll(hotkeyPool(chain, hotkey, netuid), asUpdate(-amount)))
}

/**
 * Adds alpha to a coldkey's stake with a hotkey on a subnet. Unless it is nothing, the hotkey joins the coldkey's
 * `StakingHotkeys`.
 *
 * @clause staking-08
 * @source pallets/subtensor/src/staking/stake_utils.rs:578
 */
export function increaseStakeForHotkeyAndColdkeyOnSubnet(
  chain: Chain,
  hotkey: AccountId,
  coldkey: AccountId,
  netuid: NetUid,
  amount: AlphaBalance,
): void {
  if (amount !== 0n) addStakingHotkey(chain, coldkey, hotkey)
  updateShare(chain, hotkey, coldkey, netuid, asUpdate(amount))
}

/**
 * Whether a hotkey's pool on a subnet is fine enough to take so much more alpha.
 *
 * @clause staking-08
 * @source pallets/subtensor/src/staking/stake_utils.rs:598
 */
export function mayIncreaseStake(chain: Chain, hotkey: AccountId, netuid: NetUid, amount: AlphaBalance): boolean {
  return updateIsWorthShares(hotkeyPool(chain, hotkey, netuid), asUpdate(amount))
}

/**
 * Takes alpha from a coldkey's stake with a hotkey on a subnet; nothing happens where there is less.
 *
 * @clause staking-09
 * @source pallets/subtensor/src/staking/stake_utils.rs:618
 */
export function decreaseStakeForHotkeyAndColdkeyOnSubnet(
  chain: Chain,
  hotkey: AccountId,
  coldkey: AccountId,
  netuid: NetUid,
  amount: AlphaBalance,
): void {
  if (!hasShare(chain, hotkey, coldkey, netuid)) return
  if (stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid) < amount) return
  updateShare(chain, hotkey, coldkey, netuid, asUpdate(-amount))
}
