import { describe, expect, test } from "vitest"
import { U64F64 } from "../numbers/formats.js"
import { Perquintill } from "../numbers/perquintill.js"
import { accountOf, blankChain, eventNames } from "../state/blankChain.js"
import { SwapCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { dispatch } from "../state/dispatch.js"
import { type Origin, ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { alphaBalance, NO_ALPHA, NO_TAO, netUid, ROOT, taoBalance } from "../state/primitives.js"
import { attempt, type ErrorName } from "../state/refusal.js"
import { NetworksAdded, SubnetAlphaIn, SubnetMechanism, SubnetTAO } from "../state/storage/subtensorModule.js"
import { FeeRate, PalSwapInitialized, SwapBalancer } from "../state/storage/swap.js"
import { alphaAmountForTao, medianAlphaPrice } from "./alphaPrices.js"
import { poolCalls } from "./calls.js"
import { clearProtocolLiquidity, initializeSwap, tryInitializeSwap } from "./initialization.js"
import { adjustProtocolLiquidity, decreaseTaoReserve, increaseAlphaReserve } from "./reserves.js"
import { currentAlphaPrice, simulateSwap, swap, swapFeeAmount } from "./swap.js"
import { BUY, MAX_PRICE, MIN_PRICE, SELL } from "./swapOrder.js"
import { EVEN_WEIGHT } from "./weights.js"

const SUBNET = netUid(1)
const RESERVE = 1_000_000_000n
const HUNDRED = taoBalance(100_000_000n)

function chainWithPool(alphaReserve = RESERVE, taoReserve = RESERVE): Chain {
  const chain = blankChain(poolCalls)
  addPool(chain, 1, alphaReserve, taoReserve)
  return chain
}

function addPool({ state }: Chain, netuid: number, alphaReserve: bigint, taoReserve: bigint): void {
  NetworksAdded.set(state, netUid(netuid), true)
  SubnetMechanism.set(state, netUid(netuid), 1)
  SubnetAlphaIn.set(state, netUid(netuid), alphaBalance(alphaReserve))
  SubnetTAO.set(state, netUid(netuid), taoBalance(taoReserve))
}

function errorOf(run: () => void): ErrorName | "accepted" {
  const outcome = attempt(run)
  return outcome.ok ? "accepted" : outcome.error
}

describe("a swap on a subnet", () => {
  test("changes no reserve and gives a pool its even weights once", () => {
    const chain = chainWithPool()
    swap(chain, SUBNET, BUY, HUNDRED, MAX_PRICE, false)
    expect(SubnetAlphaIn.get(chain.state, SUBNET)).toBe(RESERVE)
    expect(SubnetTAO.get(chain.state, SUBNET)).toBe(RESERVE)
    expect(PalSwapInitialized.get(chain.state, SUBNET)).toBe(true)
    expect(SwapBalancer.get(chain.state, SUBNET).quote).toBe(EVEN_WEIGHT)
  })

  test("may put in 1000 times the reserve, its fee left out", () => {
    const chain = chainWithPool()
    const most = taoBalance(RESERVE * 1_000n)
    const more = taoBalance(most + 1n)
    expect(errorOf(() => swap(chain, SUBNET, BUY, most, MAX_PRICE, true))).toBe("accepted")
    expect(errorOf(() => swap(chain, SUBNET, BUY, more, MAX_PRICE, true))).toBe("Swap.SwapInputTooLarge")
    expect(errorOf(() => swap(chain, SUBNET, BUY, more, MAX_PRICE, false))).toBe("accepted")
  })

  test("needs a million in the reserve that pays, but not in the other", () => {
    const buy = (alpha: bigint) => () => swap(chainWithPool(alpha), SUBNET, BUY, HUNDRED, MAX_PRICE, false)
    expect(errorOf(buy(999_999n))).toBe("Swap.ReservesTooLow")
    expect(errorOf(buy(1_000_000n))).toBe("accepted")
    const sale = () => swap(chainWithPool(999_999n), SUBNET, SELL, alphaBalance(1_000n), MIN_PRICE, false)
    expect(errorOf(sale)).toBe("accepted")
  })

  test("is refused as too large before the reserve is looked at", () => {
    const chain = chainWithPool(999_999n)
    const more = taoBalance(RESERVE * 1_001n)
    expect(errorOf(() => swap(chain, SUBNET, BUY, more, MAX_PRICE, true))).toBe("Swap.SwapInputTooLarge")
  })

  test("must have a price strictly inside its limit", () => {
    const chain = chainWithPool()
    const even = taoBalance(1_000_000_000n)
    expect(errorOf(() => swap(chain, SUBNET, BUY, HUNDRED, even, false))).toBe("Swap.PriceLimitExceeded")
    expect(errorOf(() => swap(chain, SUBNET, SELL, alphaBalance(5n), even, false))).toBe("Swap.PriceLimitExceeded")
  })

  test("cannot sell at 1000 rao per alpha or less, though it has no limit of its own", () => {
    const cheap = chainWithPool(10n ** 15n, 10n ** 9n)
    expect(errorOf(() => swap(cheap, SUBNET, SELL, alphaBalance(10n ** 9n), MIN_PRICE, false))).toBe(
      "Swap.PriceLimitExceeded",
    )
  })

  test("leaves no trace when it is refused or simulated", () => {
    const chain = chainWithPool()
    const before = chain.state.mark()
    errorOf(() => swap(chain, SUBNET, BUY, HUNDRED, taoBalance(1n), false))
    simulateSwap(chain, SUBNET, BUY, HUNDRED)
    expect(chain.state.changesSince(before).size).toBe(0)
  })
})

describe("a subnet without a pool", () => {
  const chain = blankChain()
  NetworksAdded.set(chain.state, SUBNET, true)

  test("has a price of one and no fee", () => {
    expect(currentAlphaPrice(chain, SUBNET)).toBe(U64F64.ONE)
    expect(swapFeeAmount(chain, SUBNET, BUY, HUNDRED)).toBe(0n)
  })

  test("swaps one for one where the subnet exists, nothing where it does not", () => {
    expect(simulateSwap(chain, SUBNET, BUY, HUNDRED).amountPaidOut).toBe(HUNDRED)
    expect(simulateSwap(chain, netUid(5), BUY, HUNDRED).amountPaidOut).toBe(0n)
  })
})

describe("the first weights", () => {
  test("give the reserves the price, once", () => {
    const chain = chainWithPool(4n * RESERVE, RESERVE)
    initializeSwap(chain, SUBNET, U64F64.ONE)
    expect(SwapBalancer.get(chain.state, SUBNET).quote).toBe(2n * 10n ** 17n)
    expect(currentAlphaPrice(chain, SUBNET)).toBe(U64F64.ONE)
    initializeSwap(chain, SUBNET, undefined)
    expect(SwapBalancer.get(chain.state, SUBNET).quote).toBe(2n * 10n ** 17n)
  })

  test("are refused where no allowed weight gives the price; a new subnet passes over that", () => {
    const chain = chainWithPool(RESERVE * 1_000n, RESERVE)
    expect(errorOf(() => initializeSwap(chain, SUBNET, U64F64.ONE))).toBe("Swap.ReservesOutOfBalance")
    tryInitializeSwap(chain, SUBNET, U64F64.ONE)
    expect(PalSwapInitialized.get(chain.state, SUBNET)).toBe(false)
  })
})

describe("liquidity", () => {
  test("moves the weight and lets both amounts in", () => {
    const chain = chainWithPool()
    const allowed = adjustProtocolLiquidity(chain, SUBNET, taoBalance(RESERVE), NO_ALPHA)
    expect(allowed).toEqual({ tao: RESERVE, alpha: 0n })
    expect(SwapBalancer.get(chain.state, SUBNET).quote).toBe(Perquintill.fromRational(2n, 3n))
    expect(SubnetTAO.get(chain.state, SUBNET)).toBe(RESERVE)
  })

  test("lets nothing in where no allowed weight keeps the price", () => {
    const chain = chainWithPool()
    const allowed = adjustProtocolLiquidity(chain, SUBNET, taoBalance(RESERVE * 100n), alphaBalance(1n))
    expect(allowed).toEqual({ tao: NO_TAO, alpha: NO_ALPHA })
    expect(SwapBalancer.has(chain.state, SUBNET)).toBe(false)
  })

  test("is not written where nothing is added or taken", () => {
    const chain = blankChain()
    increaseAlphaReserve(chain, SUBNET, NO_ALPHA)
    decreaseTaoReserve(chain, SUBNET, NO_TAO)
    expect(SubnetAlphaIn.has(chain.state, SUBNET) || SubnetTAO.has(chain.state, SUBNET)).toBe(false)
  })

  test("is gone, with weights and fee, once it is cleared", () => {
    const chain = chainWithPool()
    initializeSwap(chain, SUBNET, undefined)
    FeeRate.set(chain.state, SUBNET, 100)
    clearProtocolLiquidity(chain, SUBNET)
    expect([SubnetAlphaIn.get(chain.state, SUBNET), SubnetTAO.get(chain.state, SUBNET)]).toEqual([0n, 0n])
    expect(SwapBalancer.has(chain.state, SUBNET)).toBe(false)
    expect(PalSwapInitialized.has(chain.state, SUBNET)).toBe(false)
    expect(FeeRate.get(chain.state, SUBNET)).toBe(33)
  })
})

describe("prices over subnets", () => {
  test("have a median: the middle one, or the mean of the middle two; one without any", () => {
    const chain = blankChain()
    expect(medianAlphaPrice(chain)).toBe(U64F64.ONE)
    NetworksAdded.set(chain.state, ROOT, true)
    addPool(chain, 1, RESERVE, 2n * RESERVE)
    addPool(chain, 2, RESERVE, 0n)
    expect(medianAlphaPrice(chain)).toBe(2n * U64F64.ONE)
    addPool(chain, 300, RESERVE, 8n * RESERVE)
    expect(medianAlphaPrice(chain)).toBe(5n * U64F64.ONE)
    addPool(chain, 4, RESERVE, 3n * RESERVE)
    expect(medianAlphaPrice(chain)).toBe(3n * U64F64.ONE)
  })

  test("say what alpha an amount of TAO is worth, without slippage", () => {
    const chain = chainWithPool(RESERVE, 3n * RESERVE)
    expect(alphaAmountForTao(chain, SUBNET, taoBalance(10n))).toBe(3n)
    expect(alphaAmountForTao(chain, netUid(9), taoBalance(10n))).toBe(10n)
    SubnetAlphaIn.set(chain.state, SUBNET, NO_ALPHA)
    expect(alphaAmountForTao(chain, SUBNET, taoBalance(10n))).toBe(0n)
  })
})

describe("the calls of pallet Swap", () => {
  function setFee(chain: Chain, origin: Origin, netuid: number, rate: number): ErrorName | "accepted" {
    const values = { netuid: netUid(netuid), rate }
    return errorOf(() => dispatch(chain, origin, { declaration: SwapCalls.set_fee_rate, arguments: values }))
  }

  test("let root set the fee of a subnet that exists, up to 10000", () => {
    const chain = chainWithPool()
    expect(setFee(chain, signedBy(accountOf(1)), 9, 10_001)).toBe("BadOrigin")
    expect(setFee(chain, ROOT_ORIGIN, 9, 10_001)).toBe("Swap.MechanismDoesNotExist")
    expect(setFee(chain, ROOT_ORIGIN, 1, 10_001)).toBe("Swap.FeeRateTooHigh")
    expect(setFee(chain, ROOT_ORIGIN, 1, 10_000)).toBe("accepted")
    expect(FeeRate.get(chain.state, SUBNET)).toBe(10_000)
    expect(eventNames(chain)).toEqual(["Swap.FeeRateSet"])
  })

  test("refuse what is retired, whoever asks", () => {
    const disable = { declaration: SwapCalls.disable_lp, arguments: {} }
    expect(errorOf(() => dispatch(blankChain(poolCalls), { kind: "none" }, disable))).toBe("Swap.Deprecated")
  })
})
