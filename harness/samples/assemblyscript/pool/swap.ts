import { Integer, ZERO } from "../integers/integer"
import { refuse } from "../protocol/refusal"
import { feeAmount, feeOnTop } from "./fee"
import { baseDeltaIn, buy, currentPrice, Pool, quoteDeltaIn, sell } from "./pool"

/** An amount with its fee and the limit of the price, U64F64. */
export class Order {
  readonly amount: Integer
  readonly feeRate: Integer
  readonly limitPrice: Integer

  constructor(amount: Integer, feeRate: Integer, limitPrice: Integer) {
    this.amount = amount
    this.feeRate = feeRate
    this.limitPrice = limitPrice
  }
}

/** What a swap did; all of the fee goes to the author of the block. */
export class SwapResult {
  readonly paidIn: Integer
  readonly paidOut: Integer
  readonly fee: Integer

  constructor(paidIn: Integer, paidOut: Integer, fee: Integer) {
    this.paidIn = paidIn
    this.paidOut = paidOut
    this.fee = fee
  }

  /** @clause pool-10 */
  feeToAuthor(): Integer {
    return this.paidIn.isZero() ? ZERO : this.fee
  }
}

/**
 * Buys alpha up to a limit.
 *
 * @clause pool-09
 * @clause pool-10
 */
export function swapTaoForAlpha(pool: Pool, order: Order): SwapResult {
  const fee = feeAmount(order.amount, order.feeRate)
  const net = order.amount - fee
  const target = currentPrice(pool.after(-buy(pool, net), net))
  if (target <= order.limitPrice) return swapped(net, buy(pool, net), fee)
  const paidIn = quoteDeltaIn(pool, currentPrice(pool), order.limitPrice)
  return swapped(paidIn, buy(pool, paidIn), feeOnTop(paidIn, order.feeRate))
}

/**
 * Sells alpha down to a limit.
 *
 * @clause pool-09
 * @clause pool-10
 */
export function swapAlphaForTao(pool: Pool, order: Order): SwapResult {
  const fee = feeAmount(order.amount, order.feeRate)
  const net = order.amount - fee
  const target = currentPrice(pool.after(net, -sell(pool, net)))
  if (target >= order.limitPrice) return swapped(net, sell(pool, net), fee)
  const paidIn = baseDeltaIn(pool, currentPrice(pool), order.limitPrice)
  return swapped(paidIn, sell(pool, paidIn), feeOnTop(paidIn, order.feeRate))
}

/** @clause pool-10 */
function swapped(paidIn: Integer, paidOut: Integer, fee: Integer): SwapResult {
  if (!paidIn.isZero() && paidOut.isZero()) refuse("Swap.ReservesTooLow")
  return new SwapResult(paidIn, paidOut, fee)
}
