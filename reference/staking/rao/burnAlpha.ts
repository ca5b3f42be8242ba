import { hotkeyAccountExists } from "../../keys/ownership.js"
import { U64 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import { type AlphaBalance, ROOT } from "../../state/primitives.js"
import { ensure } from "../../state/refusal.js"
import { SubnetAlphaOut } from "../../state/storage/subtensorModule.js"
import { subnetExists } from "../../subnets/existence.js"
import { decreaseStakeForHotkeyAndColdkeyOnSubnet, stakeForHotkeyAndColdkeyOnSubnet } from "../stake.js"
import type { RemoveStakeOrder } from "../validateRemoveStake.js"

/**
 * Takes alpha of a coldkey's stake out of existence: it is issued no more.
 *
 * @clause staking-90
 * @source rao:pallets/subtensor/src/staking/recycle_alpha.rs:17
 */
export function recycleAlpha(chain: Chain, order: RemoveStakeOrder): void {
  const { coldkey, hotkey, netuid } = order
  const taken = takeStakeAway(chain, order)
  SubnetAlphaOut.mutate(chain.state, netuid, (total) => U64.saturatingSub(total, taken))
  chain.deposit(SubtensorModuleEvents.AlphaRecycled, [coldkey, hotkey, taken, netuid])
}

/**
 * Burns alpha of a coldkey's stake: nobody has it, though it stays issued.
 *
 * @clause staking-91
 * @source rao:pallets/subtensor/src/staking/recycle_alpha.rs:84
 */
export function burnAlpha(chain: Chain, order: RemoveStakeOrder): void {
  const { coldkey, hotkey, netuid } = order
  const taken = takeStakeAway(chain, order)
  chain.deposit(SubtensorModuleEvents.AlphaBurned, [coldkey, hotkey, taken, netuid])
}

/**
 * Takes alpha out of a coldkey's stake, to be recycled or burned, and gives how much (alpha rao). Refuses on root, more
 * than is staked, and more than is outside the pool.
 *
 * @clause staking-89
 * @source rao:pallets/subtensor/src/staking/recycle_alpha.rs:25
 */
function takeStakeAway(chain: Chain, { coldkey, hotkey, netuid, alpha }: RemoveStakeOrder): AlphaBalance {
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubNetworkDoesNotExist")
  ensure(netuid !== ROOT, "SubtensorModule.CannotBurnOrRecycleOnRootSubnet")
  ensure(hotkeyAccountExists(chain, hotkey), "SubtensorModule.HotKeyAccountNotExists")
  const stake = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid)
  ensure(stake >= alpha, "SubtensorModule.NotEnoughStakeToWithdraw")
  ensure(SubnetAlphaOut.get(chain.state, netuid) >= alpha, "SubtensorModule.InsufficientLiquidity")
  return decreaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid, alpha)
}
