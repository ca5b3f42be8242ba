import { burnTao, transferTaoFromSubnet, transferTaoToSubnet } from "../emission/tao.js"
import { recordTaoInflow } from "../emission/taoFlow.js"
import { cleanupLockIfZero } from "../locks/heldLock.js"
import { adjustRootClaimedForAddedStake } from "../root/rootClaimed.js"
import { addStakingColdkey } from "../root/stakingColdkeys.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { type AccountId, type AlphaBalance, type NetUid, ROOT, type TaoBalance } from "../state/primitives.js"
import { attempt, ensure } from "../state/refusal.js"
import { LastColdkeyHotkeyStakeBlock } from "../state/storage/subtensorModule.js"
import { subnetAccountId } from "../subnets/subnetAccount.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet, mayIncreaseStake } from "./stake.js"
import { addStakingHotkey } from "./stakingHotkeys.js"
import { swapTaoForAlpha } from "./subnetSwaps.js"

/**
 * Stakes a coldkey's TAO (rao) with a hotkey on a subnet, up to a price (rao per alpha), and gives the alpha rao staked.
 * The subnet's account receives the TAO, less where the coldkey's account would not live on; the block's author receives
 * the fee from it. Refuses with InsufficientBalance, AmountTooLow when no alpha comes out, InsufficientLiquidity, and as
 * transfer and swap do.
 *
 * @clause staking-15
 * @source pallets/subtensor/src/staking/stake_utils.rs:851
 */
export function stakeIntoSubnet(
  chain: Chain,
  hotkey: AccountId,
  coldkey: AccountId,
  netuid: NetUid,
  tao: TaoBalance,
  priceLimit: TaoBalance,
  dropFees: boolean,
): AlphaBalance {
  const staked = transferTaoToSubnet(chain, netuid, coldkey, tao)
  const result = swapTaoForAlpha(chain, netuid, staked, priceLimit, dropFees)
  const alpha = result.amountPaidOut
  ensure(alpha !== 0n, "SubtensorModule.AmountTooLow")
  ensure(mayIncreaseStake(chain, hotkey, netuid, alpha), "SubtensorModule.InsufficientLiquidity")
  increaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid, alpha)
  addStakingHotkey(chain, coldkey, hotkey)
  payFeeToAuthor(chain, netuid, result.feeToBlockAuthor)
  recordTaoInflow(chain, netuid, result.amountPaidIn)
  cleanupLockIfZero(chain, coldkey, netuid)
  LastColdkeyHotkeyStakeBlock.set(chain.state, coldkey, hotkey, chain.blockNumber)
  if (netuid === ROOT) joinRoot(chain, hotkey, coldkey, alpha)
  chain.deposit(SubtensorModuleEvents.StakeAdded, [coldkey, hotkey, staked, alpha, netuid, result.feePaid])
  return alpha
}

/**
 * Gives the fee (rao) from the subnet's account to the block's author; without an author it is burned, if it can be.
 *
 * @clause staking-15
 * @source pallets/subtensor/src/staking/stake_utils.rs:895
 */
function payFeeToAuthor(chain: Chain, netuid: NetUid, fee: TaoBalance): void {
  const { author } = chain.block
  if (author !== undefined) {
    transferTaoFromSubnet(chain, netuid, author, fee)
    return
  }
  const account = subnetAccountId(chain, netuid)
  if (account !== undefined) attempt(() => burnTao(chain, account, fee))
}

/**
 * What new stake on root changes: what counts as claimed, and who is asked for claims.
 *
 * @clause staking-15
 * @source pallets/subtensor/src/staking/stake_utils.rs:923
 */
function joinRoot(chain: Chain, hotkey: AccountId, coldkey: AccountId, alpha: AlphaBalance): void {
  adjustRootClaimedForAddedStake(chain, hotkey, coldkey, alpha)
  addStakingColdkey(chain, coldkey)
}
