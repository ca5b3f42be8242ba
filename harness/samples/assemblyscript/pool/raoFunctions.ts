import { U64 } from "../numbers/range"
import { Json } from "../protocol/json"
import { Parameter } from "../protocol/parameters"
import { decimal, decimalOrNothing } from "../protocol/results"
import { Rules } from "../protocol/rules"
import { ConstantProduct, feeTaken, unstakingFee } from "./constantProduct"
import { maxAmountToAdd, maxAmountToMove, maxAmountToRemove } from "./constantProductLimits"

function poolIn(input: Parameter): ConstantProduct {
  return new ConstantProduct(input.field("alphaReserve").of(U64), input.field("taoReserve").of(U64))
}

function unstakingFeeIn(input: Parameter): Json {
  const alpha = input.field("alpha").of(U64)
  const dividends = input.field("dividends").of(U64)
  return decimal(unstakingFee(poolIn(input), alpha, dividends, input.field("totalAlpha").of(U64)))
}

function takeFeeIn(input: Parameter): Json {
  const tao = input.field("tao").of(U64)
  const fee = feeTaken(tao, input.field("fee").of(U64))
  return Json.object()
    .with("amount", decimal(tao - fee))
    .with("fee", decimal(fee))
}

/** Adds the functions of chapter pool for fork `rao`. */
export function addRaoPool(rules: Rules): void {
  rules.set("pool.rao.price", (input) => decimal(poolIn(input).price()))
  rules.set("pool.rao.buy", (input) => decimalOrNothing(poolIn(input).buy(input.field("taoIn").of(U64))))
  rules.set("pool.rao.sell", (input) => decimalOrNothing(poolIn(input).sell(input.field("alphaIn").of(U64))))
  rules.set("pool.rao.unstakingFee", (input) => unstakingFeeIn(input))
  rules.set("pool.rao.takeFee", (input) => takeFeeIn(input))
  rules.set("pool.rao.maxAmountToAdd", (input) =>
    decimal(maxAmountToAdd(poolIn(input), input.field("limitPrice").of(U64))),
  )
  rules.set("pool.rao.maxAmountToRemove", (input) =>
    decimal(maxAmountToRemove(poolIn(input), input.field("limitPrice").of(U64))),
  )
  rules.set("pool.rao.maxAmountToMove", (input) =>
    decimal(
      maxAmountToMove(
        poolIn(input.field("origin")),
        poolIn(input.field("destination")),
        input.field("limitPrice").of(U64),
      ),
    ),
  )
}
