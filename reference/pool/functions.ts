import { publicFunction } from "../interface/publicFunction.js"
import { alphaBalance, fixed, optional, perquintill, struct, taoBalance, u16, u64 } from "../interface/valueTypes.js"
import { I96F32, U64F64, U96F32 } from "../numbers/formats.js"
import { baseDeltaIn, buy, currentPrice, fractionKept, quoteDeltaIn, sell } from "./balancer.js"
import { constantProductBuy, constantProductPrice, constantProductSell } from "./constantProduct.js"
import { takeFee, unstakingFee } from "./constantProductFees.js"
import {
  constantProductMaxToAdd,
  constantProductMaxToMove,
  constantProductMaxToRemove,
} from "./constantProductLimits.js"
import { nextMovingPrice } from "./rao/alphaPrice.js"
import { feeAmount, feeOnTop } from "./swapFee.js"
import { BUY, SELL } from "./swapOrder.js"
import { swapStep } from "./swapStep.js"
import { updatedWeight, weightForPrice } from "./weights.js"

const forks = ["balancer"]
const raoForks = ["rao"]

const price = fixed(U64F64)
const reserves = { alphaReserve: u64, taoReserve: u64 }
const pool = { quoteWeight: perquintill, ...reserves }
const raoPool = struct(reserves)

/** The rules of the weighted pool that vectors call by name. */
const balancerFunctions = [
  publicFunction({
    name: "pool.currentPrice",
    clauses: ["pool-02"],
    forks,
    parameters: pool,
    result: price,
    run: currentPrice,
  }),
  publicFunction({
    name: "pool.fractionKept",
    clauses: ["pool-03"],
    forks,
    parameters: { reserve: u64, paidIn: u64, weightIn: perquintill, weightOut: perquintill },
    result: price,
    run: ({ reserve, paidIn, weightIn, weightOut }) => fractionKept(reserve, paidIn, weightIn, weightOut),
  }),
  publicFunction({
    name: "pool.buy",
    clauses: ["pool-04"],
    forks,
    parameters: { ...pool, taoIn: u64 },
    result: u64,
    run: (input) => buy(input, input.taoIn),
  }),
  publicFunction({
    name: "pool.sell",
    clauses: ["pool-04"],
    forks,
    parameters: { ...pool, alphaIn: u64 },
    result: u64,
    run: (input) => sell(input, input.alphaIn),
  }),
  publicFunction({
    name: "pool.quoteDeltaIn",
    clauses: ["pool-05"],
    forks,
    parameters: { ...pool, current: price, target: price },
    result: u64,
    run: (input) => quoteDeltaIn(input, input.current, input.target),
  }),
  publicFunction({
    name: "pool.baseDeltaIn",
    clauses: ["pool-05"],
    forks,
    parameters: { ...pool, current: price, target: price },
    result: u64,
    run: (input) => baseDeltaIn(input, input.current, input.target),
  }),
  publicFunction({
    name: "pool.updatedWeights",
    clauses: ["pool-06", "pool-01"],
    forks,
    parameters: { ...pool, taoAdded: u64, alphaAdded: u64 },
    result: optional(perquintill),
    run: (input) => updatedWeight(input, input.taoAdded, input.alphaAdded),
  }),
  publicFunction({
    name: "pool.weightForPrice",
    clauses: ["pool-07"],
    forks,
    parameters: { price, ...reserves },
    result: optional(perquintill),
    run: (input) => weightForPrice(input.price, input.taoReserve, input.alphaReserve),
  }),
  publicFunction({
    name: "pool.feeAmount",
    clauses: ["pool-08"],
    forks,
    parameters: { amount: u64, feeRate: u16 },
    result: u64,
    run: ({ amount, feeRate }) => feeAmount(amount, feeRate),
  }),
  publicFunction({
    name: "pool.feeOnTop",
    clauses: ["pool-08"],
    forks,
    parameters: { amount: u64, feeRate: u16 },
    result: u64,
    run: ({ amount, feeRate }) => feeOnTop(amount, feeRate),
  }),
  publicFunction({
    name: "pool.swapTaoForAlpha",
    clauses: ["pool-10", "pool-09"],
    forks,
    parameters: { ...pool, feeRate: u16, amount: u64, limitPrice: price },
    result: struct({
      amountPaidIn: taoBalance,
      amountPaidOut: alphaBalance,
      feePaid: taoBalance,
      feeToBlockAuthor: taoBalance,
    }),
    run: (input) => swapStep(BUY, input, input.feeRate, input.amount, input.limitPrice),
  }),
  publicFunction({
    name: "pool.swapAlphaForTao",
    clauses: ["pool-10", "pool-09"],
    forks,
    parameters: { ...pool, feeRate: u16, amount: u64, limitPrice: price },
    result: struct({
      amountPaidIn: alphaBalance,
      amountPaidOut: taoBalance,
      feePaid: alphaBalance,
      feeToBlockAuthor: alphaBalance,
    }),
    run: (input) => swapStep(SELL, input, input.feeRate, input.amount, input.limitPrice),
  }),
]

