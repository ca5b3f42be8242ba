import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { U64F64 } from "./formats.js"
import { type Real, realOfFixed, realOfInteger, realOfSafeFloat } from "./ideal/realNumbers.js"
import { I64, U64, U128 } from "./integers.js"
import { SafeFloat } from "./safeFloat.js"
import { FORMATS, integersOfEveryMagnitude, valuesOf } from "./testing/arbitraries.js"

const { ZERO, MAX_MANTISSA } = SafeFloat
const LEAST_MANTISSA = 10n ** 20n + 1n

const normalized = (exponents: { min: number; max: number }): fc.Arbitrary<SafeFloat> =>
  fc.record({
    mantissa: fc.oneof(fc.bigInt(LEAST_MANTISSA, MAX_MANTISSA), fc.constantFrom(LEAST_MANTISSA, MAX_MANTISSA)),
    exponent: fc.integer(exponents).map(BigInt),
  })
const near = normalized({ min: -30, max: 5 })
const far = normalized({ min: -60, max: 60 })
const any = fc.oneof(
  { weight: 8, arbitrary: near },
  { weight: 4, arbitrary: far },
  { weight: 1, arbitrary: fc.constant(ZERO) },
)

function isNormalized({ mantissa, exponent }: SafeFloat): boolean {
  return mantissa === 0n ? exponent === 0n : mantissa >= LEAST_MANTISSA && mantissa <= MAX_MANTISSA
}

/** Whether a result is not above the exact number, and short of it by less than `bound` of it. */
function truncates(result: SafeFloat | undefined, exact: Real, bound: number): boolean {
  if (result === undefined) return false
  const short = exact.sub(realOfSafeFloat(result))
  return short.gte(0) && short.lte(exact.mul(bound))
}

describe("a SafeFloat", () => {
  it("is normalised to a mantissa above 10^20 and at most 10^21, or zero", () => {
    fc.assert(
      fc.property(
        integersOfEveryMagnitude(0n, U128.MAX),
        integersOfEveryMagnitude(-1000n, 1000n),
        (mantissa, exponent) => {
          const created = SafeFloat.create(mantissa, exponent)
          expect(created === undefined).toBe(mantissa > MAX_MANTISSA)
          if (created === undefined) return
          expect(isNormalized(created)).toBe(true)
          const given = realOfInteger(mantissa).mul(realOfSafeFloat({ mantissa: 1n, exponent }))
          expect(realOfSafeFloat(created).equals(given)).toBe(true)
        },
      ),
    )
  })

  it("is nothing when normalising takes the exponent out of i64", () => {
    expect(SafeFloat.create(1n, I64.MIN)).toBeUndefined()
    expect(SafeFloat.create(1n, I64.MIN + 21n)).toEqual({ mantissa: MAX_MANTISSA, exponent: I64.MIN })
    const largest = { mantissa: MAX_MANTISSA, exponent: I64.MAX }
    expect(SafeFloat.add(largest, largest)).toBeUndefined()
  })

  it("of one rao is 10^21 · 10^−21", () => {
    expect(SafeFloat.fromU64(1n)).toEqual({ mantissa: 10n ** 21n, exponent: -21n })
  })
})

describe("sums and differences", () => {
  it("lose less than two units of the larger operand's last digit", () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const sum = SafeFloat.add(a, b)
        expect(sum !== undefined && isNormalized(sum)).toBe(true)
        expect(truncates(sum, realOfSafeFloat(a).add(realOfSafeFloat(b)), 2e-20)).toBe(true)
      }),
    )
  })

  it("are commutative, and adding zero changes nothing", () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(SafeFloat.add(a, b)).toEqual(SafeFloat.add(b, a))
        expect(SafeFloat.add(a, ZERO)).toEqual(a)
        expect(SafeFloat.sub(a, ZERO)).toEqual(a)
        expect(SafeFloat.sub(a, a)).toEqual(ZERO)
      }),
    )
  })

  it("subtract to zero when the second is larger, and to nothing only from zero", () => {
    fc.assert(
      fc.property(near, near, (a, b) => {
        fc.pre(realOfSafeFloat(b).gt(realOfSafeFloat(a)))
        const difference = SafeFloat.sub(a, b)
        expect(difference === undefined || difference.mantissa === 0n).toBe(true)
        expect(SafeFloat.sub(ZERO, b)).toBeUndefined()
      }),
    )
    expect(SafeFloat.sub(ZERO, ZERO)).toEqual(ZERO)
  })

  it("differ from the exact difference by less than one unit of the larger exponent", () => {
    fc.assert(
      fc.property(near, near, (a, b) => {
        const exact = realOfSafeFloat(a).sub(realOfSafeFloat(b))
        fc.pre(exact.gte(0))
        const units = [a, b].map(({ exponent }) => realOfSafeFloat({ mantissa: 1n, exponent }))
        const error = realOfSafeFloat(SafeFloat.sub(a, b) ?? ZERO).sub(exact)
        expect(units.some((unit) => error.abs().lt(unit))).toBe(true)
      }),
    )
  })
})

