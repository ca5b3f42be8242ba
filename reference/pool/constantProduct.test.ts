import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { U96F32 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { buy } from "./balancer.js"
import { idealAmountOut } from "./constantProduct.ideal.js"
import { constantProductBuy, constantProductPrice, constantProductSell } from "./constantProduct.js"
import { takeFee, unstakingFee } from "./constantProductFees.js"
import {
  constantProductMaxToAdd,
  constantProductMaxToMove,
  constantProductMaxToRemove,
} from "./constantProductLimits.js"
import { EVEN_WEIGHT } from "./weights.js"

const reserve = fc.bigInt(1_000_000_000n, 21n * 10n ** 15n)
const anyPool = fc.record({ alphaReserve: reserve, taoReserve: reserve })
const part = fc.bigInt(1n, 10n ** 9n)
const pool = { alphaReserve: 4_000_000_000n, taoReserve: 1_000_000_000n }

describe("a constant-product pool", () => {
  test("has the price that its reserves have to each other, zero without alpha", () => {
    expect(constantProductPrice(pool)).toBe(U96F32.ONE / 4n)
    expect(constantProductPrice({ ...pool, alphaReserve: 0n })).toBe(0n)
  })

  test("pays the other reserve's part that the amount is of the grown reserve", () => {
    expect(constantProductBuy(pool, 1_000_000_000n)).toBe(2_000_000_000n)
    expect(constantProductSell(pool, 4_000_000_000n)).toBe(500_000_000n)
  })

  test("pays nothing where less than 10^7 would be left", () => {
    expect(constantProductBuy(pool, 399_000_000_000n)).toBe(3_990_000_000n)
    expect(constantProductBuy(pool, 399_000_000_001n)).toBeUndefined()
    expect(constantProductSell({ alphaReserve: 0n, taoReserve: 10n ** 9n }, 0n)).toBeUndefined()
  })

  test("pays at most one more than the exact amount cut to whole rao, never less", () => {
    fc.assert(
      fc.property(anyPool, part, (each, size) => {
        const taoIn = (each.taoReserve * size) / 10n ** 9n + 1n
        const out = constantProductBuy(each, taoIn)
        fc.pre(out !== undefined)
        const exact = idealAmountOut(each.taoReserve, each.alphaReserve, taoIn)
        const over = BigInt(out ?? 0n) - BigInt(exact.floor().toFixed())
        expect(over === 0n || over === 1n).toBe(true)
      }),
    )
  })

  test("pays what a weighted pool of even weights pays, but for their roundings", () => {
    fc.assert(
      fc.property(anyPool, part, (each, size) => {
        const taoIn = (each.taoReserve * size) / 10n ** 9n + 1n
        const difference = buy({ ...each, quoteWeight: EVEN_WEIGHT }, taoIn) - (constantProductBuy(each, taoIn) ?? 0n)
        expect(difference >= -1n && difference <= 1n).toBe(true)
      }),
    )
  })
})

describe("the fee of unstaking", () => {
  test("is the value of an epoch's dividends on the amount", () => {
    const dividends = { dividends: 10n, totalAlpha: 100n }
    expect(unstakingFee(499_999_999n, dividends)).toBe(49_999_999n)
  })

  test("is at least 0.005 % of the value and at least 50 000 rao", () => {
    const none = { dividends: 0n, totalAlpha: 0n }
    expect(unstakingFee(5n * 10n ** 14n, none)).toBe(24_999_957_531n)
    expect(unstakingFee(250n, none)).toBe(50_000n)
  })

  test("is no more than there is", () => {
    expect(takeFee(60_000n, 50_000n)).toEqual({ amount: 10_000n, fee: 50_000n })
    expect(takeFee(40_000n, 50_000n)).toEqual({ amount: 0n, fee: 40_000n })
  })
})

describe("the most that fits below a limit", () => {
  test("brings the price of what is staked at most to the limit", () => {
    expect(constantProductMaxToAdd(pool, 500_000_000n)).toBe(1_000_000_000n)
    expect(constantProductMaxToAdd(pool, 0n)).toBe(0n)
    expect(constantProductMaxToAdd({ ...pool, taoReserve: 0n }, 10n ** 9n)).toBe(0n)
  })

  test("counts only whole rao of the price when it compares the limit with it", () => {
    const nearlyTwo = { alphaReserve: 1_000_000_000n, taoReserve: 1_900_000_000n }
    expect(constantProductMaxToAdd(nearlyTwo, 999_999_999n)).toBe(0n)
    expect(constantProductMaxToAdd(nearlyTwo, 1_950_000_000n)).toBe(50_000_000n)
  })

  test("leaves the price of what is unstaked at least at the limit", () => {
    expect(constantProductMaxToRemove(pool, 62_500_000n)).toBe(12_000_000_000n)
    expect(constantProductMaxToRemove(pool, 250_000_000n)).toBe(0n)
    expect(constantProductMaxToRemove(pool, 0n)).toBe(U64.MAX)
  })

  test("is everything between pools without a limit, nothing beyond the price", () => {
    expect(constantProductMaxToMove(pool, pool, 0n)).toBe(U64.MAX)
    expect(constantProductMaxToMove(pool, pool, 1_000_000_001n)).toBe(0n)
    expect(constantProductMaxToMove(pool, pool, 500_000_000n)).toBe(2_000_000_000n)
    expect(constantProductMaxToMove({ ...pool, alphaReserve: 0n }, pool, 1n)).toBe(0n)
  })
})