/** The rules of the constant-product pool that vectors call by name. */
const constantProductFunctions = [
  publicFunction({
    name: "pool.rao.nextMovingPrice",
    clauses: ["pool-41"],
    forks: raoForks,
    parameters: {
      movingPrice: fixed(U96F32),
      currentPrice: fixed(U96F32),
      movingAlpha: fixed(I96F32),
      age: u64,
      halvingBlocks: u64,
    },
    result: fixed(I96F32),
    run: nextMovingPrice,
  }),
  publicFunction({
    name: "pool.rao.price",
    clauses: ["pool-30"],
    forks: raoForks,
    parameters: reserves,
    result: fixed(U96F32),
    run: constantProductPrice,
  }),
  publicFunction({
    name: "pool.rao.buy",
    clauses: ["pool-31"],
    forks: raoForks,
    parameters: { ...reserves, taoIn: u64 },
    result: optional(u64),
    run: (input) => constantProductBuy(input, input.taoIn),
  }),
  publicFunction({
    name: "pool.rao.sell",
    clauses: ["pool-31"],
    forks: raoForks,
    parameters: { ...reserves, alphaIn: u64 },
    result: optional(u64),
    run: (input) => constantProductSell(input, input.alphaIn),
  }),
  publicFunction({
    name: "pool.rao.unstakingFee",
    clauses: ["pool-32"],
    forks: raoForks,
    parameters: { ...reserves, alpha: u64, dividends: u64, totalAlpha: u64 },
    result: u64,
    run: (input) => unstakingFee(constantProductSell(input, input.alpha) ?? 0n, input),
  }),
  publicFunction({
    name: "pool.rao.takeFee",
    clauses: ["pool-32"],
    forks: raoForks,
    parameters: { tao: u64, fee: u64 },
    result: struct({ amount: u64, fee: u64 }),
    run: ({ tao, fee }) => takeFee(tao, fee),
  }),
  publicFunction({
    name: "pool.rao.maxAmountToAdd",
    clauses: ["pool-33"],
    forks: raoForks,
    parameters: { ...reserves, limitPrice: u64 },
    result: u64,
    run: (input) => constantProductMaxToAdd(input, input.limitPrice),
  }),
  publicFunction({
    name: "pool.rao.maxAmountToRemove",
    clauses: ["pool-33"],
    forks: raoForks,
    parameters: { ...reserves, limitPrice: u64 },
    result: u64,
    run: (input) => constantProductMaxToRemove(input, input.limitPrice),
  }),
  publicFunction({
    name: "pool.rao.maxAmountToMove",
    clauses: ["pool-34"],
    forks: raoForks,
    parameters: { origin: raoPool, destination: raoPool, limitPrice: u64 },
    result: u64,
    run: ({ origin, destination, limitPrice }) => constantProductMaxToMove(origin, destination, limitPrice),
  }),
]

/** The rules of pools that vectors call by name. */
export const poolFunctions = [...balancerFunctions, ...constantProductFunctions]
