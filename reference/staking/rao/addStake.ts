import { canRemoveFromColdkey, removeBalanceFromColdkey } from "../../emission/rao/coldkeyTao.js"
import { hotkeyAccountExists, owningColdkeyForHotkey } from "../../keys/ownership.js"
import { U64 } from "../../numbers/integers.js"
import { alphaForTao } from "../../pool/rao/swap.js"
import type { Chain } from "../../state/chain.js"
import type { TaoBalance } from "../../state/primitives.js"
import { ensure } from "../../state/refusal.js"
import { subnetExists } from "../../subnets/existence.js"
import { becomeDelegateIfNotYet } from "../delegates.js"
import { maxAmountToAdd } from "../priceLimits.js"
import { mayIncreaseStake } from "../stake.js"
import type { AddStakeOrder } from "../validateAddStake.js"
import { LEAST_FEE } from "./fees.js"
import { stakeIntoSubnet } from "./stakeIntoSubnet.js"

/**
 * Stakes TAO with a hotkey on a subnet at whatever price.
 *
 * @clause staking-78
 * @source rao:pallets/subtensor/src/staking/add_stake.rs:33
 */
export function addStake(chain: Chain, order: AddStakeOrder): void {
  validateAddStake(chain, order, order.tao, false)
  stakeFromColdkey(chain, order, order.tao)
}

/**
 * Stakes TAO with a hotkey on a subnet up to a price (rao per alpha): all of it, or, if a part is allowed, as much as by an
 * estimate the price lets in. A hotkey of another coldkey becomes a delegate.
 *
 * @clause staking-79
 * @source rao:pallets/subtensor/src/staking/add_stake.rs:117
 */
export function addStakeLimit(chain: Chain, order: AddStakeOrder, limitPrice: TaoBalance, allowPartial: boolean): void {
  const { coldkey, hotkey, netuid, tao } = order
  const most = maxAmountToAdd(chain, netuid, limitPrice)
  validateAddStake(chain, order, most, allowPartial)
  if (owningColdkeyForHotkey(chain, hotkey) !== coldkey) becomeDelegateIfNotYet(chain, hotkey)
  stakeFromColdkey(chain, order, tao > most ? most : tao)
}

/**
 * Takes TAO (rao) out of the coldkey's account, as much of it as leaves the account alive, and stakes it.
 *
 * @clause staking-78
 * @source rao:pallets/subtensor/src/staking/add_stake.rs:59
 */
function stakeFromColdkey(chain: Chain, { coldkey, hotkey, netuid }: AddStakeOrder, tao: TaoBalance): void {
  const removed = removeBalanceFromColdkey(chain, coldkey, tao)
  stakeIntoSubnet(chain, hotkey, coldkey, netuid, removed, LEAST_FEE)
}

/**
 * Refuses to stake what may not be staked: by the subnet, the amount, the slippage, the coldkey's balance, the hotkey, the
 * pool. `most` is what the price limit lets in; a smaller part of the amount is judged by all of it.
 *
 * @clause staking-77
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:897
 */
function validateAddStake(chain: Chain, order: AddStakeOrder, most: TaoBalance, allowPartial: boolean): void {
  const { coldkey, hotkey, netuid, tao } = order
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubnetNotExists")
  ensure(tao >= U64.saturatingAdd(chain.constants.minStake, LEAST_FEE), "SubtensorModule.AmountTooLow")
  if (!allowPartial) ensure(tao <= most, "SubtensorModule.SlippageTooHigh")
  ensure(canRemoveFromColdkey(chain, coldkey, tao), "SubtensorModule.NotEnoughBalanceToStake")
  ensure(hotkeyAccountExists(chain, hotkey), "SubtensorModule.HotKeyAccountNotExists")
  const alpha = alphaForTao(chain, netuid, tao)
  ensure(alpha !== undefined, "SubtensorModule.InsufficientLiquidity")
  ensure(mayIncreaseStake(chain, hotkey, netuid, alpha), "SubtensorModule.InsufficientLiquidity")
}