describe("quotients", () => {
  it("keep 20 digits", () => {
    fc.assert(
      fc.property(far, far, (a, b) => {
        expect(truncates(SafeFloat.div(a, b), realOfSafeFloat(a).div(realOfSafeFloat(b)), 1e-20)).toBe(true)
      }),
    )
  })

  it("of a product keep 19 digits", () => {
    fc.assert(
      fc.property(far, far, far, (a, b, c) => {
        const exact = realOfSafeFloat(a).mul(realOfSafeFloat(b)).div(realOfSafeFloat(c))
        expect(truncates(SafeFloat.mulDiv(a, b, c), exact, 1e-19)).toBe(true)
        expect(SafeFloat.mulDiv(a, b, b)).toEqual(a)
      }),
    )
  })

  it("by zero are nothing, of zero are zero", () => {
    fc.assert(
      fc.property(near, near, (a, b) => {
        expect(SafeFloat.div(a, ZERO)).toBeUndefined()
        expect(SafeFloat.mulDiv(a, b, ZERO)).toBeUndefined()
        expect(SafeFloat.div(ZERO, a)).toEqual(ZERO)
        expect(SafeFloat.mulDiv(ZERO, a, b)).toEqual(ZERO)
      }),
    )
  })

  it("whose exponent leaves i64 are nothing", () => {
    const huge = { mantissa: MAX_MANTISSA, exponent: I64.MAX }
    const tiny = { mantissa: MAX_MANTISSA, exponent: I64.MIN }
    expect(SafeFloat.div(huge, tiny)).toBeUndefined()
    expect(SafeFloat.mulDiv(huge, huge, huge)).toBeUndefined()
    expect(SafeFloat.mulDiv(tiny, tiny, huge)).toBeUndefined()
  })
})

describe("comparison", () => {
  it("orders normalised numbers other than zero as they are", () => {
    fc.assert(
      fc.property(far, far, (a, b) => {
        expect(SafeFloat.greaterThan(a, b)).toBe(realOfSafeFloat(a).gt(realOfSafeFloat(b)))
      }),
    )
  })

  it("takes zero for larger than every number whose exponent is below −1", () => {
    expect(SafeFloat.greaterThan(ZERO, SafeFloat.fromU64(1n))).toBe(true)
    expect(SafeFloat.greaterThan(SafeFloat.fromU64(1n), ZERO)).toBe(false)
  })
})

describe("conversion", () => {
  it("from and to u64 loses nothing", () => {
    fc.assert(
      fc.property(integersOfEveryMagnitude(0n, U64.MAX), (value) => {
        expect(SafeFloat.toU64(SafeFloat.fromU64(value))).toBe(value)
      }),
    )
  })

  it("to u64 truncates and saturates", () => {
    fc.assert(
      fc.property(any, (a) => {
        const whole = realOfSafeFloat(a).floor()
        const expected = whole.gt(realOfInteger(U64.MAX)) ? U64.MAX : BigInt(whole.toFixed(0))
        expect(SafeFloat.toU64(a)).toBe(expected)
      }),
    )
  })

  it("from U64F64 keeps 20 digits", () => {
    const [format] = FORMATS.filter(({ name }) => name === "U64F64")
    if (format === undefined) throw new Error("the formats lack U64F64")
    fc.assert(
      fc.property(valuesOf(format), (raw) => {
        const converted = SafeFloat.fromU64F64(U64F64.fromBits(raw))
        expect(truncates(converted, realOfFixed(U64F64, raw), 3e-20)).toBe(true)
      }),
    )
  })
})
