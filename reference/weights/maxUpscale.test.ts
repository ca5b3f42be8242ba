import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { maxUpscale } from "./maxUpscale.js"

const weights = fc.array(fc.integer({ min: 0, max: 65_535 }), { maxLength: 40 })

describe("max-upscaling", () => {
  it("leaves no weights and zeros as they are", () => {
    expect(maxUpscale([])).toEqual([])
    expect(maxUpscale([0, 0])).toEqual([0, 0])
  })

  it("makes the largest 65535", () => {
    expect(maxUpscale([1])).toEqual([65_535])
    expect(maxUpscale([0, 1, 2])).toEqual([0, 32_768, 65_535])
    expect(maxUpscale([65_535, 65_534, 1])).toEqual([65_535, 65_534, 1])
  })

  it("rounds halves upward where it divides the product", () => {
    // 16383 × 65535 ÷ 32766 is 32767.5 exactly.
    expect(maxUpscale([32_766, 16_383])).toEqual([65_535, 32_768])
  })

  it("falls short of a half above 32768, where the factor is cut down first", () => {
    // 16385 × 65535 ÷ 32770 is 32767.5 exactly; the factor cut down to 2^-32 makes it a little less.
    expect(maxUpscale([32_770, 16_385])).toEqual([65_535, 32_767])
  })

  it("keeps the order of the weights and comes within half a unit and the loss of the factor", () => {
    fc.assert(
      fc.property(weights, (values) => {
        const largest = Math.max(0, ...values)
        const upscaled = maxUpscale(values)
        fc.pre(largest > 0)
        expect(Math.max(...upscaled)).toBe(65_535)
        values.forEach((value, place) => {
          const ideal = (value * 65_535) / largest
          expect(Math.abs((upscaled[place] ?? -1) - ideal)).toBeLessThanOrEqual(0.5 + 65_535 / 2 ** 32)
        })
      }),
    )
  })

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(weights, (values) => {
        const once = maxUpscale(values)
        expect(maxUpscale(once)).toEqual(once)
      }),
    )
  })
})
