import { burnSubnetAlpha, recycleSubnetAlpha } from "../emission/alphaAssets.js"
import { hotkeyAccountExists } from "../keys/ownership.js"
import { ensureAvailableToUnstake } from "../locks/availability.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { type AlphaBalance, ROOT, type TaoBalance } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { SubnetAlphaOut } from "../state/storage/subtensorModule.js"
import { subnetExists } from "../subnets/existence.js"
import { addStake, addStakeLimit } from "./addStake.js"
import { decreaseStakeForHotkeyAndColdkeyOnSubnet, stakeForHotkeyAndColdkeyOnSubnet } from "./stake.js"
import { type AddStakeOrder, ensureSubtokenEnabled } from "./validateAddStake.js"
import type { RemoveStakeOrder } from "./validateRemoveStake.js"

/**
 * Takes alpha of a coldkey's stake out of existence: it is issued no more. All there is where more is asked for.
 *
 * @clause staking-47
 * @source pallets/subtensor/src/staking/recycle_alpha.rs:19
 */
export function recycleAlpha(chain: Chain, order: RemoveStakeOrder): void {
  const { coldkey, hotkey, netuid } = order
  const amount = takeStakeAway(chain, order)
  recycleSubnetAlpha(chain, netuid, amount)
  chain.deposit(SubtensorModuleEvents.AlphaRecycled, [coldkey, hotkey, amount, netuid])
}

/**
 * Burns alpha of a coldkey's stake: nobody has it, though it stays issued. All there is where more is asked for.
 *
 * @clause staking-48
 * @source pallets/subtensor/src/staking/recycle_alpha.rs:80
 */
export function burnAlpha(chain: Chain, order: RemoveStakeOrder): void {
  const { coldkey, hotkey, netuid } = order
  const amount = takeStakeAway(chain, order)
  burnSubnetAlpha(chain, netuid, amount)
  chain.deposit(SubtensorModuleEvents.AlphaBurned, [coldkey, hotkey, amount, netuid])
}

/**
 * Stakes TAO, up to a price (rao per alpha) or at whatever price, and burns the alpha.
 *
 * @clause staking-49
 * @source pallets/subtensor/src/staking/recycle_alpha.rs:129
 */
export function addStakeBurn(chain: Chain, order: AddStakeOrder, limitPrice: TaoBalance | undefined): void {
  const { coldkey, hotkey, netuid, tao } = order
  const alpha = limitPrice === undefined ? addStake(chain, order) : addStakeLimit(chain, order, limitPrice, false)
  burnAlpha(chain, { coldkey, hotkey, netuid, alpha })
  chain.deposit(SubtensorModuleEvents.AddStakeBurn, { netuid, hotkey, amount: tao, alpha })
}

/**
 * Takes alpha out of a coldkey's stake, to be recycled or burned, and gives how much (alpha rao). Refuses on networks
 * without tradable alpha, more than is outside the pool, and what is locked.
 *
 * @clause staking-46
 * @source pallets/subtensor/src/staking/recycle_alpha.rs:26
 */
function takeStakeAway(chain: Chain, { coldkey, hotkey, netuid, alpha }: RemoveStakeOrder): AlphaBalance {
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubnetNotExists")
  ensure(netuid !== ROOT, "SubtensorModule.CannotBurnOrRecycleOnRootSubnet")
  ensureSubtokenEnabled(chain, netuid)
  ensure(hotkeyAccountExists(chain, hotkey), "SubtensorModule.HotKeyAccountNotExists")
  const stake = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid)
  const amount = alpha < stake ? alpha : stake
  ensure(SubnetAlphaOut.get(chain.state, netuid) >= amount, "SubtensorModule.InsufficientLiquidity")
  ensureAvailableToUnstake(chain, coldkey, netuid, amount)
  decreaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid, amount)
  return amount
}
