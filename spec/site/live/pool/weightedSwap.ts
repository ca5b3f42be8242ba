import { U64F64 } from "../../../../reference/numbers/formats.js"
import { U64 } from "../../../../reference/numbers/integers.js"
import { MAX_PRICE, MIN_PRICE } from "../../../../reference/pool/swapOrder.js"
import { fieldIn, integerIn } from "../model/readJson.js"
import type { PoolCase } from "./poolCase.js"
import type { KeptPrice, RunRule, Swap } from "./swap.js"

/** The limits that stop no order, in rao per alpha, as prices in rao per alpha rao. */
const RAO_PER_TAO = U64F64.fromInteger(1_000_000_000n)
const HIGHEST = U64F64.safeDiv(U64F64.fromInteger(MAX_PRICE), RAO_PER_TAO)
const LOWEST = U64F64.safeDiv(U64F64.fromInteger(MIN_PRICE), RAO_PER_TAO)

/** A swap in the weighted pool of fork balancer, without a limit that the reader sets. */
export function weightedSwap({ side, amount, ...rest }: PoolCase, run: RunRule): Swap {
  const buys = side === "buy"
  const done = run(buys ? "pool.swapTaoForAlpha" : "pool.swapAlphaForTao", {
    ...pool(rest),
    feeRate: rest.feeRate.toString(),
    amount: amount.toString(),
    limitPrice: (buys ? HIGHEST : LOWEST).toString(),
  })
  const paidIn = integerIn(fieldIn(done, "amountPaidIn"))
  const paidOut = integerIn(fieldIn(done, "amountPaidOut"))
  const after = {
    weight: rest.weight,
    taoReserve: buys ? U64.saturatingAdd(rest.taoReserve, paidIn) : U64.saturatingSub(rest.taoReserve, paidOut),
    alphaReserve: buys ? U64.saturatingSub(rest.alphaReserve, paidOut) : U64.saturatingAdd(rest.alphaReserve, paidIn),
  }
  return {
    paidOut,
    fee: integerIn(fieldIn(done, "feePaid")),
    feeIn: buys ? "TAO" : "alpha",
    priceBefore: priceOf(rest, run),
    priceAfter: priceOf(after, run),
  }
}

type Reserves = Pick<PoolCase, "weight" | "taoReserve" | "alphaReserve">

function priceOf(reserves: Reserves, run: RunRule): KeptPrice {
  return { raw: integerIn(run("pool.currentPrice", pool(reserves))), fractionBits: U64F64.fractionBits }
}

function pool({ weight, alphaReserve, taoReserve }: Reserves) {
  return {
    quoteWeight: weight.toString(),
    alphaReserve: alphaReserve.toString(),
    taoReserve: taoReserve.toString(),
  }
}
