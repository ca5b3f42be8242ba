import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { FixedFormat } from "./fixedPoint.js"
import { I32F32, I64F64, I96F32, U96F32 } from "./formats.js"
import { ideal, placesAbove, type Real, realOfFixed, realOfInteger } from "./ideal/realNumbers.js"
import { FORMATS, SIGNED_FORMATS, valuesOf } from "./testing/arbitraries.js"
import { exp, ln, log2, pow, sqrt } from "./transcendental.js"

/** log2(e) as the chain knows it: 23 binary places. */
const CHAINS_LOG2_E = realOfFixed({ fractionBits: 23 }, 12_102_203n)

/** By how many last places a result differs from the real one, nothing being no difference. */
function distance(format: FixedFormat<bigint>, result: bigint | undefined, exact: Real): number {
  return result === undefined ? 0 : placesAbove(format, result, exact).abs().toNumber()
}

/** Values whose magnitude is below a power of two. */
function below(format: FixedFormat<bigint>, powerOfTwo: number): fc.Arbitrary<bigint> {
  const bound = (1n << BigInt(format.fractionBits + powerOfTwo)) - 1n
  return fc.bigInt(format.signed ? -bound : 0n, bound)
}

describe.each(SIGNED_FORMATS)("in $name", (format) => {
  const { ZERO, ONE } = format
  const real = (raw: bigint) => realOfFixed(format, raw)
  const positive = valuesOf(format).filter((x) => x > 0n)

  it("log2 is within 4 last places of the binary logarithm", () => {
    fc.assert(
      fc.property(positive, (x) => {
        expect(distance(format, log2(format, x), ideal.log2(real(x)))).toBeLessThan(4)
      }),
    )
  })

  it("log2 of a power of two is exact", () => {
    for (let power = 0; power < format.integerBits - 1; power++) {
      expect(log2(format, ONE << BigInt(power))).toBe(format.fromInteger(power))
    }
  })

  it("ln is within 4 last places of log2(x) over a log2(e) of 23 places, so within 2^−25 of the true one", () => {
    fc.assert(
      fc.property(positive, (x) => {
        const result = ln(format, x)
        expect(distance(format, result, ideal.log2(real(x)).div(CHAINS_LOG2_E))).toBeLessThan(4)
        if (result === undefined) return
        const tolerance = ideal
          .ln(real(x))
          .abs()
          .mul(realOfFixed({ fractionBits: 25 }, 1n))
          .add(real(4n))
        expect(
          real(result)
            .sub(ideal.ln(real(x)))
            .abs()
            .lte(tolerance),
        ).toBe(true)
      }),
    )
  })

  it("logarithms of what is not positive, or has no inverse in the format, are nothing", () => {
    for (const logarithm of [log2, ln]) {
      expect(logarithm(format, ZERO)).toBeUndefined()
      expect(logarithm(format, format.MIN)).toBeUndefined()
    }
    expect(log2(I32F32, I32F32.fromBits(2n))).toBeUndefined()
    expect(log2(I32F32, I32F32.fromBits(3n))).toBeDefined()
    expect(log2(I96F32, I96F32.EPSILON)).toBe(I96F32.fromInteger(-32))
  })

  it("exp is within 16 last places of e^x up to magnitude 1, and 64 up to 4", () => {
    const isShortcut = (x: bigint) => x === ONE
    fc.assert(
      fc.property(below(format, 0), (x) => {
        fc.pre(!isShortcut(x))
        expect(distance(format, exp(format, x), ideal.exp(real(x)))).toBeLessThan(24)
      }),
    )
    fc.assert(
      fc.property(below(format, 2), (x) => {
        fc.pre(!isShortcut(x))
        expect(distance(format, exp(format, x), ideal.exp(real(x)))).toBeLessThan(64)
      }),
    )
  })

  it("exp of larger numbers is the series cut after as many terms as there are places", () => {
    fc.assert(
      fc.property(fc.bigInt(4n * ONE, 16n * ONE), (x) => {
        const series = ideal.expSeries(real(x), format.fractionBits)
        const result = exp(format, x)
        // Every one of the terms loses up to one place, which later terms multiply: by e^x at most.
        if (result !== undefined) {
          expect(
            placesAbove(format, result, series)
              .div(ideal.exp(real(x)))
              .abs()
              .lt(format.fractionBits),
          ).toBe(true)
        }
      }),
    )
  })

  it("exp(0) is one, exp(1) a constant of 23 places, exp(−x) the inverse of exp(x)", () => {
    expect(exp(format, ZERO)).toBe(ONE)
    expect(exp(format, ONE)).toBe(22_802_600n << BigInt(format.fractionBits - 23))
    fc.assert(
      fc.property(below(format, 3), (x) => {
        fc.pre(x > 0n && x !== ONE)
        const power = exp(format, x)
        expect(exp(format, -x)).toBe(power === undefined ? undefined : format.checkedDiv(ONE, power))
      }),
    )
  })

  it("exp is nothing when a term leaves the format, or the magnitude of x does", () => {
    expect(exp(format, format.MAX)).toBeUndefined()
    expect(exp(format, format.MIN)).toBeUndefined()
  })

  it("pow is exp of the exponent times ln of the base, but for the special cases", () => {
    fc.assert(
      fc.property(positive, below(format, 3), (base, exponent) => {
        fc.pre(exponent !== 0n && exponent !== ONE)
        const logarithm = ln(format, base)
        const product = logarithm === undefined ? undefined : format.checkedMul(logarithm, exponent)
        expect(pow(format, base, exponent)).toBe(product === undefined ? undefined : exp(format, product))
      }),
    )
    fc.assert(
      fc.property(valuesOf(format), (x) => {
        expect(pow(format, ZERO, x)).toBe(ZERO)
        if (x !== 0n) expect(pow(format, x, ZERO)).toBe(ONE)
        if (x !== 0n) expect(pow(format, x, ONE)).toBe(x)
        if (x < 0n) expect(pow(format, x, ONE + ONE)).toBeUndefined()
      }),
    )
  })

  it("pow of moderate numbers is within 2^−16 of the true power", () => {
    fc.assert(
      fc.property(fc.bigInt(ONE / 4n, 4n * ONE), below(format, 1), (base, exponent) => {
        const result = pow(format, base, exponent)
        const exact = ideal.pow(real(base), real(exponent))
        if (result === undefined) return
        expect(
          real(result)
            .sub(exact)
            .abs()
            .div(exact)
            .lt(2 ** -16),
        ).toBe(true)
      }),
    )
  })
})

