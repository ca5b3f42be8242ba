import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I32F32, I64F64, U64F64, U110F18 } from "./formats.js"
import { ideal, placesAbove, realOfFixed } from "./ideal/realNumbers.js"
import { checkedLn, checkedLog, checkedPow, checkedSqrt } from "./safeMath.js"
import { FORMATS, SIGNED_FORMATS, valuesOf } from "./testing/arbitraries.js"

describe.each(FORMATS)("checkedPow in $name", (format) => {
  const { ZERO, ONE, MAX } = format

  it("of whole numbers is exact until it saturates", () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(40), (base, exponent) => {
        const exact = format.saturatingFromInteger(BigInt(base) ** BigInt(exponent))
        const result = checkedPow(format, format.fromInteger(base), exponent) ?? ZERO
        // Saturated factors multiply on: only that the bound is not left again is certain.
        if (exact === MAX) expect(result > MAX >> 1n).toBe(true)
        else expect(result).toBe(exact)
      }),
    )
  })

  it("of a fraction loses at most one place a product, times the products that follow", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, ONE), fc.integer({ min: 1, max: 64 }), (base, exponent) => {
        const error = placesAbove(
          format,
          checkedPow(format, base, exponent) ?? ZERO,
          ideal.pow(realOfFixed(format, base), realOfFixed({ fractionBits: 0 }, BigInt(exponent))),
        )
        expect(error.lte(0) && error.gt(-2 * exponent)).toBe(true)
      }),
    )
  })

  it("to a negative power is the inverse, zero where that overflows, and nothing for zero", () => {
    fc.assert(
      fc.property(
        valuesOf(format).filter((x) => x !== 0n),
        fc.integer({ min: 1, max: 20 }),
        (base, exponent) => {
          const positive = checkedPow(format, base, exponent) ?? ZERO
          expect(checkedPow(format, base, -exponent)).toBe(format.safeDiv(ONE, positive))
        },
      ),
    )
    expect(checkedPow(format, ZERO, -1)).toBeUndefined()
    expect(checkedPow(format, ZERO, 0)).toBe(ONE)
    expect(checkedPow(format, ZERO, 5)).toBe(ZERO)
  })
})

describe.each(FORMATS)("checkedSqrt in $name", (format) => {
  it("is within epsilon and two last places of the root", () => {
    const largest = (1n << BigInt(Math.min(format.bits - 2, format.fractionBits + 60))) - 1n
    const epsilons = fc.bigInt(4n, format.ONE)
    fc.assert(
      fc.property(fc.bigInt(1n, largest), fc.nat(100), epsilons, (any, shift, epsilon) => {
        const x = any >> BigInt(Math.min(shift, format.bits - 3))
        const root = checkedSqrt(format, x, epsilon) ?? format.ZERO
        // The end is reached by converging, not by running out of steps.
        fc.pre(root > 0n && format.absDiff(format.safeDiv(x, root), root) <= epsilon)
        const error = placesAbove(format, root, ideal.sqrt(realOfFixed(format, x))).abs()
        expect(error.lte(Number(epsilon) + 2)).toBe(true)
      }),
    )
  })

  it("is nothing for a negative number, and ends without converging after 129 steps", () => {
    if (format.signed) expect(checkedSqrt(format, -1n, format.ZERO)).toBeUndefined()
    expect(checkedSqrt(format, format.fromInteger(2), format.ZERO)).toBeDefined()
  })
})

describe.each(SIGNED_FORMATS)("checkedLn in $name", (format) => {
  const real = (raw: bigint) => realOfFixed(format, raw)

  it("misses the logarithm by no more than the terms that its series leaves out", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 1n << BigInt(format.fractionBits + 20)), (x) => {
        const result = checkedLn(format, x)
        if (result === undefined) return
        const omitted = (mantissaOf(x) - 1) ** 9 / 9
        expect(
          real(result)
            .sub(ideal.ln(real(x)))
            .abs()
            .toNumber(),
        ).toBeLessThan(omitted + 1e-6)
      }),
    )
  })

  it("is nothing for what is not positive", () => {
    expect(checkedLn(format, format.ZERO)).toBeUndefined()
    expect(checkedLn(format, -1n)).toBeUndefined()
  })

  it("gives logarithms to any base as a quotient, and nothing to base one", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, format.MAX), fc.bigInt(1n, format.MAX), (x, base) => {
        const ofX = checkedLn(format, x)
        const ofBase = checkedLn(format, base)
        const expected = ofX === undefined || ofBase === undefined ? undefined : format.checkedDiv(ofX, ofBase)
        expect(checkedLog(format, x, base)).toBe(base === format.ONE ? undefined : expected)
      }),
    )
    expect(checkedLog(format, format.ONE, format.ONE)).toBeUndefined()
    expect(checkedLog(format, format.ONE, -1n)).toBeUndefined()
  })
})

/** x ÷ the largest power of two not above it, cut to 50 bits: in [1, 2). */
function mantissaOf(x: bigint): number {
  const kept = x.toString(2).slice(0, 50)
  return Number(BigInt(`0b${kept}`)) / 2 ** (kept.length - 1)
}

describe("what safe math's own documentation promises", () => {
  it("2.5 cubed is 15.625, and 1.5 to the −2 about 0.44444444", () => {
    expect(checkedPow(U64F64, U64F64.saturatingFromDouble(2.5), 3)).toBe(U64F64.saturatingFromDouble(15.625))
    const inverse = checkedPow(I32F32, I32F32.saturatingFromDouble(1.5), -2) ?? I32F32.ZERO
    expect(I32F32.absDiff(inverse, I32F32.saturatingFromDouble(4 / 9))).toBeLessThan(4n)
  })

  it("the root of 441·10^30 is 21·10^15 to within 1000", () => {
    const root = checkedSqrt(U110F18, U110F18.fromInteger(441n * 10n ** 30n), U110F18.fromInteger(1000)) ?? U110F18.ZERO
    expect(U110F18.absDiff(root, U110F18.fromInteger(21n * 10n ** 15n))).toBeLessThan(U110F18.fromInteger(1001))
  })

  it("ln 10 is 2.302585 to five places", () => {
    const result = checkedLn(I64F64, I64F64.fromInteger(10)) ?? I64F64.ZERO
    expect(I64F64.absDiff(result, I64F64.saturatingFromDouble(Math.LN10))).toBeLessThan(
      I64F64.saturatingFromDouble(0.00001),
    )
  })
})
