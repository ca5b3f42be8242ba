import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I32F32 } from "../numbers/formats.js"
import { placesAbove, realOfFixed } from "../numbers/ideal/realNumbers.js"
import { idealLiquidAlpha } from "./ideal/liquidAlpha.js"
import { clamp, expSafe, liquidAlpha } from "./liquidAlpha.js"
import { liquidMovingAverage } from "./liquidBonds.js"
import type { SparseMatrix, SparseRow } from "./sparseMatrix.js"
import { fraction } from "./testing/epochInputs.js"
import { averageBonds } from "./yuma3.js"

const bits = (raw: bigint) => I32F32.fromBits(raw)
const real = (value: I32F32) => realOfFixed(I32F32, value)
const HALF = bits(I32F32.ONE / 2n)
const range = { alphaLow: bits(I32F32.ONE / 10n), alphaHigh: bits((I32F32.ONE * 9n) / 10n) }
const parameters = { ...range, steepness: I32F32.fromInteger(1000) }

describe("liquid alpha", () => {
  it("lies between low and high", () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, fc.integer({ min: -32_768, max: 32_767 }), (c, w, b, steepness) => {
        const alpha = liquidAlpha(c, w, b, { ...range, steepness: I32F32.fromInteger(steepness) })
        expect(alpha).toBeGreaterThanOrEqual(range.alphaLow)
        expect(alpha).toBeLessThanOrEqual(range.alphaHigh)
      }),
    )
  })

  it("is within 64 last places of the sigmoid over the real numbers at the usual steepness", () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (c, w, b) => {
        const exact = idealLiquidAlpha(real(c), real(w), real(b), {
          alphaLow: real(range.alphaLow),
          alphaHigh: real(range.alphaHigh),
          steepness: real(I32F32.fromInteger(10)),
        })
        expect(
          placesAbove(I32F32, liquidAlpha(c, w, b, parameters), exact)
            .abs()
            .toNumber(),
        ).toBeLessThan(64)
      }),
    )
  })

  it("is the middle of the range where a validator moved by one half", () => {
    const alpha = liquidAlpha(I32F32.ZERO, HALF, I32F32.ZERO, parameters)
    expect(alpha).toBe(range.alphaLow + (range.alphaHigh - range.alphaLow) / 2n)
  })

  it("grows with the distance ahead of consensus", () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const [near, far] = [I32F32.min(a, b), I32F32.max(a, b)]
        const of = (weight: I32F32) => liquidAlpha(I32F32.ZERO, weight, I32F32.ZERO, parameters)
        expect(of(far)).toBeGreaterThanOrEqual(of(near))
      }),
    )
  })

  it("is low if the bounds are the wrong way round", () => {
    const crossed = { alphaLow: range.alphaHigh, alphaHigh: range.alphaLow, steepness: parameters.steepness }
    expect(liquidAlpha(HALF, HALF, HALF, crossed)).toBe(crossed.alphaLow)
    expect(clamp(I32F32.ZERO, I32F32.ONE, HALF)).toBe(I32F32.ONE)
  })

  it("takes the exponential of no more than 20 and no less than −20", () => {
    expect(expSafe(I32F32.MAX)).toBe(expSafe(I32F32.fromInteger(20)))
    expect(expSafe(I32F32.MIN)).toBe(expSafe(I32F32.fromInteger(-20)))
  })
})

describe("bonds with liquid alpha", () => {
  const average = (weights: SparseRow, bonds: SparseRow) =>
    liquidMovingAverage([weights], [bonds], [HALF, HALF, HALF], parameters)[0]

  it("are gone at once where the validator has no weight any more", () => {
    expect(average([[0, HALF]], [[1, I32F32.ONE]])?.map(([column]) => column)).toEqual([0])
  })

  it("lie between old bond and weight", () => {
    fc.assert(
      fc.property(fraction, fraction, (weight, bond) => {
        const value = average([[1, weight]], [[1, bond]])?.[0]?.[1] ?? 0n
        expect(value).toBeLessThanOrEqual(I32F32.max(weight, bond))
        expect(value + 2n).toBeGreaterThan(I32F32.min(weight, bond))
      }),
    )
  })

  it("overlook the old bond's place in a row that is out of order when they choose alpha, yet keep the bond", () => {
    const sorted = average(
      [[0, HALF]],
      [
        [0, I32F32.ONE],
        [2, I32F32.ONE],
      ],
    )
    const unsorted = average(
      [[0, HALF]],
      [
        [2, I32F32.ONE],
        [0, I32F32.ONE],
      ],
    )
    const alphaOverlooked = liquidAlpha(HALF, HALF, I32F32.ZERO, parameters)
    expect(sorted).not.toEqual(unsorted)
    expect(unsorted).toEqual([
      [
        0,
        I32F32.saturatingAdd(
          I32F32.mul(I32F32.sub(I32F32.ONE, alphaOverlooked), I32F32.ONE),
          I32F32.mul(alphaOverlooked, HALF),
        ),
      ],
    ])
  })

  it("see the first of two bonds in one column when they choose alpha, and keep the second", () => {
    const alpha = liquidAlpha(HALF, HALF, I32F32.ONE, parameters)
    const kept = I32F32.mul(I32F32.sub(I32F32.ONE, alpha), I32F32.ZERO)
    expect(
      average(
        [[0, HALF]],
        [
          [0, I32F32.ONE],
          [0, I32F32.ZERO],
        ],
      ),
    ).toEqual([[0, I32F32.saturatingAdd(kept, I32F32.mul(alpha, HALF))]])
  })

  it("leave out columns beyond the last neuron", () => {
    expect(average([[3, HALF]], [])).toEqual([])
  })

  it("fall back on one alpha for all if nobody has consensus or it is off", () => {
    const bonds: SparseMatrix = [[[0, I32F32.ONE]]]
    const matrices = { weights: [[]], bonds, bondsMovingAverage: 500_000n }
    const withoutConsensus = averageBonds({ ...matrices, consensus: [I32F32.ZERO], liquidAlpha: parameters })
    expect(withoutConsensus).toEqual([[[0, HALF]]])
    expect(averageBonds({ ...matrices, consensus: [HALF], liquidAlpha: undefined })).toEqual(withoutConsensus)
    expect(averageBonds({ ...matrices, consensus: [HALF], liquidAlpha: parameters })).toEqual([[]])
  })
})