describe.each(FORMATS)("sqrt in $name", (format) => {
  const { ZERO, ONE, fractionBits } = format
  const real = (raw: bigint) => realOfFixed(format, raw)

  it("is within one last place of the root, from one to where its steps suffice", () => {
    const largest = (1n << BigInt(Math.min(format.bits - 1, 3 * fractionBits - 12))) - 1n
    fc.assert(
      fc.property(fc.bigInt(ONE, largest), fc.nat(fractionBits), (any, shift) => {
        const x = any >> BigInt(shift)
        fc.pre(x >= ONE)
        const error = placesAbove(format, sqrt(format, x) ?? ZERO, ideal.sqrt(real(x)))
        expect(error.abs().lt(1)).toBe(true)
      }),
    )
  })

  it("is the inverse of the root of the inverse below one", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, ONE - 1n), (x) => {
        const inverse = format.checkedDiv(ONE, x)
        const root = inverse === undefined ? undefined : sqrt(format, inverse)
        expect(sqrt(format, x)).toBe(root === undefined ? undefined : format.checkedDiv(ONE, root))
      }),
    )
  })

  it("is exact for zero and one, and nothing for negative numbers", () => {
    expect(sqrt(format, ZERO)).toBe(ZERO)
    expect(sqrt(format, ONE)).toBe(ONE)
    if (format.signed) expect(sqrt(format, -1n)).toBeUndefined()
  })
})

describe("where the chain's functions stray from mathematics", () => {
  it("the exponential of large numbers is too small: e^20 in I32F32 by more than one in a hundred thousand", () => {
    const twenty = I32F32.fromInteger(20)
    const result = realOfFixed(I32F32, exp(I32F32, twenty) ?? 0n)
    const loss = realOfInteger(1).sub(result.div(ideal.exp(realOfInteger(20))))
    expect(loss.gt(1e-5)).toBe(true)
    expect(exp(I64F64, I64F64.fromInteger(20))).toBeDefined()
  })

  it("the root of large numbers is too large, because the steps end before they have converged", () => {
    const large = U96F32.fromInteger(1n << 90n)
    expect(U96F32.toInteger(sqrt(U96F32, large) ?? U96F32.ZERO)).toBeGreaterThan(1n << 46n)
  })
})
