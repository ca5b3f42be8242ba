import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I32F32, I64F64, U64F64, U96F32 } from "./formats.js"
import { placesAbove, realOfDouble, realOfFixed, realOfInteger } from "./ideal/realNumbers.js"
import { I128, U64 } from "./integers.js"
import { RuntimePanic } from "./runtimePanic.js"
import { FORMATS, integersOfEveryMagnitude, valuesOf } from "./testing/arbitraries.js"

describe.each(FORMATS)("$name", (format) => {
  const nearest = (raw: bigint) => (raw < format.MIN ? format.MIN : raw > format.MAX ? format.MAX : raw)
  const inside = (raw: bigint) => raw >= format.MIN && raw <= format.MAX

  it("takes an integer exactly, or wraps, saturates or fails", () => {
    fc.assert(
      fc.property(integersOfEveryMagnitude(I128.MIN, I128.MAX), (n) => {
        const raw = n * format.ONE
        expect(format.saturatingFromInteger(n)).toBe(nearest(raw))
        expect(format.checkedFromInteger(n)).toBe(inside(raw) ? raw : undefined)
        expect((format.fromInteger(n) - raw) % (1n << BigInt(format.bits))).toBe(0n)
        expect(inside(format.fromInteger(n))).toBe(true)
      }),
    )
  })

  it("gives an integer back, floored toward −∞", () => {
    fc.assert(
      fc.property(valuesOf(format), (x) => {
        const whole = realOfFixed(format, x).floor()
        expect(realOfInteger(format.toInteger(x)).equals(whole)).toBe(true)
        const bounded = format.saturatingToU64(x)
        expect(bounded).toBe(U64.saturatingFrom(format.toInteger(x)))
        expect(format.checkedToU64(x)).toBe(bounded === format.toInteger(x) ? bounded : undefined)
        expect((format.toU64(x) - format.toInteger(x)) % (1n << 64n)).toBe(0n)
      }),
    )
  })

  it.each(FORMATS)(`takes a value of $name, floored by less than one last place`, (source) => {
    fc.assert(
      fc.property(valuesOf(source), (x) => {
        const exact = realOfFixed(source, x)
        const converted = format.checkedFromFixed(source, x)
        if (converted !== undefined) {
          const error = placesAbove(format, converted, exact)
          expect(error.lte(0) && error.gt(-1)).toBe(true)
          expect([format.fromFixed(source, x), format.saturatingFromFixed(source, x)]).toEqual([converted, converted])
        } else {
          expect(format.saturatingFromFixed(source, x)).toBe(x < 0n ? format.MIN : format.MAX)
        }
      }),
    )
  })

  it("takes a double to the nearest value", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (constant) => {
        const converted = format.saturatingFromDouble(constant)
        fc.pre(converted !== format.MIN && converted !== format.MAX)
        expect(placesAbove(format, converted, realOfDouble(constant)).abs().lte(0.5)).toBe(true)
      }),
    )
  })

  it("panics on a double that is not a number, or infinite", () => {
    for (const constant of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => format.saturatingFromDouble(constant)).toThrow(RuntimePanic)
    }
  })
})

describe("conversions that the chain depends on", () => {
  it("breaks ties of a double to even", () => {
    expect(I32F32.saturatingFromDouble(2.5 * 2 ** -32)).toBe(2n)
    expect(I32F32.saturatingFromDouble(3.5 * 2 ** -32)).toBe(4n)
    expect(I32F32.saturatingFromDouble(-2.5 * 2 ** -32)).toBe(-2n)
    expect(I32F32.saturatingFromDouble(0.1)).toBe(429_496_730n)
  })

  it("floors a negative value, so that a small negative number becomes −1", () => {
    expect(I32F32.saturatingFromFixed(I64F64, I64F64.neg(I64F64.EPSILON))).toBe(-1n)
    expect(I64F64.toI64(I64F64.neg(I64F64.EPSILON))).toBe(-1n)
    expect(I64F64.saturatingToU64(I64F64.neg(I64F64.EPSILON))).toBe(0n)
  })

  it("loses nothing on the way to a wider format and back", () => {
    fc.assert(
      fc.property(valuesOf(I32F32), (x) => {
        expect(I32F32.fromFixed(I64F64, I64F64.fromFixed(I32F32, x))).toBe(x)
      }),
    )
    expect(U96F32.saturatingFromFixed(U64F64, U64F64.MAX)).toBe((1n << 96n) - 1n)
  })
})
