import { stateFunction } from "../../interface/stateFunction.js"
import { alphaBalance, fixed, netUid, nothing, optional, struct, taoBalance } from "../../interface/valueTypes.js"
import { U64F64 } from "../../numbers/formats.js"
import { alphaAmountForTao, medianAlphaPrice } from "../alphaPrices.js"
import { clearProtocolLiquidity, initializeSwap } from "../initialization.js"
import { increaseAlphaReserve, increaseTaoReserve } from "../reserves.js"
import { simulateSwap, swapFeeAmount } from "../swap.js"
import { BUY } from "../swapOrder.js"

/** Rules of pools that work on storage, and that no call reaches by itself. */
export const poolStorageFunctions = [
  stateFunction({
    name: "pool.medianAlphaPrice",
    clauses: ["pool-18"],
    parameters: {},
    result: fixed(U64F64),
    run: (chain) => medianAlphaPrice(chain),
  }),
  stateFunction({
    name: "pool.alphaAmountForTao",
    clauses: ["pool-20"],
    parameters: { netuid: netUid, tao: taoBalance },
    result: alphaBalance,
    run: (chain, { netuid, tao }) => alphaAmountForTao(chain, netuid, tao),
  }),
  stateFunction({
    name: "pool.initializeSwap",
    clauses: ["pool-15", "pool-07"],
    parameters: { netuid: netUid, price: optional(fixed(U64F64)) },
    result: nothing,
    run: (chain, { netuid, price }) => initializeSwap(chain, netuid, price),
  }),
  stateFunction({
    name: "pool.clearProtocolLiquidity",
    clauses: ["pool-16", "pool-17"],
    parameters: { netuid: netUid },
    result: nothing,
    run: (chain, { netuid }) => clearProtocolLiquidity(chain, netuid),
  }),
  stateFunction({
    name: "pool.increaseTaoReserve",
    clauses: ["pool-17"],
    parameters: { netuid: netUid, tao: taoBalance },
    result: nothing,
    run: (chain, { netuid, tao }) => increaseTaoReserve(chain, netuid, tao),
  }),
  stateFunction({
    name: "pool.increaseAlphaReserve",
    clauses: ["pool-17"],
    parameters: { netuid: netUid, alpha: alphaBalance },
    result: nothing,
    run: (chain, { netuid, alpha }) => increaseAlphaReserve(chain, netuid, alpha),
  }),
  stateFunction({
    name: "pool.swapFeeAmount",
    clauses: ["pool-12"],
    parameters: { netuid: netUid, tao: taoBalance },
    result: taoBalance,
    run: (chain, { netuid, tao }) => swapFeeAmount(chain, netuid, BUY, tao),
  }),
  stateFunction({
    name: "pool.simulateBuy",
    clauses: ["pool-14"],
    parameters: { netuid: netUid, tao: taoBalance },
    result: struct({
      amountPaidIn: taoBalance,
      amountPaidOut: alphaBalance,
      feePaid: taoBalance,
      feeToBlockAuthor: taoBalance,
    }),
    run: (chain, { netuid, tao }) => simulateSwap(chain, netuid, BUY, tao),
  }),
]
