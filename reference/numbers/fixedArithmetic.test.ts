import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { placesAbove, realOfFixed } from "./ideal/realNumbers.js"
import { RuntimePanic } from "./runtimePanic.js"
import { FORMATS, valuesOf } from "./testing/arbitraries.js"

describe.each(FORMATS)("$name", (format) => {
  const { MIN, MAX, ZERO, ONE } = format
  const value = valuesOf(format)
  const pair = fc.tuple(value, value)
  const modulus = 1n << BigInt(format.bits)
  const real = (raw: bigint) => realOfFixed(format, raw)

  it("has the number one fractionBits up, and a last place of one raw unit", () => {
    expect(ONE).toBe(1n << BigInt(format.fractionBits))
    expect(format.EPSILON).toBe(1n)
    expect(MAX - MIN + 1n).toBe(modulus)
    expect(() => format.fromBits(MAX + 1n)).toThrow(RangeError)
    expect(() => format.fromBits(MIN - 1n)).toThrow(RangeError)
  })

  it("adds and subtracts exactly within the format", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const sum = format.checkedAdd(a, b)
        const difference = format.checkedSub(a, b)
        if (sum !== undefined) expect(placesAbove(format, sum, real(a).add(real(b))).isZero()).toBe(true)
        if (difference !== undefined) expect(placesAbove(format, difference, real(a).sub(real(b))).isZero()).toBe(true)
        expect(sum === undefined).toBe(a + b < MIN || a + b > MAX)
        expect(difference === undefined).toBe(a - b < MIN || a - b > MAX)
      }),
    )
  })

  it("floors a product toward −∞, by less than one last place", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const product = format.checkedMul(a, b)
        fc.pre(product !== undefined)
        const error = placesAbove(format, product ?? ZERO, real(a).mul(real(b)))
        expect(error.lte(0) && error.gt(-1)).toBe(true)
      }),
    )
  })

  it("truncates a quotient toward zero, by less than one last place", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const quotient = format.checkedDiv(a, b)
        fc.pre(quotient !== undefined)
        const exact = real(a).div(real(b))
        const error = placesAbove(format, quotient ?? ZERO, exact)
        const awayFromZero = exact.isNegative() ? error.neg() : error
        expect(awayFromZero.lte(0) && awayFromZero.gt(-1)).toBe(true)
      }),
    )
  })

  it("saturates at the bound on whose side the exact result lies", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const sameSign = a < 0n === b < 0n
        if (format.checkedMul(a, b) === undefined) expect(format.saturatingMul(a, b)).toBe(sameSign ? MAX : MIN)
        else expect(format.saturatingMul(a, b)).toBe(format.checkedMul(a, b))
        if (b === 0n) return
        if (format.checkedDiv(a, b) === undefined) expect(format.saturatingDiv(a, b)).toBe(sameSign ? MAX : MIN)
        else expect(format.saturatingDiv(a, b)).toBe(format.checkedDiv(a, b))
      }),
    )
  })

  it("wraps plain results modulo 2^bits", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect((format.add(a, b) - (a + b)) % modulus).toBe(0n)
        expect((format.sub(a, b) - (a - b)) % modulus).toBe(0n)
        expect((format.mul(a, b) - ((a * b) >> BigInt(format.fractionBits))) % modulus).toBe(0n)
        expect((format.neg(a) + a) % modulus).toBe(0n)
        for (const result of [format.add(a, b), format.sub(a, b), format.mul(a, b), format.neg(a)]) {
          expect(result >= MIN && result <= MAX).toBe(true)
        }
      }),
    )
  })

  it("keeps the laws of arithmetic", () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(format.add(format.add(a, b), c)).toBe(format.add(a, format.add(b, c)))
        expect(format.sub(format.add(a, b), b)).toBe(a)
        expect(format.mul(a, b)).toBe(format.mul(b, a))
        expect(format.mul(a, ONE)).toBe(a)
        expect(format.div(a, ONE)).toBe(a)
        if (a !== 0n) expect(format.div(a, a)).toBe(ONE)
        expect(format.absDiff(a, b)).toBe(format.absDiff(b, a))
      }),
    )
  })

  it("leaves a remainder of the dividend's sign, smaller than the divisor", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        fc.pre(b !== 0n)
        const remainder = format.rem(a, b)
        expect((a - remainder) % b).toBe(0n)
        expect(remainder === 0n || remainder > 0n === a > 0n).toBe(true)
        expect((remainder < 0n ? -remainder : remainder) < (b < 0n ? -b : b)).toBe(true)
      }),
    )
  })

  it("panics on plain division by zero, and gives nothing, zero or the default where it is safe", () => {
    expect(() => format.div(ONE, ZERO)).toThrow(RuntimePanic)
    expect(() => format.rem(ONE, ZERO)).toThrow(RuntimePanic)
    expect(() => format.saturatingDiv(ONE, ZERO)).toThrow(RuntimePanic)
    expect(format.checkedDiv(ONE, ZERO)).toBeUndefined()
    expect(format.safeDiv(ONE, ZERO)).toBe(ZERO)
    expect(format.safeDivOr(ONE, ZERO, ONE)).toBe(ONE)
  })

  it("gives zero, not the bound, when a safe division overflows", () => {
    expect(format.safeDiv(MAX, format.EPSILON)).toBe(ZERO)
    expect(format.safeDivOr(MAX, format.EPSILON, ONE)).toBe(ONE)
    expect(format.saturatingDiv(MAX, format.EPSILON)).toBe(MAX)
  })

  it("rounds to whole numbers: down, up, to the nearest with ties away from zero, toward zero", () => {
    fc.assert(
      fc.property(value, (a) => {
        const exact = real(a)
        expect(placesAbove(format, format.floor(a), exact.floor()).isZero()).toBe(true)
        expect(format.frac(a)).toBe(a - format.floor(a))
        const up = format.checkedCeil(a)
        const nearest = format.checkedRound(a)
        if (up !== undefined) expect(placesAbove(format, up, exact.ceil()).isZero()).toBe(true)
        // decimal.js rounds halves away from zero by default.
        if (nearest !== undefined) expect(placesAbove(format, nearest, exact.round()).isZero()).toBe(true)
        expect(placesAbove(format, format.roundToZero(a), exact.trunc()).isZero()).toBe(true)
        if (up !== undefined) expect(format.ceil(a)).toBe(up)
        if (nearest !== undefined) expect(format.round(a)).toBe(nearest)
      }),
    )
  })

  it("wraps when rounding up leaves the format", () => {
    expect(format.checkedCeil(MAX)).toBeUndefined()
    expect(format.checkedRound(MAX)).toBeUndefined()
    expect(format.ceil(MAX)).toBe(MIN)
    expect(format.round(MAX)).toBe(MIN)
  })
})

describe.each(FORMATS.filter((format) => format.signed))("$name, of the smallest value,", (format) => {
  it("has a negation that wraps to itself, saturates or fails", () => {
    expect(format.neg(format.MIN)).toBe(format.MIN)
    expect(format.abs(format.MIN)).toBe(format.MIN)
    expect(format.saturatingNeg(format.MIN)).toBe(format.MAX)
    expect(format.checkedNeg(format.MIN)).toBeUndefined()
  })
})
