import { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { NetUid, TaoBalance } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { SubnetAlphaIn, SubnetMechanism, SubnetTAO } from "../state/storage/subtensorModule.js"
import { FeeRate, SwapBalancer } from "../state/storage/swap.js"
import { subnetExists } from "../subnets/existence.js"
import { currentPrice } from "./balancer.js"
import { initializeSwap } from "./initialization.js"
import type { Pool } from "./pool.js"
import { feeAmount } from "./swapFee.js"
import type { SwapOrder } from "./swapOrder.js"
import { type SwapResult, swapStep } from "./swapStep.js"

/** The mechanism of subnets that have a pool; on all others one rao is one alpha rao. */
export const DYNAMIC_MECHANISM = 1

/** An order may put in so many times what the pool holds of its currency, the fee left out. */
export const MAX_INPUT_PER_RESERVE = 1_000n

const RAO_PER_TAO = U64F64.saturatingFromInteger(1_000_000_000n)

/**
 * The pool of a subnet.
 *
 * @clause pool-11
 * @source pallets/swap/src/pallet/impls.rs:21
 */
export function poolOf(chain: Chain, netuid: NetUid): Pool {
  return {
    quoteWeight: SwapBalancer.get(chain.state, netuid).quote,
    alphaReserve: SubnetAlphaIn.get(chain.state, netuid),
    taoReserve: SubnetTAO.get(chain.state, netuid),
  }
}

/**
 * Whether the subnet has a pool.
 *
 * @clause pool-11
 * @source pallets/swap/src/pallet/impls.rs:21
 */
export function isDynamic(chain: Chain, netuid: NetUid): boolean {
  return SubnetMechanism.get(chain.state, netuid) === DYNAMIC_MECHANISM
}

/**
 * The price of a subnet's alpha now, in rao per alpha rao (U64F64): one without a pool, zero for an empty alpha reserve.
 *
 * @clause pool-11
 * @source pallets/swap/src/pallet/impls.rs:21
 */
export function currentAlphaPrice(chain: Chain, netuid: NetUid): U64F64 {
  if (!isDynamic(chain, netuid)) return U64F64.ONE
  return currentPrice(poolOf(chain, netuid))
}

/**
 * The fee in an amount to be swapped on a subnet. Nothing without a pool.
 *
 * @clause pool-12
 * @source pallets/swap/src/pallet/impls.rs:254
 */
export function swapFeeAmount<V extends bigint>(
  chain: Chain,
  netuid: NetUid,
  order: SwapOrder<V, bigint>,
  amount: V,
): V {
  if (!isDynamic(chain, netuid)) return order.input(0n)
  return order.input(feeAmount(amount, FeeRate.get(chain.state, netuid)))
}

/**
 * Swaps an amount, its fee included, on a subnet with a pool, in full or until the price is at the limit (rao per
 * alpha). Gives what was swapped; the reserves are the caller's to change. Refuses with SwapInputTooLarge,
 * ReservesTooLow or PriceLimitExceeded, and leaves no trace then.
 *
 * @clause pool-13
 * @source pallets/swap/src/pallet/impls.rs:143
 */
export function swap<In extends bigint, Out extends bigint>(
  chain: Chain,
  netuid: NetUid,
  order: SwapOrder<In, Out>,
  amount: In,
  priceLimit: TaoBalance,
  dropFees: boolean,
): SwapResult<In, Out> {
  return chain.transaction(() => {
    const pool = poolOf(chain, netuid)
    const feeRate = dropFees ? 0 : FeeRate.get(chain.state, netuid)
    checkSize(chain, order, pool, feeRate, amount)
    initializeSwap(chain, netuid, undefined)
    const limitPrice = U64F64.safeDiv(U64F64.saturatingFromInteger(priceLimit), RAO_PER_TAO)
    const current = poolOf(chain, netuid)
    ensure(order.mayMove(currentPrice(current), limitPrice), "Swap.PriceLimitExceeded")
    const result = swapStep(order, current, feeRate, amount, limitPrice)
    ensure(order.reserveOut(current) >= result.amountPaidOut, "Swap.InsufficientLiquidity")
    return result
  })
}

/**
 * Refuses an order that is too large for the reserve it pays into, or a pool that has too little to pay with.
 *
 * @clause pool-13
 * @source pallets/swap/src/pallet/impls.rs:185
 */
function checkSize<In extends bigint>(
  chain: Chain,
  order: SwapOrder<In, bigint>,
  pool: Pool,
  feeRate: number,
  amount: bigint,
): void {
  const net = U64.saturatingSub(amount, feeAmount(amount, feeRate))
  const largest = U64.saturatingMul(order.reserveIn(pool), MAX_INPUT_PER_RESERVE)
  ensure(net <= largest, "Swap.SwapInputTooLarge")
  ensure(order.reserveOut(pool) >= chain.constants.swapMinimumReserve, "Swap.ReservesTooLow")
}

/**
 * What a swap would do, with the fee and the limit given, on a subnet with a pool. Refuses as the swap would.
 *
 * @clause pool-14
 * @source pallets/swap/src/pallet/impls.rs:143
 */
export function simulateSwapToLimit<In extends bigint, Out extends bigint>(
  chain: Chain,
  netuid: NetUid,
  order: SwapOrder<In, Out>,
  amount: In,
  priceLimit: TaoBalance,
): SwapResult<In, Out> {
  return chain.simulate(() => swap(chain, netuid, order, amount, priceLimit, false))
}

/**
 * What a swap with the fee and without a limit would do. Without a pool one rao is one alpha rao and there is no fee;
 * where there is no subnet nothing goes in or out.
 *
 * @clause pool-14
 * @source pallets/swap/src/pallet/impls.rs:365
 */
export function simulateSwap<In extends bigint, Out extends bigint>(
  chain: Chain,
  netuid: NetUid,
  order: SwapOrder<In, Out>,
  amount: In,
): SwapResult<In, Out> {
  if (isDynamic(chain, netuid)) return simulateSwapToLimit(chain, netuid, order, amount, order.openLimit)
  return evenSwap(order, subnetExists(chain, netuid) ? amount : order.input(0n))
}

/**
 * The swap of a subnet without a pool: one rao for one alpha rao, no fee.
 *
 * @clause pool-14
 * @source pallets/subtensor/src/staking/stake_utils.rs:650
 */
export function evenSwap<In extends bigint, Out extends bigint>(
  order: SwapOrder<In, Out>,
  amount: In,
): SwapResult<In, Out> {
  const none = order.input(0n)
  return { amountPaidIn: amount, amountPaidOut: order.output(amount), feePaid: none, feeToBlockAuthor: none }
}
