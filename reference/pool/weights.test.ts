import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { U64F64 } from "../numbers/formats.js"
import { Perquintill } from "../numbers/perquintill.js"
import { idealPool, idealPrice } from "./balancer.ideal.js"
import { baseWeight, EVEN_WEIGHT, MIN_WEIGHT, updatedWeight, weightAllowed, weightForPrice } from "./weights.js"

const weight = fc.bigInt(10n ** 17n, 9n * 10n ** 17n).map(Perquintill.fromParts)
const reserve = fc.bigInt(10n ** 9n, 21n * 10n ** 15n)
const pool = fc.record({ quoteWeight: weight, alphaReserve: reserve, taoReserve: reserve })

describe("the weights of a pool", () => {
  test("add up to one, and neither is below 0.01", () => {
    expect(baseWeight(EVEN_WEIGHT)).toBe(5n * 10n ** 17n)
    expect(weightAllowed(MIN_WEIGHT)).toBe(true)
    expect(weightAllowed(Perquintill.fromParts(MIN_WEIGHT - 1n))).toBe(false)
    expect(weightAllowed(baseWeight(MIN_WEIGHT))).toBe(true)
    expect(weightAllowed(Perquintill.fromParts(baseWeight(MIN_WEIGHT) + 1n))).toBe(false)
  })
})

describe("the weight after liquidity is added", () => {
  test("is the old one when both sides grow in proportion", () => {
    const even = { quoteWeight: EVEN_WEIGHT, alphaReserve: 2_000_000n, taoReserve: 1_000_000n }
    expect(updatedWeight(even, 1_000_000n, 2_000_000n)).toBe(EVEN_WEIGHT)
  })

  test("keeps the price", () => {
    fc.assert(
      fc.property(pool, fc.bigInt(0n, 10n ** 6n), fc.bigInt(0n, 10n ** 6n), (before, taoPart, alphaPart) => {
        const taoAdded = (before.taoReserve * taoPart) / 10n ** 6n
        const alphaAdded = (before.alphaReserve * alphaPart) / 10n ** 6n
        const quoteWeight = updatedWeight(before, taoAdded, alphaAdded)
        if (quoteWeight === undefined) throw new Error("weights between 0.1 and 0.9 allow doubling either reserve")
        const after = {
          quoteWeight,
          taoReserve: before.taoReserve + taoAdded,
          alphaReserve: before.alphaReserve + alphaAdded,
        }
        const change = idealPrice(idealPool(after))
          .div(idealPrice(idealPool(before)))
          .sub(1)
          .abs()
        expect(change.lt("1e-16")).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  test("is one half where nothing is in the pool and nothing is added", () => {
    expect(updatedWeight({ quoteWeight: MIN_WEIGHT, alphaReserve: 0n, taoReserve: 0n }, 0n, 0n)).toBe(EVEN_WEIGHT)
    expect(updatedWeight({ quoteWeight: MIN_WEIGHT, alphaReserve: 0n, taoReserve: 0n }, 5n, 7n)).toBe(EVEN_WEIGHT)
  })

  test("is nothing where the pool may not have it", () => {
    const even = { quoteWeight: EVEN_WEIGHT, alphaReserve: 1_000_000n, taoReserve: 1_000_000n }
    expect(updatedWeight(even, 98_000_000n, 0n)).toBe(Perquintill.fromParts(99n * 10n ** 16n))
    expect(updatedWeight(even, 98_000_001n, 0n)).toBeUndefined()
  })
})

describe("the weight for a price", () => {
  test("gives the reserves that price", () => {
    const quarter = U64F64.fromBits(U64F64.ONE / 4n)
    expect(weightForPrice(quarter, 1_000_000n, 4_000_000n)).toBe(EVEN_WEIGHT)
    expect(weightForPrice(U64F64.ONE, 1_000_000n, 4_000_000n)).toBe(2n * 10n ** 17n)
  })

  test("is nothing for empty reserves and where the pool may not have it", () => {
    expect(weightForPrice(U64F64.ONE, 0n, 0n)).toBeUndefined()
    expect(weightForPrice(U64F64.ONE, 1n, 100n)).toBeUndefined()
    expect(weightForPrice(U64F64.ONE, 1n, 99n)).toBe(MIN_WEIGHT)
  })
})
