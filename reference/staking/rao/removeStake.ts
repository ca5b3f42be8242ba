import { addBalanceToColdkey } from "../../emission/rao/coldkeyTao.js"
import type { Chain } from "../../state/chain.js"
import type { AlphaBalance, TaoBalance } from "../../state/primitives.js"
import { maxAmountToRemove } from "../priceLimits.js"
import { forgetChildrenBelowThreshold } from "../removeStake.js"
import type { RemoveStakeOrder } from "../validateRemoveStake.js"
import { feeOfUnstaking } from "./fees.js"
import { clearSmallNomination } from "./smallNominations.js"
import { unstakeFromSubnet } from "./unstakeFromSubnet.js"
import { validateRemoveStake } from "./validateRemoveStake.js"

/**
 * Unstakes alpha from a hotkey on a subnet at whatever price.
 *
 * @clause staking-81
 * @source rao:pallets/subtensor/src/staking/remove_stake.rs:33
 */
export function removeStake(chain: Chain, order: RemoveStakeOrder): void {
  validateRemoveStake(chain, order, order.alpha, false)
  payOutStake(chain, order, order.alpha)
}

/**
 * Unstakes alpha from a hotkey on a subnet down to a price (rao per alpha): all of it, or, if a part is allowed, as much as
 * by an estimate the price lets out.
 *
 * @clause staking-82
 * @source rao:pallets/subtensor/src/staking/remove_stake.rs:321
 */
export function removeStakeLimit(
  chain: Chain,
  order: RemoveStakeOrder,
  limitPrice: TaoBalance,
  allowPartial: boolean,
): void {
  const most = maxAmountToRemove(chain, order.netuid, limitPrice)
  validateRemoveStake(chain, order, most, allowPartial)
  payOutStake(chain, order, order.alpha > most ? most : order.alpha)
}

/**
 * Unstakes a part (alpha rao) of what was asked for, at the fee of all that was asked for, pays the coldkey, and does what
 * follows an unstaking.
 *
 * @clause staking-81
 * @source rao:pallets/subtensor/src/staking/remove_stake.rs:60
 */
function payOutStake(chain: Chain, order: RemoveStakeOrder, part: AlphaBalance): void {
  const { coldkey, hotkey, netuid, alpha } = order
  const fee = feeOfUnstaking(chain, hotkey, netuid, alpha)
  addBalanceToColdkey(chain, coldkey, unstakeFromSubnet(chain, hotkey, coldkey, netuid, part, fee))
  clearSmallNomination(chain, hotkey, coldkey, netuid)
  forgetChildrenBelowThreshold(chain, hotkey)
}
