import { MIN_PRICE } from "../pool/swapOrder.js"
import type { Chain } from "../state/chain.js"
import type { AccountId, AlphaBalance, NetUid, TaoBalance } from "../state/primitives.js"
import { PendingChildKeys, StakeThreshold } from "../state/storage/subtensorModule.js"
import { subnetNetuids } from "../subnets/existence.js"
import { maxAmountToRemove } from "./priceLimits.js"
import { clearSmallNomination } from "./smallNominations.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "./stake.js"
import { unstakeFromSubnet } from "./unstakeFromSubnet.js"
import { ensureSubtokenEnabled } from "./validateAddStake.js"
import { type RemoveStakeOrder, validateRemoveStake } from "./validateRemoveStake.js"
import { ensureRemoveWithinSwapLimit } from "./weightedPoolLimits.js"

/**
 * Unstakes alpha from a hotkey on a subnet at whatever price; all there is where more is asked for.
 *
 * @clause staking-32
 * @source pallets/subtensor/src/staking/remove_stake.rs:39
 */
export function removeStake(chain: Chain, asked: RemoveStakeOrder): void {
  const { coldkey, hotkey, netuid } = asked
  ensureSubtokenEnabled(chain, netuid)
  const stake = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid)
  const alpha = asked.alpha < stake ? asked.alpha : stake
  ensureRemoveWithinSwapLimit(chain, netuid, alpha)
  validateRemoveStake(chain, { ...asked, alpha }, alpha, false)
  unstakeFromSubnet(chain, hotkey, coldkey, netuid, alpha, MIN_PRICE, false)
  tidyAfterRemoval(chain, hotkey, coldkey, netuid)
}

/**
 * Unstakes alpha from a hotkey on a subnet down to a price (rao per alpha): all of it, or, if a part is allowed, as much
 * as the price lets out.
 *
 * @clause staking-33
 * @source pallets/subtensor/src/staking/remove_stake.rs:326
 */
export function removeStakeLimit(
  chain: Chain,
  order: RemoveStakeOrder,
  limitPrice: TaoBalance,
  allowPartial: boolean,
): void {
  const { coldkey, hotkey, netuid, alpha } = order
  ensureRemoveWithinSwapLimit(chain, netuid, alpha)
  const most = maxAmountToRemove(chain, netuid, limitPrice)
  validateRemoveStake(chain, order, most, allowPartial)
  const possible: AlphaBalance = alpha > most ? most : alpha
  unstakeFromSubnet(chain, hotkey, coldkey, netuid, possible, limitPrice, false)
  tidyAfterRemoval(chain, hotkey, coldkey, netuid)
}

/**
 * Unstakes everything that a coldkey has with a hotkey on a subnet: down to a price (rao per alpha), all or nothing, or
 * at whatever price.
 *
 * @clause staking-34
 * @source pallets/subtensor/src/staking/remove_stake.rs:424
 */
export function removeStakeFullLimit(
  chain: Chain,
  holder: Omit<RemoveStakeOrder, "alpha">,
  limitPrice: TaoBalance | undefined,
): void {
  const alpha = stakeForHotkeyAndColdkeyOnSubnet(chain, holder.hotkey, holder.coldkey, holder.netuid)
  if (limitPrice === undefined) removeStake(chain, { ...holder, alpha })
  else removeStakeLimit(chain, { ...holder, alpha }, limitPrice, false)
}

/**
 * What follows an unstaking: a nomination that has become too small is cleared, and a hotkey whose stake has fallen
 * below `StakeThreshold` loses the children it was to get, on all subnets.
 *
 * @clause staking-35
 * @source pallets/subtensor/src/staking/remove_stake.rs:82
 */
function tidyAfterRemoval(chain: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid): void {
  clearSmallNomination(chain, hotkey, coldkey, netuid)
  forgetChildrenBelowThreshold(chain, hotkey)
}

/**
 * Forgets the children that a hotkey was to get, on all subnets, where its stake has fallen below `StakeThreshold`.
 *
 * @clause staking-58
 * @source pallets/subtensor/src/staking/remove_stake.rs:85
 */
export function forgetChildrenBelowThreshold(chain: Chain, hotkey: AccountId): void {
  if (chain.fork.rules.staking.totalStakeForHotkey(chain, hotkey) >= StakeThreshold.get(chain.state)) return
  for (const each of subnetNetuids(chain)) PendingChildKeys.remove(chain.state, each, hotkey)
}
