import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cutDecimalOfBits, decimalOf, decimalOfBits, grouped, integerOfDecimal, tao } from "./decimalText.js"

describe("amounts as text", () => {
  it("are read as they are written", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
        fc.integer({ min: 0, max: 18 }),
        (amount, places) => {
          expect(integerOfDecimal(decimalOf(amount, places), places)).toBe(amount)
          expect(integerOfDecimal(grouped(decimalOf(amount, places)), places)).toBe(amount)
        },
      ),
    )
  })

  it("are TAO with up to nine places, in groups of three", () => {
    expect(tao(1_500_000_000n)).toBe("1.5")
    expect(tao(1n)).toBe("0.000000001")
    expect(tao(21_000_000_000_000_000n)).toBe("21\u202f000\u202f000")
  })

  it.each([
    ["1.5", 0],
    ["", 9],
    ["1e3", 9],
    ["1.0000000001", 9],
    ["one", 9],
    [".5", 9],
  ])("%s is no number of %i places", (text, places) => {
    expect(integerOfDecimal(text, places)).toBeUndefined()
  })

  it("of raw bits are cut, never rounded up", () => {
    expect(decimalOfBits(2n ** 32n - 1n, 32, 4)).toBe("0.9999")
    expect(cutDecimalOfBits(2n ** 31n, 32, 4)).toBe("0.5000")
    expect(cutDecimalOfBits(-(2n ** 31n), 32, 4)).toBe("−0.5000")
  })
})
