import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { U64, U128 } from "./integers.js"
import { Perquintill, type Rounding } from "./perquintill.js"
import { integersOfEveryMagnitude } from "./testing/arbitraries.js"

const { ACCURACY, ZERO, ONE } = Perquintill
const fractions = integersOfEveryMagnitude(0n, ACCURACY).map(Perquintill.fromParts)
const amounts = integersOfEveryMagnitude(0n, U128.MAX)
const positive = integersOfEveryMagnitude(1n, U128.MAX)

/** What may be left of the dividend, given what the rounded quotient accounts for. */
const ALLOWED: { readonly [rounding in Rounding]: (left: bigint, divisor: bigint) => boolean } = {
  down: (left, divisor) => left >= 0n && left < divisor,
  up: (left, divisor) => left > -divisor && left <= 0n,
  nearestTiesDown: (left, divisor) => 2n * left > -divisor && 2n * left <= divisor,
  nearestTiesUp: (left, divisor) => 2n * left >= -divisor && 2n * left < divisor,
}

function isRounded(rounding: Rounding, dividend: bigint, divisor: bigint, quotient: bigint): boolean {
  return ALLOWED[rounding](dividend - quotient * divisor, divisor)
}

describe("a Perquintill from a ratio", () => {
  it.each<Rounding>(["down", "up", "nearestTiesDown", "nearestTiesUp"])("rounds %s", (rounding) => {
    fc.assert(
      fc.property(amounts, positive, (a, q) => {
        const p = a % (q + 1n)
        const parts = Perquintill.fromRationalWithRounding(p, q, rounding)
        expect(parts !== undefined && isRounded(rounding, ACCURACY * p, q, parts)).toBe(true)
      }),
    )
  })

  it("breaks ties as its rounding says", () => {
    const twice = 2n * ACCURACY
    expect(Perquintill.fromRationalWithRounding(3n, twice, "nearestTiesDown")).toBe(1n)
    expect(Perquintill.fromRationalWithRounding(3n, twice, "nearestTiesUp")).toBe(2n)
  })

  it("above one, or with a zero below the line, is nothing or one", () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        fc.pre(a !== b)
        const [p, q] = a > b ? [a, b] : [b, a]
        expect(Perquintill.fromRationalWithRounding(p, q, "down")).toBeUndefined()
        expect(Perquintill.fromRational(p, q)).toBe(ONE)
      }),
    )
    expect(Perquintill.fromRational(0n, 0n)).toBe(ONE)
    expect(Perquintill.fromRational(1n, 2n)).toBe(ACCURACY / 2n)
  })
})

describe("the share of an amount", () => {
  it("is rounded down, up, or to the nearest with ties down, and never above the amount", () => {
    fc.assert(
      fc.property(fractions, amounts, (fraction, x) => {
        const product = fraction * x
        const floor = Perquintill.mulFloor(fraction, x)
        const ceil = Perquintill.mulCeil(fraction, x)
        expect(isRounded("down", product, ACCURACY, floor)).toBe(true)
        expect(isRounded("up", product, ACCURACY, ceil)).toBe(true)
        expect(isRounded("nearestTiesDown", product, ACCURACY, Perquintill.mulNearest(fraction, x))).toBe(true)
        expect(floor <= ceil && ceil <= x).toBe(true)
      }),
    )
  })

  it("and the rest make up the amount, give or take a rounding", () => {
    fc.assert(
      fc.property(fractions, amounts, (fraction, x) => {
        expect(Perquintill.mulFloor(fraction, x) + Perquintill.mulCeil(Perquintill.leftFromOne(fraction), x)).toBe(x)
      }),
    )
  })
})

describe("fractions among themselves", () => {
  it("stay between zero and one", () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(Perquintill.saturatingAdd(a, b)).toBe(a + b > ACCURACY ? ONE : a + b)
        expect(Perquintill.saturatingSub(a, b)).toBe(a < b ? ZERO : a - b)
        expect(Perquintill.checkedSub(a, b)).toBe(a < b ? undefined : a - b)
        expect(isRounded("down", a * b, ACCURACY, Perquintill.mul(a, b))).toBe(true)
        expect(Perquintill.div(a, b)).toBe(Perquintill.fromRational(a, b))
      }),
    )
  })

  it("are cut to one when made from more parts", () => {
    expect(Perquintill.fromParts(U64.MAX)).toBe(ONE)
  })
})
