import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { U64F64 } from "../numbers/formats.js"
import { type Real, realOfInteger as real } from "../numbers/ideal/realNumbers.js"
import { U64 } from "../numbers/integers.js"
import { Perquintill } from "../numbers/perquintill.js"
import {
  idealBaseDeltaIn,
  idealBuy,
  idealLogInvariant,
  idealPool,
  idealPrice,
  idealQuoteDeltaIn,
  idealSell,
} from "./balancer.ideal.js"
import { baseDeltaIn, buy, currentPrice, fractionKept, quoteDeltaIn, sell } from "./balancer.js"
import type { Pool } from "./pool.js"
import { EVEN_WEIGHT } from "./weights.js"

/** What a power can be short of, as a part of the reserve: one part of 10^18 and one place of U64F64. */
const POWER_ERROR: Real = real(106).div("1e20")

const evenPool: Pool = { quoteWeight: EVEN_WEIGHT, alphaReserve: 4_000_000_000n, taoReserve: 1_000_000_000n }

const weight = fc.bigInt(10n ** 16n, 99n * 10n ** 16n).map(Perquintill.fromParts)
/** So that no power below is e to less than −100: there the chain's series is complete. */
const usualWeight = fc.bigInt(3n * 10n ** 16n, 97n * 10n ** 16n).map(Perquintill.fromParts)
const middlingWeight = fc.bigInt(2n * 10n ** 17n, 8n * 10n ** 17n).map(Perquintill.fromParts)
const reserve = fc.bigInt(1_000_000n, 21n * 10n ** 15n)
const anyPool = fc.record({ quoteWeight: weight, alphaReserve: reserve, taoReserve: reserve })
const usualPool = fc.record({ quoteWeight: usualWeight, alphaReserve: reserve, taoReserve: reserve })
const middlingPool = fc.record({ quoteWeight: middlingWeight, alphaReserve: reserve, taoReserve: reserve })
const partOfReserve = fc.bigInt(1n, 10n ** 9n)

function amountFor(reserveIn: bigint, part: bigint): bigint {
  return (reserveIn * part) / 10n ** 8n + 1n
}

function afterBuy(pool: Pool, taoIn: bigint, alphaOut: bigint): Pool {
  return { ...pool, taoReserve: pool.taoReserve + taoIn, alphaReserve: pool.alphaReserve - alphaOut }
}

describe("the price of alpha", () => {
  test("is the ratio of the reserves times the inverse ratio of the weights", () => {
    expect(currentPrice(evenPool)).toBe(U64F64.ONE / 4n)
    expect(currentPrice({ ...evenPool, quoteWeight: Perquintill.fromParts(2n * 10n ** 17n) })).toBe(U64F64.ONE)
  })

  test("is zero without alpha or without TAO in the pool", () => {
    expect(currentPrice({ ...evenPool, alphaReserve: 0n })).toBe(0n)
    expect(currentPrice({ ...evenPool, taoReserve: 0n })).toBe(0n)
  })

  test("saturates rather than overflows", () => {
    const dear = { quoteWeight: Perquintill.fromParts(10n ** 16n), alphaReserve: 1n, taoReserve: U64.MAX }
    expect(currentPrice(dear)).toBe(U64F64.MAX)
  })
})

