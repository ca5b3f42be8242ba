import type { Json } from "../../../../reference/interface/valueType.js"
import { U96F32 } from "../../../../reference/numbers/formats.js"
import { U64 } from "../../../../reference/numbers/integers.js"
import { STAKING_FEE } from "../../../../reference/pool/constantProductFees.js"
import { fieldIn, integerIn } from "../model/readJson.js"
import type { PoolCase } from "./poolCase.js"
import type { KeptPrice, RunRule, Swap } from "./swap.js"

/** A swap in the constant-product pool of fork rao: staking pays its fee before it buys, unstaking after it has sold. */
export function constantProductSwap(shown: PoolCase, run: RunRule): Swap {
  return shown.side === "buy" ? buy(shown, run) : sell(shown, run)
}

function buy({ amount, ...reserves }: PoolCase, run: RunRule): Swap {
  const { amount: paidIn, fee } = takeFee(amount, STAKING_FEE, run)
  const paidOut = paid(run("pool.rao.buy", { ...pool(reserves), taoIn: paidIn.toString() }))
  return {
    paidOut,
    fee,
    feeIn: "TAO",
    priceBefore: priceOf(reserves, run),
    priceAfter: priceOf(
      {
        taoReserve: U64.saturatingAdd(reserves.taoReserve, amount),
        alphaReserve: U64.saturatingSub(reserves.alphaReserve, paidOut),
      },
      run,
    ),
  }
}

function sell({ amount, dividends, totalAlpha, ...reserves }: PoolCase, run: RunRule): Swap {
  const due = run("pool.rao.unstakingFee", {
    ...pool(reserves),
    alpha: amount.toString(),
    dividends: dividends.toString(),
    totalAlpha: totalAlpha.toString(),
  })
  const sold = paid(run("pool.rao.sell", { ...pool(reserves), alphaIn: amount.toString() }))
  const { amount: paidOut, fee } = takeFee(sold, integerIn(due), run)
  return {
    paidOut,
    fee,
    feeIn: "TAO",
    priceBefore: priceOf(reserves, run),
    priceAfter: priceOf(
      {
        taoReserve: U64.saturatingSub(reserves.taoReserve, paidOut),
        alphaReserve: U64.saturatingAdd(reserves.alphaReserve, amount),
      },
      run,
    ),
  }
}

function takeFee(tao: bigint, fee: bigint, run: RunRule) {
  const taken = run("pool.rao.takeFee", { tao: tao.toString(), fee: fee.toString() })
  return { amount: integerIn(fieldIn(taken, "amount")), fee: integerIn(fieldIn(taken, "fee")) }
}

/** What a pool pays; one that would be left with too little pays nothing. */
function paid(answer: Json): bigint {
  return answer === null ? 0n : integerIn(answer)
}

type Reserves = Pick<PoolCase, "taoReserve" | "alphaReserve">

function priceOf(reserves: Reserves, run: RunRule): KeptPrice {
  return { raw: integerIn(run("pool.rao.price", pool(reserves))), fractionBits: U96F32.fractionBits }
}

function pool({ alphaReserve, taoReserve }: Reserves) {
  return { alphaReserve: alphaReserve.toString(), taoReserve: taoReserve.toString() }
}
