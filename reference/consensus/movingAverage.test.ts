import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I32F32 } from "../numbers/formats.js"
import { movingAverage, saturatingAlpha, wrappingAlpha } from "./movingAverage.js"
import { denseRow, EMPTY_ROW, type SparseMatrix } from "./sparseMatrix.js"
import { fraction, matrixOf } from "./testing/epochInputs.js"

describe("the weight of the new observation", () => {
  it("is one tenth, rounded up, where nine tenths remain", () => {
    expect(saturatingAlpha(900_000n)).toBe(I32F32.ONE / 10n + 1n)
  })

  it("is the same in both forms up to 2^31 millions", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, (1n << 31n) * 1_000_000n - 1n), (average) => {
        expect(wrappingAlpha(average)).toBe(saturatingAlpha(average))
      }),
    )
  })

  it("saturates under Yuma and wraps under Yuma 3 beyond", () => {
    const beyond = (1n << 31n) * 1_000_000n
    expect(saturatingAlpha(beyond)).toBe(I32F32.ONE - I32F32.MAX)
    expect(wrappingAlpha(beyond)).toBe(I32F32.MAX)
    expect(wrappingAlpha((1n << 64n) - 1n), "one and a millionth").toBe(I32F32.ONE + I32F32.ONE / 1_000_000n + 1n)
  })
})

describe("the moving average", () => {
  it("lies between old and new, two last places lower at most", () => {
    fc.assert(
      fc.property(matrixOf(3, 3), matrixOf(3, 3), fraction, (newer, older, alpha) => {
        movingAverage(newer, older, alpha).forEach((row, index) => {
          const [a, b] = [denseRow(newer[index] ?? EMPTY_ROW, 3), denseRow(older[index] ?? EMPTY_ROW, 3)]
          denseRow(row, 3).forEach((value, column) => {
            const [x, y] = [a[column] ?? I32F32.ZERO, b[column] ?? I32F32.ZERO]
            expect(value).toBeLessThanOrEqual(I32F32.max(x, y))
            expect(value + 2n).toBeGreaterThan(I32F32.min(x, y))
          })
        })
      }),
    )
  })

  it("has as many columns as the new matrix has rows, and no entries that are not positive", () => {
    const newer: SparseMatrix = [
      [
        [1, I32F32.ONE],
        [0, I32F32.EPSILON],
      ],
    ]
    expect(movingAverage(newer, [], I32F32.ONE)).toEqual([[[0, I32F32.EPSILON]]])
    expect(movingAverage(newer, [], I32F32.neg(I32F32.ONE))).toEqual([EMPTY_ROW])
  })
})
