import { hotkeyAccountExists } from "../keys/ownership.js"
import { ensureAvailableToUnstake } from "../locks/availability.js"
import { U64 } from "../numbers/integers.js"
import { simulateSwap } from "../pool/swap.js"
import { SELL } from "../pool/swapOrder.js"
import type { Chain } from "../state/chain.js"
import type { AccountId, AlphaBalance, NetUid } from "../state/primitives.js"
import { attempt, ensure } from "../state/refusal.js"
import { subnetExists } from "../subnets/existence.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "./stake.js"

/** A coldkey's wish to unstake alpha (alpha rao) from a hotkey on a subnet. */
export interface RemoveStakeOrder {
  readonly coldkey: AccountId
  readonly hotkey: AccountId
  readonly netuid: NetUid
  readonly alpha: AlphaBalance
}

/**
 * Refuses to unstake what may not be unstaked: by the subnet, the amount, the stake, the pool, the slippage, the hotkey,
 * the coldkey's locks. `most` is what the price limit lets out.
 *
 * @clause staking-21
 * @source pallets/subtensor/src/staking/stake_utils.rs:1135
 */
export function validateRemoveStake(
  chain: Chain,
  order: RemoveStakeOrder,
  most: AlphaBalance,
  allowPartial: boolean,
): void {
  const { coldkey, hotkey, netuid, alpha } = order
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubnetNotExists")
  ensure(alpha !== 0n, "SubtensorModule.AmountTooLow")
  const left = reducedStake(chain, order)
  const simulated = attempt(() => simulateSwap(chain, netuid, SELL, alpha))
  ensure(simulated.ok, "SubtensorModule.InsufficientLiquidity")
  const enough = left === 0n || simulated.value.amountPaidOut >= chain.constants.minStake
  ensure(enough, "SubtensorModule.AmountTooLow")
  if (!allowPartial) ensure(alpha <= most, "SubtensorModule.SlippageTooHigh")
  ensure(hotkeyAccountExists(chain, hotkey), "SubtensorModule.HotKeyAccountNotExists")
  ensureAvailableToUnstake(chain, coldkey, netuid, alpha)
}

/**
 * The alpha rao that would be left of a stake. Refuses with NotEnoughStakeToWithdraw where there is less than is to go.
 *
 * @clause staking-21
 * @source pallets/subtensor/src/staking/stake_utils.rs:471
 */
function reducedStake(chain: Chain, { coldkey, hotkey, netuid, alpha }: RemoveStakeOrder): AlphaBalance {
  const stake = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid)
  ensure(stake >= alpha, "SubtensorModule.NotEnoughStakeToWithdraw")
  return U64.saturatingSub(stake, alpha)
}
