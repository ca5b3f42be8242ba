import { U64F64 } from "../numbers/fixedFormat"
import { PERQUINTILL } from "../numbers/perquintill"
import { U16, U64 } from "../numbers/range"
import { Json } from "../protocol/json"
import { Parameter } from "../protocol/parameters"
import { decimal, decimalOrNothing } from "../protocol/results"
import { Rules } from "../protocol/rules"
import { feeAmount, feeOnTop } from "./fee"
import { baseDeltaIn, buy, currentPrice, fractionKept, Pool, quoteDeltaIn, sell } from "./pool"
import { Order, SwapResult, swapAlphaForTao, swapTaoForAlpha } from "./swap"
import { updatedWeights, weightForPrice } from "./weights"

function poolIn(input: Parameter): Pool {
  return new Pool(
    input.field("quoteWeight").of(PERQUINTILL),
    input.field("alphaReserve").of(U64),
    input.field("taoReserve").of(U64),
  )
}

function orderIn(input: Parameter): Order {
  return new Order(input.field("amount").of(U64), input.field("feeRate").of(U16), input.field("limitPrice").of(U64F64))
}

function written(result: SwapResult): Json {
  return Json.object()
    .with("amountPaidIn", decimal(result.paidIn))
    .with("amountPaidOut", decimal(result.paidOut))
    .with("feePaid", decimal(result.fee))
    .with("feeToBlockAuthor", decimal(result.feeToAuthor()))
}

function fractionKeptIn(input: Parameter): Json {
  return decimal(
    fractionKept(
      input.field("reserve").of(U64),
      input.field("paidIn").of(U64),
      input.field("weightIn").of(PERQUINTILL),
      input.field("weightOut").of(PERQUINTILL),
    ),
  )
}

function weightForPriceIn(input: Parameter): Json {
  const price = input.field("price").of(U64F64)
  return decimalOrNothing(weightForPrice(price, input.field("alphaReserve").of(U64), input.field("taoReserve").of(U64)))
}

/** Adds the functions of chapter pool for fork `balancer`. */
export function addBalancerPool(rules: Rules): void {
  rules.set("pool.currentPrice", (input) => decimal(currentPrice(poolIn(input))))
  rules.set("pool.fractionKept", (input) => fractionKeptIn(input))
  rules.set("pool.buy", (input) => decimal(buy(poolIn(input), input.field("taoIn").of(U64))))
  rules.set("pool.sell", (input) => decimal(sell(poolIn(input), input.field("alphaIn").of(U64))))
  rules.set("pool.quoteDeltaIn", (input) =>
    decimal(quoteDeltaIn(poolIn(input), input.field("current").of(U64F64), input.field("target").of(U64F64))),
  )
  rules.set("pool.baseDeltaIn", (input) =>
    decimal(baseDeltaIn(poolIn(input), input.field("current").of(U64F64), input.field("target").of(U64F64))),
  )
  rules.set("pool.updatedWeights", (input) =>
    decimalOrNothing(updatedWeights(poolIn(input), input.field("taoAdded").of(U64), input.field("alphaAdded").of(U64))),
  )
  rules.set("pool.weightForPrice", (input) => weightForPriceIn(input))
  rules.set("pool.feeAmount", (input) =>
    decimal(feeAmount(input.field("amount").of(U64), input.field("feeRate").of(U16))),
  )
  rules.set("pool.feeOnTop", (input) =>
    decimal(feeOnTop(input.field("amount").of(U64), input.field("feeRate").of(U16))),
  )
  rules.set("pool.swapTaoForAlpha", (input) => written(swapTaoForAlpha(poolIn(input), orderIn(input))))
  rules.set("pool.swapAlphaForTao", (input) => written(swapAlphaForTao(poolIn(input), orderIn(input))))
}
