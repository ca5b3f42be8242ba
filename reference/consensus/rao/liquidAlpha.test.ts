import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I32F32 } from "../../numbers/formats.js"
import { fractionOfU16 } from "../proportions.js"
import { matrixOf } from "../testing/epochInputs.js"
import { averageBonds } from "./bondAverage.js"
import { liquidAlphas, logisticCurve, quartile, valueOfCurve } from "./liquidAlpha.js"

const bits = (raw: bigint) => I32F32.fromBits(raw)
const of = (...percents: readonly number[]) => percents.map((percent) => bits((I32F32.ONE * BigInt(percent)) / 100n))
const near = (a: bigint, b: bigint) => expect(a > b ? a - b : b - a).toBeLessThan(1n << 12n)
const range = { alphaLow: fractionOfU16(45_875), alphaHigh: fractionOfU16(58_982) }
const consensus = fc.array(fc.bigInt(0n, I32F32.ONE).map(bits), { minLength: 1, maxLength: 8 })

describe("a quartile", () => {
  it("is a value where its place is whole, and lies between two values else", () => {
    expect(quartile(of(40, 10, 30, 20, 50), 1)).toBe(of(20)[0])
    expect(quartile(of(40, 10, 30, 20, 50), 3)).toBe(of(40)[0])
    expect(quartile([0n, 4n].map(bits), 1)).toBe(1n)
    expect(quartile([0n, 4n].map(bits), 3)).toBe(3n)
  })

  it("is zero of nothing, and the value of a single one", () => {
    expect(quartile([], 3)).toBe(0n)
    expect(quartile([9n].map(bits), 1)).toBe(9n)
  })

  it("grows with its number", () => {
    fc.assert(
      fc.property(consensus, (values) => {
        const quartiles = [0, 1, 2, 3, 4].map((number) => quartile(values, number))
        expect(quartiles.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(quartiles)
      }),
    )
  })
})

describe("the logistic curve", () => {
  it("gives the lower bound at the lower quartile and the upper bound at the higher", () => {
    const [lower = I32F32.ZERO, higher = I32F32.ZERO] = of(10, 60)
    const curve = logisticCurve(range, lower, higher)
    near(valueOfCurve(curve, lower), range.alphaLow)
    near(valueOfCurve(curve, higher), range.alphaHigh)
  })

  it("is flat at one half where the quartiles are equal or a bound is zero", () => {
    const [lower = I32F32.ZERO, higher = I32F32.ZERO] = of(10, 60)
    const flat = [logisticCurve(range, lower, lower), logisticCurve({ ...range, alphaLow: I32F32.ZERO }, lower, higher)]
    for (const curve of flat) expect(valueOfCurve(curve, higher)).toBe(I32F32.ONE >> 1n)
  })

  it("gives one where its exponential is beyond the format", () => {
    const steep = { slope: I32F32.ONE, intercept: I32F32.fromInteger(30) }
    expect(valueOfCurve(steep, I32F32.ZERO)).toBe(I32F32.ONE)
  })
})

describe("liquid alpha", () => {
  it("lies within its range for every neuron", () => {
    fc.assert(
      fc.property(consensus, (values) => {
        for (const alpha of liquidAlphas(values, range) ?? []) {
          expect(alpha).toBeGreaterThanOrEqual(range.alphaLow)
          expect(alpha).toBeLessThanOrEqual(range.alphaHigh)
        }
      }),
    )
  })

  it("has no effect where the upper quartile of consensus is zero", () => {
    expect(liquidAlphas(of(0, 0, 0, 0, 0, 90), range)).toBeUndefined()
    expect(liquidAlphas(of(0, 0, 10, 90), range)).toHaveLength(4)
  })
})

describe("the average of bonds", () => {
  const settings = { consensus: of(0, 0, 0), bondsMovingAverage: 900_000n, liquidAlpha: undefined }
  const [tenth = I32F32.ZERO, half = I32F32.ZERO, nine = I32F32.ZERO] = of(10, 50, 90)

  it("takes a tenth of what is bought with a moving average of 900,000", () => {
    const [[entry] = []] = averageBonds([[[1, I32F32.ONE]]], [[]], settings)
    expect(entry).toBeUndefined()
    const [row = []] = averageBonds([[[0, I32F32.ONE]]], [[[0, I32F32.ZERO]]], settings)
    near(row[0]?.[1] ?? 0n, tenth)
  })

  it("takes as much of it for each neuron as its alpha says where liquid alpha has an effect", () => {
    const flat = { alphaLow: half, alphaHigh: nine }
    const liquid = { ...settings, consensus: of(10, 10, 10), liquidAlpha: flat }
    const [row = []] = averageBonds([[[0, I32F32.ONE]], [], []], [[[2, I32F32.ONE]], [], []], liquid)
    expect(row).toEqual([
      [0, half],
      [2, half],
    ])
  })

  it("stays between zero and one, and is one where both are", () => {
    const liquid = { ...settings, consensus: of(10, 50, 90), liquidAlpha: range }
    fc.assert(
      fc.property(matrixOf(3, 3), matrixOf(3, 3), (bought, held) => {
        const values = averageBonds(bought, held, liquid).flatMap((row) => row.map(([, value]) => value))
        expect(values.every((value) => value > 0n && value <= I32F32.ONE)).toBe(true)
      }),
    )
  })
})
