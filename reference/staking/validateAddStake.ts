import { canRemoveFromColdkey } from "../emission/tao.js"
import { hotkeyAccountExists } from "../keys/ownership.js"
import { U64 } from "../numbers/integers.js"
import { simulateSwap, swapFeeAmount } from "../pool/swap.js"
import { BUY } from "../pool/swapOrder.js"
import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid, TaoBalance } from "../state/primitives.js"
import { attempt, ensure } from "../state/refusal.js"
import { SubtokenEnabled } from "../state/storage/subtensorModule.js"
import { subnetExists } from "../subnets/existence.js"
import { mayIncreaseStake } from "./stake.js"

/** A coldkey's wish to stake TAO (rao) with a hotkey on a subnet. */
export interface AddStakeOrder {
  readonly coldkey: AccountId
  readonly hotkey: AccountId
  readonly netuid: NetUid
  readonly tao: TaoBalance
}

/**
 * Refuses to stake what may not be staked: by the subnet, the amount, the slippage, the coldkey's balance, the hotkey,
 * the pool. `most` is what the price limit lets in; whoever takes less than asked for is judged by that.
 *
 * @clause staking-20
 * @source pallets/subtensor/src/staking/stake_utils.rs:1057
 */
export function validateAddStake(chain: Chain, order: AddStakeOrder, most: TaoBalance, allowPartial: boolean): void {
  const { coldkey, hotkey, netuid, tao } = order
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubnetNotExists")
  ensureSubtokenEnabled(chain, netuid)
  ensure(tao >= leastToAdd(chain, netuid), "SubtensorModule.AmountTooLow")
  if (!allowPartial) ensure(tao <= most, "SubtensorModule.SlippageTooHigh")
  const added = most < tao ? most : tao
  ensure(canRemoveFromColdkey(chain, coldkey, added), "SubtensorModule.NotEnoughBalanceToStake")
  ensure(hotkeyAccountExists(chain, hotkey), "SubtensorModule.HotKeyAccountNotExists")
  ensurePoolTakes(chain, hotkey, netuid, added)
}

/**
 * Refuses with SubtokenDisabled unless the subnet's alpha may be traded.
 *
 * @clause staking-20
 * @source pallets/subtensor/src/lib.rs:2789
 */
export function ensureSubtokenEnabled({ state }: Chain, netuid: NetUid): void {
  ensure(SubtokenEnabled.get(state, netuid), "SubtensorModule.SubtokenDisabled")
}

/**
 * The least that may be asked to stake: the least stake and the fee of staking that, in rao.
 *
 * @clause staking-20
 * @source pallets/subtensor/src/staking/stake_utils.rs:1072
 */
function leastToAdd(chain: Chain, netuid: NetUid): TaoBalance {
  const { minStake } = chain.constants
  const simulated = attempt(() => simulateSwap(chain, netuid, BUY, minStake))
  const fee = simulated.ok ? simulated.value.feePaid : swapFeeAmount(chain, netuid, BUY, minStake)
  return U64.saturatingAdd(minStake, fee)
}

/**
 * Refuses an amount (rao) that the pool does not swap, that is below the least stake without its fee, or that is worth
 * no share of the hotkey's stake.
 *
 * @clause staking-20
 * @source pallets/subtensor/src/staking/stake_utils.rs:1107
 */
function ensurePoolTakes(chain: Chain, hotkey: AccountId, netuid: NetUid, tao: TaoBalance): void {
  const simulated = attempt(() => simulateSwap(chain, netuid, BUY, tao))
  ensure(simulated.ok, "SubtensorModule.InsufficientLiquidity")
  const { amountPaidIn, amountPaidOut } = simulated.value
  ensure(amountPaidIn >= chain.constants.minStake, "SubtensorModule.AmountTooLow")
  ensure(amountPaidOut !== 0n, "SubtensorModule.InsufficientLiquidity")
  ensure(mayIncreaseStake(chain, hotkey, netuid, amountPaidOut), "SubtensorModule.InsufficientLiquidity")
}
