import { I64, U64 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import { type AccountId, type AlphaBalance, alphaBalance, type NetUid, NO_ALPHA } from "../../state/primitives.js"
import { Alpha } from "../../state/storage/subtensorModule.js"
import { asUpdate } from "../sharePool.js"
import { hotkeyPool, shareOf, updateShare, writeSharedValue } from "./hotkeyPool.js"
import { updateForAll, updateIsWorthShares, valueOfShare } from "./sharePool.js"

/**
 * What a coldkey has staked with a hotkey on a subnet, in alpha rao.
 *
 * @clause staking-66
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:491
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
 * Adds alpha to the stake of all of a hotkey's coldkeys on a subnet, in proportion to their shares.
 *
 * @clause staking-66
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:528
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
 * Adds alpha to a coldkey's stake with a hotkey on a subnet, and gives how much was added.
 *
 * @clause staking-67
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:556
 */
export function increaseStakeForHotkeyAndColdkeyOnSubnet(
  chain: Chain,
  hotkey: AccountId,
  coldkey: AccountId,
  netuid: NetUid,
  amount: AlphaBalance,
): AlphaBalance {
  return alphaBalance(U64.saturatingFrom(updateShare(chain, hotkey, coldkey, netuid, asUpdate(amount))))
}

/**
 * Whether a hotkey's pool on a subnet is fine enough to take so much more alpha.
 *
 * @clause staking-67
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:571
 */
export function mayIncreaseStake(chain: Chain, hotkey: AccountId, netuid: NetUid, amount: AlphaBalance): boolean {
  return updateIsWorthShares(hotkeyPool(chain, hotkey, netuid), asUpdate(amount))
}

/**
 * Takes alpha from a coldkey's stake with a hotkey on a subnet and gives how much was taken: all of the stake where too
 * little would be left to count with, nothing where there is less than asked for.
 *
 * @clause staking-68
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:590
 */
export function decreaseStakeForHotkeyAndColdkeyOnSubnet(
  chain: Chain,
  hotkey: AccountId,
  coldkey: AccountId,
  netuid: NetUid,
  amount: AlphaBalance,
): AlphaBalance {
  if (!Alpha.has(chain.state, hotkey, coldkey, netuid)) return NO_ALPHA
  if (stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid) < amount) return NO_ALPHA
  const update = updateShare(chain, hotkey, coldkey, netuid, asUpdate(-amount))
  return alphaBalance(U64.saturatingFrom(I64.wrappingFrom(-update)))
}
