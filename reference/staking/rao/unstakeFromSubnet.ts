import { takeFee } from "../../pool/constantProductFees.js"
import { keepFee, swapAlphaForTao } from "../../pool/rao/swap.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import type { AccountId, AlphaBalance, NetUid, TaoBalance } from "../../state/primitives.js"
import { LastColdkeyHotkeyStakeBlock } from "../../state/storage/subtensorModule.js"
import { decreaseStakeForHotkeyAndColdkeyOnSubnet } from "../stake.js"

/**
 * Takes a coldkey's alpha (alpha rao) from a hotkey on a subnet and gives the rao that it is worth in the pool, less a fee
 * (rao), which joins the pool. The TAO is in no account yet. Where the pool has no result the alpha is lost and no TAO
 * comes out.
 *
 * @clause staking-70
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:767
 */
export function unstakeFromSubnet(
  chain: Chain,
  hotkey: AccountId,
  coldkey: AccountId,
  netuid: NetUid,
  alpha: AlphaBalance,
  fee: TaoBalance,
): TaoBalance {
  const taken = decreaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid, alpha)
  const paid = takeFee(swapAlphaForTao(chain, netuid, taken), fee)
  keepFee(chain, netuid, paid.fee)
  LastColdkeyHotkeyStakeBlock.set(chain.state, coldkey, hotkey, chain.blockNumber)
  chain.deposit(SubtensorModuleEvents.StakeRemoved, [coldkey, hotkey, paid.amount, taken, netuid, paid.fee])
  return paid.amount
}
