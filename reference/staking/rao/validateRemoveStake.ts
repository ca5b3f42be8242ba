import { hotkeyAccountExists } from "../../keys/ownership.js"
import { taoForAlpha } from "../../pool/rao/swap.js"
import type { Chain } from "../../state/chain.js"
import type { AlphaBalance, NetUid, TaoBalance } from "../../state/primitives.js"
import { ensure } from "../../state/refusal.js"
import { subnetExists } from "../../subnets/existence.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "../stake.js"
import type { RemoveStakeOrder } from "../validateRemoveStake.js"

/**
 * Refuses to unstake what may not be unstaked: by the subnet, the amount, the slippage, the hotkey, the stake. `most` is
 * what the price limit lets out.
 *
 * @clause staking-80
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:949
 */
export function validateRemoveStake(
  chain: Chain,
  order: RemoveStakeOrder,
  most: AlphaBalance,
  allowPartial: boolean,
): void {
  const { coldkey, hotkey, netuid, alpha } = order
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubnetNotExists")
  worthUnstaking(chain, netuid, alpha)
  if (!allowPartial) ensure(alpha <= most, "SubtensorModule.SlippageTooHigh")
  ensure(hotkeyAccountExists(chain, hotkey), "SubtensorModule.HotKeyAccountNotExists")
  const stake = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid)
  ensure(stake >= alpha, "SubtensorModule.NotEnoughStakeToWithdraw")
}

/**
 * The rao that the pool would pay for alpha (alpha rao). Refuses with InsufficientLiquidity where it has no result, and with
 * AmountTooLow where that is no more than the least stake.
 *
 * @clause staking-80
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:961
 */
export function worthUnstaking(chain: Chain, netuid: NetUid, alpha: AlphaBalance): TaoBalance {
  const tao = taoForAlpha(chain, netuid, alpha)
  ensure(tao !== undefined, "SubtensorModule.InsufficientLiquidity")
  ensure(tao > chain.constants.minStake, "SubtensorModule.AmountTooLow")
  return tao
}
