import { takeFee } from "../../pool/constantProductFees.js"
import { keepFee, swapTaoForAlpha } from "../../pool/rao/swap.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import { type AccountId, type AlphaBalance, type NetUid, NO_ALPHA, type TaoBalance } from "../../state/primitives.js"
import { LastColdkeyHotkeyStakeBlock } from "../../state/storage/subtensorModule.js"
import { creditShare } from "../stake.js"
import { addStakingHotkey } from "../stakingHotkeys.js"

/**
 * Stakes TAO (rao) that has left the coldkey's account with a hotkey on a subnet, less a fee (rao), which joins the pool.
 * Where the pool has no result the TAO is lost and nothing is staked.
 *
 * @clause staking-69
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:825
 */
export function stakeIntoSubnet(
  chain: Chain,
  hotkey: AccountId,
  coldkey: AccountId,
  netuid: NetUid,
  tao: TaoBalance,
  fee: TaoBalance,
): void {
  const paid = takeFee(tao, fee)
  const alpha = swapTaoForAlpha(chain, netuid, paid.amount)
  const staked = paid.amount > 0n && alpha > 0n ? creditStake(chain, hotkey, coldkey, netuid, alpha) : NO_ALPHA
  keepFee(chain, netuid, paid.fee)
  LastColdkeyHotkeyStakeBlock.set(chain.state, coldkey, hotkey, chain.blockNumber)
  chain.deposit(SubtensorModuleEvents.StakeAdded, [coldkey, hotkey, paid.amount, staked, netuid, paid.fee])
}

/**
 * Adds alpha to a coldkey's stake, notes that it stakes with the hotkey, and gives the alpha rao added.
 *
 * @clause staking-69
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:840
 */
function creditStake(
  chain: Chain,
  hotkey: AccountId,
  coldkey: AccountId,
  netuid: NetUid,
  alpha: AlphaBalance,
): AlphaBalance {
  const staked = creditShare(chain, hotkey, coldkey, netuid, alpha)
  addStakingHotkey(chain, coldkey, hotkey)
  return staked
}