describe("what is paid out", () => {
  test("follows x·y = k at equal weights", () => {
    expect(buy(evenPool, 1_000_000_000n)).toBe(2_000_000_000n)
    expect(sell(evenPool, 4_000_000_000n)).toBe(500_000_000n)
  })

  test("is nothing for nothing", () => {
    expect(buy(evenPool, 0n)).toBe(0n)
    expect(sell(evenPool, 0n)).toBe(0n)
  })

  test("is the whole reserve where the power gives no number of parts", () => {
    const lopsided = { ...evenPool, quoteWeight: Perquintill.fromParts(99n * 10n ** 16n) }
    expect(fractionKept(1n, 1_000n, lopsided.quoteWeight, Perquintill.fromParts(10n ** 16n))).toBe(0n)
    expect(buy(lopsided, 1_000_000_000n * 1_000n)).toBe(lopsided.alphaReserve)
  })

  test("lies between one rao below the exact amount and the error of the power above it", () => {
    fc.assert(
      fc.property(usualPool, partOfReserve, (pool, part) => {
        const taoIn = amountFor(pool.taoReserve, part)
        const exact = idealBuy(idealPool(pool), real(taoIn))
        const over = real(buy(pool, taoIn)).sub(exact)
        expect(over.gt(-1)).toBe(true)
        expect(over.lte(POWER_ERROR.mul(pool.alphaReserve.toString()))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test("is as near to the exact amount for sales", () => {
    fc.assert(
      fc.property(usualPool, partOfReserve, (pool, part) => {
        const alphaIn = amountFor(pool.alphaReserve, part)
        const over = real(sell(pool, alphaIn)).sub(idealSell(idealPool(pool), real(alphaIn)))
        expect(over.gt(-1)).toBe(true)
        expect(over.lte(POWER_ERROR.mul(pool.taoReserve.toString()))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test("is short of the exact amount where the power is too small for the terms of its series", () => {
    const lopsided = {
      quoteWeight: Perquintill.fromParts(10n ** 16n + 1n),
      alphaReserve: 10n ** 6n,
      taoReserve: 5_629_327_423n,
    }
    expect(sell(lopsided, 3_278_452n)).toBe(5_629_327_421n)
    expect(idealSell(idealPool(lopsided), real(3_278_452n)).gt("5629327422.99999999")).toBe(true)
  })

  test("is less than the reserve while neither weight is below a fifth, and never more", () => {
    fc.assert(
      fc.property(middlingPool, anyPool, partOfReserve, (middling, any, part) => {
        expect(buy(middling, amountFor(middling.taoReserve, part))).toBeLessThan(middling.alphaReserve)
        expect(buy(any, amountFor(any.taoReserve, part * 100n))).toBeLessThanOrEqual(any.alphaReserve)
      }),
      { numRuns: 60 },
    )
  })

  test("grows with what is paid in", () => {
    fc.assert(
      fc.property(middlingPool, partOfReserve, fc.bigInt(1n, 10n ** 12n), (pool, part, more) => {
        const taoIn = amountFor(pool.taoReserve, part)
        expect(buy(pool, taoIn + more)).toBeGreaterThanOrEqual(buy(pool, taoIn))
      }),
      { numRuns: 40 },
    )
  })
})

describe("a swap", () => {
  test("moves the price up when it buys and down when it sells", () => {
    fc.assert(
      fc.property(middlingPool, partOfReserve, (pool, part) => {
        const taoIn = amountFor(pool.taoReserve, part)
        expect(currentPrice(afterBuy(pool, taoIn, buy(pool, taoIn)))).toBeGreaterThanOrEqual(currentPrice(pool))
        const alphaIn = amountFor(pool.alphaReserve, part)
        expect(currentPrice(afterBuy(pool, -sell(pool, alphaIn), -alphaIn))).toBeLessThanOrEqual(currentPrice(pool))
      }),
      { numRuns: 40 },
    )
  })

  test("lowers x^w1·y^w2 by no more than the error of the power does", () => {
    fc.assert(
      fc.property(middlingPool, partOfReserve, (pool, part) => {
        const taoIn = amountFor(pool.taoReserve, part)
        const after = afterBuy(pool, taoIn, buy(pool, taoIn))
        const gained = idealLogInvariant(idealPool(after)).sub(idealLogInvariant(idealPool(pool)))
        const lost = POWER_ERROR.mul(pool.alphaReserve.toString()).div(after.alphaReserve.toString())
        expect(gained.gte(lost.mul(-1.001))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test("and back gives no more than was paid, but for the errors of both powers", () => {
    fc.assert(
      fc.property(middlingPool, partOfReserve, (pool, part) => {
        const taoIn = amountFor(pool.taoReserve, part)
        const alpha = buy(pool, taoIn)
        const after = afterBuy(pool, taoIn, alpha)
        const profit = real(sell(after, alpha) - taoIn)
        const ofAlpha = POWER_ERROR.mul(pool.alphaReserve.toString()).mul(idealPrice(idealPool(after)))
        const ofTao = POWER_ERROR.mul(after.taoReserve.toString())
        expect(profit.lte(ofAlpha.add(ofTao))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe("what to pay in until the price is at a target", () => {
  const factor = fc.bigInt(1_001n, 30_000n)

  test("is the exact amount, cut to whole rao, but for the error of the power", () => {
    fc.assert(
      fc.property(middlingPool, factor, (pool, times) => {
        const current = currentPrice(pool)
        fc.pre(current > 2n ** 40n)
        const target = U64F64.fromBits((current * times) / 1_000n)
        const exact = idealQuoteDeltaIn(idealPool(pool), real(current), real(target))
        const short = exact.sub(real(quoteDeltaIn(pool, current, target)))
        expect(short.gte(0)).toBe(true)
        expect(short.lte(POWER_ERROR.mul(pool.taoReserve.toString()).add(1))).toBe(true)
      }),
      { numRuns: 12 },
    )
  })

  test("is exact for sales too", () => {
    fc.assert(
      fc.property(middlingPool, factor, (pool, times) => {
        const current = currentPrice(pool)
        fc.pre(current > 2n ** 40n)
        const target = U64F64.fromBits((current * 1_000n) / times)
        const exact = idealBaseDeltaIn(idealPool(pool), real(current), real(target))
        const short = exact.sub(real(baseDeltaIn(pool, current, target)))
        expect(short.gte(0)).toBe(true)
        expect(short.lte(POWER_ERROR.mul(pool.alphaReserve.toString()).add(1))).toBe(true)
      }),
      { numRuns: 12 },
    )
  })

  test("is nothing on the way back, from a price of zero, or to one", () => {
    const price = currentPrice(evenPool)
    const lower = U64F64.fromBits(price / 2n)
    expect(quoteDeltaIn(evenPool, price, lower)).toBe(0n)
    expect(baseDeltaIn(evenPool, lower, price)).toBe(0n)
    expect(quoteDeltaIn(evenPool, U64F64.ZERO, price)).toBe(0n)
    expect(baseDeltaIn(evenPool, price, U64F64.ZERO)).toBe(0n)
  })

  test("is bounded where the power exceeds what a u64 of parts can say", () => {
    const current = U64F64.fromBits(1n)
    const eighteenTimes = (2n ** 64n * evenPool.taoReserve) / 10n ** 18n - evenPool.taoReserve
    const delta = quoteDeltaIn(evenPool, current, U64F64.MAX)
    expect(delta).toBeGreaterThanOrEqual(eighteenTimes - 1n)
    expect(delta).toBeLessThanOrEqual(eighteenTimes)
  })
})
