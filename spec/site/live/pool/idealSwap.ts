import { type Real, realOfInteger } from "../../../../reference/numbers/ideal/realNumbers.js"
import {
  type IdealPool,
  idealBuy,
  idealPool,
  idealPrice,
  idealSell,
} from "../../../../reference/pool/balancer.ideal.js"
import { idealAmountOut } from "../../../../reference/pool/constantProduct.ideal.js"
import type { PoolCase } from "./poolCase.js"
import type { Swap } from "./swap.js"

/** A swap without any rounding. */
export interface IdealSwap {
  readonly paidOut: Real
  readonly fee: Real
  readonly priceBefore: Real
  readonly priceAfter: Real
}

/** The swap of the case without rounding; undefined where the formulas have no value, as for an empty reserve. */
export function idealSwap(shown: PoolCase, exact: Swap): IdealSwap | undefined {
  if (shown.taoReserve === 0n || shown.alphaReserve === 0n) return undefined
  if (shown.fork === "rao") return idealConstantProduct(shown, exact)
  const isOneSided = shown.weight === 0n || shown.weight === 10n ** 18n
  return isOneSided ? undefined : idealWeighted(shown)
}

function idealWeighted(shown: PoolCase): IdealSwap {
  const pool = idealPool({ ...shown, quoteWeight: shown.weight })
  const amount = realOfInteger(shown.amount)
  const fee = amount.mul(shown.feeRate.toString()).div(65_535)
  const paidIn = amount.sub(fee)
  const paidOut = shown.side === "buy" ? idealBuy(pool, paidIn) : idealSell(pool, paidIn)
  return { paidOut, fee, priceBefore: idealPrice(pool), priceAfter: idealPrice(swapped(pool, shown, paidIn, paidOut)) }
}

function swapped(pool: IdealPool, { side }: PoolCase, paidIn: Real, paidOut: Real): IdealPool {
  const buys = side === "buy"
  return {
    ...pool,
    taoReserve: buys ? pool.taoReserve.add(paidIn) : pool.taoReserve.sub(paidOut),
    alphaReserve: buys ? pool.alphaReserve.sub(paidOut) : pool.alphaReserve.add(paidIn),
  }
}

/** The fee, an integer by rule and not by rounding, is that of the exact swap. */
function idealConstantProduct({ side, amount, taoReserve, alphaReserve }: PoolCase, exact: Swap): IdealSwap {
  const tao = realOfInteger(taoReserve)
  const alpha = realOfInteger(alphaReserve)
  const fee = realOfInteger(exact.fee)
  const priceBefore = tao.div(alpha)
  if (side === "buy") {
    const paidOut = idealAmountOut(taoReserve, alphaReserve, amount - exact.fee)
    return { paidOut, fee, priceBefore, priceAfter: tao.add(amount.toString()).div(alpha.sub(paidOut)) }
  }
  const paidOut = idealAmountOut(alphaReserve, taoReserve, amount).sub(fee)
  return { paidOut, fee, priceBefore, priceAfter: tao.sub(paidOut).div(alpha.add(amount.toString())) }
}
