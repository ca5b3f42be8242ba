import type { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { ensure } from "../state/refusal.js"
import { currentPrice } from "./balancer.js"
import type { Pool } from "./pool.js"
import { feeAmount, feeOnTop } from "./swapFee.js"
import type { SwapOrder } from "./swapOrder.js"

/** What a swap did. All amounts are of the currency that goes in, but what is paid out. */
export interface SwapResult<In extends bigint, Out extends bigint> {
  /** What went into the reserve, without the fee. */
  readonly amountPaidIn: In
  readonly amountPaidOut: Out
  readonly feePaid: In
  /** The part of the fee that is the block author's: all of it, or nothing where nothing went in. */
  readonly feeToBlockAuthor: In
}

/**
 * Swaps an amount, its fee included, in full or until the price is at the limit. The fee rate (u16) is zero for swaps
 * that pay none. Refuses with ReservesTooLow when something goes in and nothing comes out.
 *
 * @clause pool-10
 * @source pallets/swap/src/pallet/swap_step.rs:45
 */
export function swapStep<In extends bigint, Out extends bigint>(
  order: SwapOrder<In, Out>,
  pool: Pool,
  feeRate: number,
  amount: bigint,
  limitPrice: U64F64,
): SwapResult<In, Out> {
  const fee = feeAmount(amount, feeRate)
  const wanted = U64.saturatingSub(amount, fee)
  const wantedOut = order.amountOut(pool, wanted)
  const targetPrice = order.priceAfter(pool, wanted, wantedOut)
  if (order.reachesFirst(targetPrice, limitPrice)) return result(order, wanted, wantedOut, fee)

  const amountIn = order.amountToReach(pool, currentPrice(pool), limitPrice)
  return result(order, amountIn, order.amountOut(pool, amountIn), feeOnTop(amountIn, feeRate))
}

/**
 * The outcome of a swap; its whole fee goes to the block author.
 *
 * @clause pool-10
 * @source pallets/swap/src/pallet/swap_step.rs:118
 */
function result<In extends bigint, Out extends bigint>(
  order: SwapOrder<In, Out>,
  amountIn: bigint,
  amountOut: bigint,
  fee: bigint,
): SwapResult<In, Out> {
  if (amountIn !== 0n) ensure(amountOut !== 0n, "Swap.ReservesTooLow")
  return {
    amountPaidIn: order.input(amountIn),
    amountPaidOut: order.output(amountOut),
    feePaid: order.input(fee),
    feeToBlockAuthor: order.input(amountIn === 0n ? 0n : fee),
  }
}
