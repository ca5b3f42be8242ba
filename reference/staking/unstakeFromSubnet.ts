import { burnSubnetAlpha } from "../emission/alphaAssets.js"
import { transferTaoFromSubnet } from "../emission/tao.js"
import { recordTaoOutflow } from "../emission/taoFlow.js"
import { cleanupLockIfZero } from "../locks/heldLock.js"
import { U64 } from "../numbers/integers.js"
import { MIN_PRICE } from "../pool/swapOrder.js"
import { adjustRootClaimedForRemovedStake } from "../root/rootClaimed.js"
import { hasRootStake, removeStakingColdkey } from "../root/stakingColdkeys.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { type AccountId, type AlphaBalance, type NetUid, NO_TAO, ROOT, type TaoBalance } from "../state/primitives.js"
import { LastColdkeyHotkeyStakeBlock } from "../state/storage/subtensorModule.js"
import { decreaseStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet } from "./stake.js"
import { swapAlphaForTao } from "./subnetSwaps.js"

/**
 * Unstakes a coldkey's alpha (alpha rao) from a hotkey on a subnet, down to a price (rao per alpha), and gives the rao
 * that the coldkey receives from the subnet's account. What the limit keeps from being swapped is staked again. The
 * block's author receives the fee, swapped without a fee. Refuses as transfer and swap do; what was written before a
 * refusal stays.
 *
 * @clause staking-16
 * @source pallets/subtensor/src/staking/stake_utils.rs:742
 */
export function unstakeFromSubnet(
  chain: Chain,
  hotkey: AccountId,
  coldkey: AccountId,
  netuid: NetUid,
  alpha: AlphaBalance,
  priceLimit: TaoBalance,
  dropFees: boolean,
): TaoBalance {
  decreaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid, alpha)
  const result = swapAlphaForTao(chain, netuid, alpha, priceLimit, dropFees)
  const used = U64.saturatingAdd(result.amountPaidIn, result.feePaid)
  const rest = U64.saturatingSub(alpha, used)
  if (rest !== 0n) increaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid, rest)
  transferTaoFromSubnet(chain, netuid, coldkey, result.amountPaidOut)
  const taoOfFee = payFeeToAuthor(chain, netuid, result.feeToBlockAuthor)
  if (netuid === ROOT) leaveRoot(chain, hotkey, coldkey, alpha)
  recordTaoOutflow(chain, netuid, U64.saturatingAdd(result.amountPaidOut, taoOfFee))
  cleanupLockIfZero(chain, coldkey, netuid)
  LastColdkeyHotkeyStakeBlock.set(chain.state, coldkey, hotkey, chain.blockNumber)
  chain.deposit(SubtensorModuleEvents.StakeRemoved, [
    coldkey,
    hotkey,
    result.amountPaidOut,
    result.amountPaidIn,
    netuid,
    result.feePaid,
  ])
  return result.amountPaidOut
}

/**
 * Swaps the fee (alpha rao) without a fee of its own and gives the TAO to the block's author; gives back how much, in
 * rao. Without an author the alpha is burned.
 *
 * @clause staking-16
 * @source pallets/subtensor/src/staking/stake_utils.rs:773
 */
function payFeeToAuthor(chain: Chain, netuid: NetUid, fee: AlphaBalance): TaoBalance {
  const { author } = chain.block
  if (author === undefined) {
    burnSubnetAlpha(chain, netuid, fee)
    return NO_TAO
  }
  const { amountPaidOut } = swapAlphaForTao(chain, netuid, fee, MIN_PRICE, true)
  transferTaoFromSubnet(chain, netuid, author, amountPaidOut)
  return amountPaidOut
}

/**
 * What stake that leaves root changes: what counts as claimed, and who is asked for claims.
 *
 * @clause staking-16
 * @source pallets/subtensor/src/staking/stake_utils.rs:794
 */
function leaveRoot(chain: Chain, hotkey: AccountId, coldkey: AccountId, alpha: AlphaBalance): void {
  adjustRootClaimedForRemovedStake(chain, hotkey, coldkey, alpha)
  if (!hasRootStake(chain, coldkey)) removeStakingColdkey(chain, coldkey)
}
