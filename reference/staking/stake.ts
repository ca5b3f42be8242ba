import { I64, U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, type AlphaBalance, alphaBalance, type NetUid, NO_ALPHA } from "../state/primitives.js"
import { TotalHotkeyAlpha } from "../state/storage/subtensorModule.js"
import { asUpdate } from "./sharePool.js"
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
  return alphaBalance(chain.fork.rules.staking.sharePools.valueOfShare(chain, hotkey, coldkey, netuid))
}

/**
 * What all coldkeys together have staked with a hotkey on a subnet, in alpha rao.
 *
 * @clause staking-06
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
  chain.fork.rules.staking.sharePools.updateForAll(chain, hotkey, netuid, asUpdate(amount))
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
  chain.fork.rules.staking.sharePools.updateForAll(chain, hotkey, netuid, asUpdate(-amount))
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
  creditShare(chain, hotkey, coldkey, netuid, amount)
}

/**
 * Adds alpha to a coldkey's stake with a hotkey on a subnet and to nothing else, and gives how much was added.
 *
 * @clause staking-67
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:556
 */
export function creditShare(
  chain: Chain,
  hotkey: AccountId,
  coldkey: AccountId,
  netuid: NetUid,
  amount: AlphaBalance,
): AlphaBalance {
  const { sharePools } = chain.fork.rules.staking
  return alphaBalance(U64.saturatingFrom(sharePools.updateForOne(chain, hotkey, coldkey, netuid, asUpdate(amount))))
}

/**
 * Whether a hotkey's pool on a subnet is fine enough to take so much more alpha.
 *
 * @clause staking-67
 * @source pallets/subtensor/src/staking/stake_utils.rs:598
 */
export function mayIncreaseStake(chain: Chain, hotkey: AccountId, netuid: NetUid, amount: AlphaBalance): boolean {
  return chain.fork.rules.staking.sharePools.updateIsWorthShares(chain, hotkey, netuid, asUpdate(amount))
}

/**
 * Takes alpha from a coldkey's stake with a hotkey on a subnet and gives how much was taken; nothing where there is less
 * than asked for.
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
): AlphaBalance {
  const { sharePools } = chain.fork.rules.staking
  if (!sharePools.hasShare(chain, hotkey, coldkey, netuid)) return NO_ALPHA
  if (stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid) < amount) return NO_ALPHA
  const update = sharePools.updateForOne(chain, hotkey, coldkey, netuid, asUpdate(-amount))
  return alphaBalance(U64.saturatingFrom(I64.wrappingFrom(-update)))
}
