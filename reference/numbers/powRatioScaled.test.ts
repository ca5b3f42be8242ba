import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ideal, realOfInteger } from "./ideal/realNumbers.js"
import { powRatioScaled } from "./powRatioScaled.js"

const SCALE = 10n ** 18n
const PRECISION = 256
const reserves = fc.bigInt(1n, (1n << 64n) - 1n)

describe("the exact power", () => {
  it("is the largest integer that is not above it", () => {
    const small = fc.bigInt(1n, 24n)
    fc.assert(
      fc.property(reserves, reserves, small, small, fc.bigInt(1n, SCALE), (p, q, n, d, scale) => {
        const result = powRatioScaled(p, q, n, d, PRECISION, scale) ?? 0n
        const radicand = p ** n * scale ** d
        expect(result ** d * q ** n <= radicand).toBe(true)
        expect((result + 1n) ** d * q ** n > radicand).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it("to the power one is the ratio, scaled and rounded down", () => {
    fc.assert(
      fc.property(reserves, reserves, (p, q) => {
        expect(powRatioScaled(p, q, 500_000n, 500_000n, PRECISION, SCALE)).toBe((p * SCALE) / q)
      }),
    )
  })

  it("reaches to exponents of 1024, reduced", () => {
    expect(powRatioScaled(4n, 1n, 1024n, 2048n, PRECISION, SCALE)).toBe(2n * SCALE)
    expect(powRatioScaled(2n, 1n, 1024n, 1n, PRECISION, 1n)).toBe(1n << 1024n)
  })
})

describe("the approximate power", () => {
  it("is the power rounded down, for weights and reserves as pools have them", () => {
    const weights = fc.bigInt(SCALE / 5n, (4n * SCALE) / 5n).filter((w) => w % 2n === 1n)
    fc.assert(
      fc.property(reserves, reserves, weights, (x, dx, w) => {
        // Cancellation in the series costs digits as e^|exponent × ln(base)|; see the last test for what follows.
        fc.pre(dx / x < 1n << 12n)
        const result = powRatioScaled(x, x + dx, w, SCALE - w, PRECISION, SCALE) ?? -1n
        const base = realOfInteger(x).div(realOfInteger(x + dx))
        const exact = ideal.powRatioScaled(base, realOfInteger(w).div(realOfInteger(SCALE - w)), realOfInteger(SCALE))
        const short = exact.sub(realOfInteger(result))
        expect(short.gt(-1e-20) && short.lt(1 + 1e-20)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it("of one is one", () => {
    expect(powRatioScaled(7n, 7n, 10n ** 18n - 1n, 10n ** 18n, PRECISION, SCALE)).toBe(SCALE)
  })

  it("does not depend on a precision below what the scale needs", () => {
    const power = (precision: number) => powRatioScaled(2n, 3n, 1n, 2_000n, precision, SCALE)
    expect(power(0)).toBe(power(68))
    expect(power(68)).toBe(power(256))
  })

  it("is far off when the exponential's series cancels more digits than there are", () => {
    // (2^−55)^5.7 is below 10^−90; the alternating series leaves only its rounding errors.
    const result = powRatioScaled(512n, 2n ** 64n - 2n, 851_117_489_518_399_550n, 148_882_510_481_600_450n, 64, 4_118n)
    expect(result).toBe(
      2_479_400_575_228_184_931_398_408_152_948_764_450_174_853_701_913_565_708_411_342_781_130_558_815_444_955_006_237_140_052_018_360n,
    )
  })
})

describe("degenerate arguments", () => {
  it("give nothing for a zero denominator, before anything else", () => {
    expect(powRatioScaled(0n, 0n, 1n, 1n, PRECISION, SCALE)).toBeUndefined()
    expect(powRatioScaled(0n, 1n, 1n, 0n, PRECISION, SCALE)).toBeUndefined()
  })

  it("give zero for a zero base, whatever the signs of the rest", () => {
    expect(powRatioScaled(0n, -1n, -1n, -1n, PRECISION, -1n)).toBe(0n)
    expect(powRatioScaled(0n, 1n, 0n, 1n, PRECISION, SCALE)).toBe(0n)
  })

  it("give nothing for anything negative", () => {
    expect(powRatioScaled(-1n, 1n, 1n, 1n, PRECISION, SCALE)).toBeUndefined()
    expect(powRatioScaled(1n, -1n, 1n, 1n, PRECISION, SCALE)).toBeUndefined()
    expect(powRatioScaled(1n, 1n, -1n, 1n, PRECISION, SCALE)).toBeUndefined()
    expect(powRatioScaled(1n, 1n, 1n, -1n, PRECISION, SCALE)).toBeUndefined()
    expect(powRatioScaled(1n, 1n, 1n, 1n, PRECISION, -1n)).toBeUndefined()
  })

  it("give the scale for an exponent of zero", () => {
    expect(powRatioScaled(5n, 3n, 0n, 9n, PRECISION, 42n)).toBe(42n)
  })
})
