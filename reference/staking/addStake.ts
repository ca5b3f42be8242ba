import { owningColdkeyForHotkey } from "../keys/ownership.js"
import { MAX_PRICE } from "../pool/swapOrder.js"
import type { Chain } from "../state/chain.js"
import type { AlphaBalance, TaoBalance } from "../state/primitives.js"
import { becomeDelegateIfNotYet } from "./delegates.js"
import { maxAmountToAdd } from "./priceLimits.js"
import { stakeIntoSubnet } from "./stakeIntoSubnet.js"
import { type AddStakeOrder, validateAddStake } from "./validateAddStake.js"
import { ensureAddWithinSwapLimit } from "./weightedPoolLimits.js"

/**
 * Stakes TAO with a hotkey on a subnet at whatever price, and gives the alpha rao staked.
 *
 * @clause staking-30
 * @source pallets/subtensor/src/staking/add_stake.rs:39
 */
export function addStake(chain: Chain, order: AddStakeOrder): AlphaBalance {
  const { coldkey, hotkey, netuid, tao } = order
  ensureAddWithinSwapLimit(chain, netuid, tao)
  validateAddStake(chain, order, tao, false)
  return stakeIntoSubnet(chain, hotkey, coldkey, netuid, tao, MAX_PRICE, false)
}

/**
 * Stakes TAO with a hotkey on a subnet up to a price (rao per alpha): all of it, or, if a part is allowed, as much as the
 * price lets in. A hotkey of another coldkey becomes a delegate. Gives the alpha rao staked.
 *
 * @clause staking-31
 * @source pallets/subtensor/src/staking/add_stake.rs:115
 */
export function addStakeLimit(
  chain: Chain,
  order: AddStakeOrder,
  limitPrice: TaoBalance,
  allowPartial: boolean,
): AlphaBalance {
  const { coldkey, hotkey, netuid, tao } = order
  ensureAddWithinSwapLimit(chain, netuid, tao)
  const most = maxAmountToAdd(chain, netuid, limitPrice)
  validateAddStake(chain, order, most, allowPartial)
  if (owningColdkeyForHotkey(chain, hotkey) !== coldkey) becomeDelegateIfNotYet(chain, hotkey)
  return stakeIntoSubnet(chain, hotkey, coldkey, netuid, tao > most ? most : tao, limitPrice, false)
}
