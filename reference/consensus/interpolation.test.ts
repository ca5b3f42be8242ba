import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I32F32 } from "../numbers/formats.js"
import { interpolate } from "./interpolation.js"
import { denseRow, EMPTY_ROW, type SparseMatrix } from "./sparseMatrix.js"
import { fraction, matrixOf } from "./testing/epochInputs.js"

describe("weights for bonds", () => {
  const own: SparseMatrix = [
    [
      [2, I32F32.ONE],
      [0, I32F32.EPSILON],
    ],
  ]
  const clipped: SparseMatrix = [[[2, I32F32.EPSILON]]]

  it("are the validator's own at penalty zero and the clipped ones at penalty one, as they stand", () => {
    expect(interpolate(own, clipped, 3, I32F32.ZERO)).toBe(own)
    expect(interpolate(own, clipped, 3, I32F32.ONE)).toBe(clipped)
  })

  it("are the clipped ones if the matrices differ in rows", () => {
    expect(interpolate(own, [], 3, I32F32.EPSILON)).toEqual([])
  })

  it("lie between the two otherwise, rounded down, in ascending columns", () => {
    fc.assert(
      fc.property(matrixOf(2, 3), matrixOf(2, 3), fraction, (from, to, ratio) => {
        fc.pre(ratio > 0n && ratio < I32F32.ONE)
        interpolate(from, to, 3, ratio).forEach((row, index) => {
          const [start, end] = [denseRow(from[index] ?? EMPTY_ROW, 3), denseRow(to[index] ?? EMPTY_ROW, 3)]
          expect(row).toEqual(row.toSorted(([a], [b]) => a - b))
          denseRow(row, 3).forEach((value, column) => {
            const [a, b] = [start[column] ?? 0n, end[column] ?? 0n]
            const exactTimesOne = a * I32F32.ONE + ratio * (b - a)
            expect(value * I32F32.ONE).toBeLessThanOrEqual(exactTimesOne)
            expect((value + 1n) * I32F32.ONE).toBeGreaterThan(exactTimesOne)
          })
        })
      }),
    )
  })
})
