import { transferLock } from "../locks/transferLock.js"
import { U64F64 } from "../numbers/formats.js"
import { currentAlphaPrice } from "../pool/swap.js"
import { adjustRootClaimedForAddedStake, adjustRootClaimedForRemovedStake } from "../root/rootClaimed.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import {
  type AccountId,
  type AlphaBalance,
  type NetUid,
  ROOT,
  type TaoBalance,
  taoBalance,
} from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { LastColdkeyHotkeyStakeBlock } from "../state/storage/subtensorModule.js"
import { decreaseStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet } from "./stake.js"

/** Whose stake it is and with whom. */
export interface StakeHolder {
  readonly coldkey: AccountId
  readonly hotkey: AccountId
}

/**
 * Moves stake from one pair of coldkey and hotkey to another on the same subnet, without swap or fee; its lock follows.
 * It must be worth at least the minimum stake at the present price. The caller undoes what was written when it is
 * refused.
 *
 * @param alpha alpha rao
 * @returns what it is worth, in rao
 * @throws SubtensorModule.AmountTooLow, and the refusals of locks-15
 * @clause staking-29
 * @source pallets/subtensor/src/staking/stake_utils.rs:957
 */
export function transferStakeWithinSubnet(
  chain: Chain,
  from: StakeHolder,
  to: StakeHolder,
  netuid: NetUid,
  alpha: AlphaBalance,
): TaoBalance {
  transferLock(chain, from.coldkey, to.coldkey, netuid, alpha)
  decreaseStakeForHotkeyAndColdkeyOnSubnet(chain, from.hotkey, from.coldkey, netuid, alpha)
  if (netuid === ROOT) adjustRootClaimedForRemovedStake(chain, from.hotkey, from.coldkey, alpha)
  increaseStakeForHotkeyAndColdkeyOnSubnet(chain, to.hotkey, to.coldkey, netuid, alpha)
  if (netuid === ROOT) adjustRootClaimedForAddedStake(chain, to.hotkey, to.coldkey, alpha)
  const worth = worthOf(chain, netuid, alpha)
  ensure(worth >= chain.constants.minStake, "SubtensorModule.AmountTooLow")
  LastColdkeyHotkeyStakeBlock.set(chain.state, to.coldkey, to.hotkey, chain.blockNumber)
  chain.deposit(SubtensorModuleEvents.StakeRemoved, [from.coldkey, from.hotkey, worth, alpha, netuid, 0n])
  chain.deposit(SubtensorModuleEvents.StakeAdded, [to.coldkey, to.hotkey, worth, alpha, netuid, 0n])
  return worth
}

/**
 * What alpha is worth at the present price, floored to whole rao.
 *
 * @clause staking-29
 * @source pallets/subtensor/src/staking/stake_utils.rs:1004
 */
function worthOf(chain: Chain, netuid: NetUid, alpha: AlphaBalance): TaoBalance {
  const worth = U64F64.saturatingMul(currentAlphaPrice(chain, netuid), U64F64.saturatingFromInteger(alpha))
  return taoBalance(U64F64.saturatingToU64(worth))
}
