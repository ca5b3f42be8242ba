import { canRemoveFromColdkey } from "../emission/tao.js"
import { hotkeyAccountExists } from "../keys/ownership.js"
import { ensureAvailableToUnstake } from "../locks/availability.js"
import { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { currentAlphaPrice, isDynamic, simulateSwapToLimit } from "../pool/swap.js"
import { BUY, SELL, type SwapOrder } from "../pool/swapOrder.js"
import type { Chain } from "../state/chain.js"
import type { AlphaBalance, NetUid, TaoBalance } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { LastColdkeyHotkeyStakeBlock } from "../state/storage/subtensorModule.js"
import { subnetExists } from "../subnets/existence.js"
import {
  decreaseStakeForHotkeyAndColdkeyOnSubnet,
  increaseStakeForHotkeyAndColdkeyOnSubnet,
  stakeForHotkeyAndColdkeyOnSubnet,
} from "./stake.js"
import { stakeIntoSubnet } from "./stakeIntoSubnet.js"
import { unstakeFromSubnet } from "./unstakeFromSubnet.js"
import { type AddStakeOrder, ensureSubtokenEnabled } from "./validateAddStake.js"
import { type RemoveStakeOrder, validateRemoveStake } from "./validateRemoveStake.js"

/** Where stake goes: to whose, with which hotkey. */
export interface Receiver {
  readonly coldkey: RemoveStakeOrder["coldkey"]
  readonly hotkey: RemoveStakeOrder["hotkey"]
}

/** Which of the two ends of a transfer are checked. */
export interface CheckedEnds {
  readonly sender: boolean
  readonly receiver: boolean
}

/**
 * Carries out a limit order to buy: stakes TAO up to a price (rao per alpha), all of it or nothing, and gives the alpha
 * rao staked. Leaves no trace when it refuses.
 *
 * @clause staking-40
 * @source pallets/subtensor/src/staking/order_swap.rs:11
 */
export function buyAlpha(chain: Chain, order: AddStakeOrder, limitPrice: TaoBalance, validate: boolean): AlphaBalance {
  const { coldkey, hotkey, netuid, tao } = order
  return chain.transaction(() => {
    ensureTradable(chain, netuid)
    if (validate) validateBuyer(chain, order)
    ensureFilled(chain, netuid, BUY, tao, limitPrice)
    return stakeIntoSubnet(chain, hotkey, coldkey, netuid, tao, limitPrice, false)
  })
}

/**
 * Carries out a limit order to sell: unstakes alpha down to a price (rao per alpha), all of it or nothing, and gives the
 * rao received. Leaves no trace when it refuses.
 *
 * @clause staking-41
 * @source pallets/subtensor/src/staking/order_swap.rs:55
 */
export function sellAlpha(
  chain: Chain,
  order: RemoveStakeOrder,
  limitPrice: TaoBalance,
  validate: boolean,
): TaoBalance {
  const { coldkey, hotkey, netuid, alpha } = order
  return chain.transaction(() => {
    ensureTradable(chain, netuid)
    if (validate) validateRemoveStake(chain, order, alpha, false)
    ensureFilled(chain, netuid, SELL, alpha, limitPrice)
    return unstakeFromSubnet(chain, hotkey, coldkey, netuid, alpha, limitPrice, false)
  })
}

/**
 * Hands stake on a subnet from one coldkey and hotkey to others without a swap. Leaves no trace when it refuses.
 *
 * @clause staking-42
 * @source pallets/subtensor/src/staking/order_swap.rs:111
 */
export function transferStakedAlpha(
  chain: Chain,
  sent: RemoveStakeOrder,
  receiver: Receiver,
  checked: CheckedEnds,
): void {
  const { coldkey, hotkey, netuid, alpha } = sent
  chain.transaction(() => {
    ensureTradable(chain, netuid)
    if (checked.sender) validateSender(chain, sent)
    if (checked.receiver) ensure(hotkeyAccountExists(chain, receiver.hotkey), "SubtensorModule.HotKeyAccountNotExists")
    const stake = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid)
    ensure(stake >= alpha, "SubtensorModule.NotEnoughStakeToWithdraw")
    decreaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid, alpha)
    increaseStakeForHotkeyAndColdkeyOnSubnet(chain, receiver.hotkey, receiver.coldkey, netuid, alpha)
    LastColdkeyHotkeyStakeBlock.set(chain.state, receiver.coldkey, receiver.hotkey, chain.blockNumber)
  })
}

/**
 * Refuses with SubnetNotExists or SubtokenDisabled.
 *
 * @clause staking-40
 * @clause staking-41
 * @clause staking-42
 * @source pallets/subtensor/src/staking/order_swap.rs:19
 */
function ensureTradable(chain: Chain, netuid: NetUid): void {
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubnetNotExists")
  ensureSubtokenEnabled(chain, netuid)
}

/**
 * Refuses a buyer without the hotkey's account, with less than the least stake, or without the TAO.
 *
 * @clause staking-40
 * @source pallets/subtensor/src/staking/order_swap.rs:21
 */
function validateBuyer(chain: Chain, { coldkey, hotkey, tao }: AddStakeOrder): void {
  ensure(hotkeyAccountExists(chain, hotkey), "SubtensorModule.HotKeyAccountNotExists")
  ensure(tao >= chain.constants.minStake, "SubtensorModule.AmountTooLow")
  ensure(canRemoveFromColdkey(chain, coldkey, tao), "SubtensorModule.NotEnoughBalanceToStake")
}

/**
 * Refuses with SlippageTooHigh an amount that a pool would not swap in full before its price is at the limit.
 *
 * @clause staking-40
 * @clause staking-41
 * @source pallets/subtensor/src/staking/order_swap.rs:40
 */
function ensureFilled<In extends bigint>(
  chain: Chain,
  netuid: NetUid,
  order: SwapOrder<In, bigint>,
  amount: In,
  limitPrice: TaoBalance,
): void {
  if (!isDynamic(chain, netuid)) return
  const { amountPaidIn, feePaid } = simulateSwapToLimit(chain, netuid, order, amount, limitPrice)
  ensure(U64.saturatingAdd(amountPaidIn, feePaid) >= amount, "SubtensorModule.SlippageTooHigh")
}

/**
 * Refuses a sender without the hotkey's account, of no alpha or of alpha worth less than the least stake at the price of
 * now, or of alpha that is locked.
 *
 * @clause staking-42
 * @source pallets/subtensor/src/staking/order_swap.rs:123
 */
function validateSender(chain: Chain, { coldkey, hotkey, netuid, alpha }: RemoveStakeOrder): void {
  ensure(hotkeyAccountExists(chain, hotkey), "SubtensorModule.HotKeyAccountNotExists")
  ensure(alpha !== 0n, "SubtensorModule.AmountTooLow")
  const worth = U64F64.saturatingMul(currentAlphaPrice(chain, netuid), U64F64.saturatingFromInteger(alpha))
  ensure(U64F64.saturatingToU64(worth) >= chain.constants.minStake, "SubtensorModule.AmountTooLow")
  ensureAvailableToUnstake(chain, coldkey, netuid, alpha)
}
