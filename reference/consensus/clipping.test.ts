import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I32F32 } from "../numbers/formats.js"
import { clipColumns } from "./clipping.js"
import { denseRow, type SparseMatrix } from "./sparseMatrix.js"
import { fraction, matrixOf } from "./testing/epochInputs.js"

const bits = (raw: bigint) => I32F32.fromBits(raw)

describe("clipped weights", () => {
  it("are the lesser of weight and consensus", () => {
    fc.assert(
      fc.property(matrixOf(3, 4), fc.array(fraction, { minLength: 4, maxLength: 4 }), (matrix, consensus) => {
        clipColumns(matrix, consensus).forEach((row, index) => {
          const weights = denseRow(matrix[index] ?? row, 4)
          const lesser = weights.map((weight, column) => I32F32.min(weight, consensus[column] ?? I32F32.ZERO))
          expect(denseRow(row, 4)).toEqual(lesser)
        })
      }),
    )
  })

  it("are gone where consensus is zero or missing, unless they are zero themselves", () => {
    const matrix: SparseMatrix = [
      [
        [0, bits(5n)],
        [1, bits(0n)],
        [2, bits(5n)],
      ],
    ]
    expect(clipColumns(matrix, [bits(0n), bits(0n)])).toEqual([[[1, 0n]]])
  })
})
