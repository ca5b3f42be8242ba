import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { U64F64 } from "../numbers/formats.js"
import { Refusal } from "../state/refusal.js"
import { buy, currentPrice } from "./balancer.js"
import type { Pool } from "./pool.js"
import { feeAmount, feeOnTop } from "./swapFee.js"
import { BUY, SELL } from "./swapOrder.js"
import { swapStep } from "./swapStep.js"
import { EVEN_WEIGHT } from "./weights.js"

const pool: Pool = { quoteWeight: EVEN_WEIGHT, alphaReserve: 1_000_000_000_000n, taoReserve: 1_000_000_000_000n }
const FEE_RATE = 33
const rate = fc.integer({ min: 0, max: 10_000 })
const amount = fc.bigInt(0n, 2n ** 64n - 1n)

describe("the fee", () => {
  test("is the rate's part of 65535, cut to whole rao", () => {
    expect(feeAmount(65_535n * 1_000n, FEE_RATE)).toBe(32_999n)
    expect(feeAmount(1_000_000_000n, FEE_RATE)).toBe(503_547n)
    expect(feeAmount(1_000_000_000n, 0)).toBe(0n)
  })

  test("is at most one rao below the exact fee cut to whole rao", () => {
    fc.assert(
      fc.property(amount, rate, (gross, feeRate) => {
        const exact = (gross * BigInt(feeRate)) / 65_535n
        const short = exact - feeAmount(gross, feeRate)
        expect(short === 0n || short === 1n).toBe(true)
      }),
    )
  })

  test("on top of what is left is the fee again, but for two rao", () => {
    fc.assert(
      fc.property(amount, rate, (gross, feeRate) => {
        const fee = feeAmount(gross, feeRate)
        const difference = fee - feeOnTop(gross - fee, feeRate)
        expect(difference >= -2n && difference <= 2n).toBe(true)
      }),
    )
  })

  test("on top is nothing at a rate of 65535", () => {
    expect(feeOnTop(1_000_000_000n, 65_535)).toBe(0n)
  })
})

describe("a swap step", () => {
  test("takes the fee first and swaps the rest where the limit is far", () => {
    const result = swapStep(BUY, pool, FEE_RATE, 1_000_000_000n, U64F64.MAX)
    expect(result.feePaid).toBe(503_547n)
    expect(result.amountPaidIn).toBe(999_496_453n)
    expect(result.amountPaidOut).toBe(buy(pool, 999_496_453n))
    expect(result.feeToBlockAuthor).toBe(503_547n)
  })

  test("stops where the price is at the limit and takes the fee on top of what went in", () => {
    const limit = U64F64.fromBits((U64F64.ONE * 121n) / 100n)
    const result = swapStep(BUY, pool, FEE_RATE, 10n ** 12n, limit)
    expect(result.amountPaidIn).toBeGreaterThanOrEqual(99_999_999_999n)
    expect(result.amountPaidIn).toBeLessThanOrEqual(100_000_000_000n)
    expect(result.feePaid).toBe(feeOnTop(result.amountPaidIn, FEE_RATE))
    const after = BUY.priceAfter(pool, result.amountPaidIn, result.amountPaidOut)
    expect(after <= limit + U64F64.ONE / 10n ** 12n).toBe(true)
  })

  test("stops sales at the limit from above", () => {
    const limit = U64F64.fromBits((U64F64.ONE * 100n) / 121n)
    const result = swapStep(SELL, pool, 0, 10n ** 12n, limit)
    expect(result.amountPaidIn).toBeGreaterThanOrEqual(99_999_999_998n)
    expect(result.amountPaidIn).toBeLessThanOrEqual(100_000_000_000n)
    expect(SELL.priceAfter(pool, result.amountPaidIn, result.amountPaidOut) >= limit - U64F64.ONE / 10n ** 12n).toBe(
      true,
    )
  })

  test("swaps in full where it comes exactly to the limit", () => {
    const target = BUY.priceAfter(pool, 10n ** 12n, buy(pool, 10n ** 12n))
    expect(swapStep(BUY, pool, 0, 10n ** 12n, target).amountPaidIn).toBe(10n ** 12n)
    const below = U64F64.fromBits(target - 1n)
    expect(swapStep(BUY, pool, 0, 10n ** 12n, below).amountPaidIn).toBeLessThanOrEqual(10n ** 12n)
  })

  test("of nothing gives nothing, and no fee to the author", () => {
    const result = swapStep(BUY, pool, FEE_RATE, 0n, U64F64.MAX)
    expect(result).toEqual({ amountPaidIn: 0n, amountPaidOut: 0n, feePaid: 0n, feeToBlockAuthor: 0n })
  })

  test("is refused with ReservesTooLow when something goes in and nothing comes out", () => {
    const dear: Pool = { quoteWeight: EVEN_WEIGHT, alphaReserve: 1_000_000n, taoReserve: 10n ** 18n }
    expect(() => swapStep(BUY, dear, 0, 1_000n, U64F64.MAX)).toThrow(new Refusal("Swap.ReservesTooLow"))
    expect(currentPrice(dear)).toBeGreaterThan(U64F64.ONE)
  })
})
