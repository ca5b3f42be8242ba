import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I32F32 } from "../numbers/formats.js"
import { normalize, normalizeColumns, normalizeRows, sum, upscaleColumns } from "./normalization.js"
import { EMPTY_ROW, type SparseMatrix } from "./sparseMatrix.js"
import { fraction, matrixOf } from "./testing/epochInputs.js"

const vector = fc.array(fraction, { maxLength: 20 })
const bits = (raw: bigint) => I32F32.fromBits(raw)

function columnTotals(matrix: ReturnType<typeof normalizeColumns>, columns: number): bigint[] {
  return Array.from({ length: columns }, (_, wanted) =>
    matrix.flat().reduce((total, [column, value]) => (column === wanted ? total + value : total), 0n),
  )
}

describe("a normalised vector", () => {
  it("sums to one, less than a last place short for each element", () => {
    fc.assert(
      fc.property(vector, (values) => {
        fc.pre(sum(values) !== 0n)
        const total = sum(normalize(values))
        expect(total).toBeLessThanOrEqual(I32F32.ONE)
        expect(total).toBeGreaterThan(I32F32.ONE - BigInt(values.length))
      }),
    )
  })

  it("is itself if it sums to zero", () => {
    expect(normalize([bits(0n), bits(0n)])).toEqual([0n, 0n])
    expect(normalize([bits(5n), bits(-5n)])).toEqual([5n, -5n])
    expect(normalize([])).toEqual([])
  })

  it("comes of a sum that wraps round", () => {
    expect(sum([I32F32.MAX, I32F32.EPSILON])).toBe(I32F32.MIN)
  })
})

describe("a matrix normalised by rows", () => {
  it("keeps its columns, and rows that sum to nothing positive", () => {
    const matrix: SparseMatrix = [
      [
        [3, bits(1n)],
        [1, bits(3n)],
      ],
      [[0, bits(-4n)]],
      EMPTY_ROW,
    ]
    const normalized = normalizeRows(matrix)
    expect(normalized).toEqual([
      [
        [3, I32F32.ONE / 4n],
        [1, (I32F32.ONE * 3n) / 4n],
      ],
      [[0, -4n]],
      [],
    ])
  })
})

describe("a matrix normalised by columns", () => {
  it("has columns that sum to one at most, short by less than a last place an entry", () => {
    fc.assert(
      fc.property(matrixOf(5, 4), (matrix) => {
        const before = columnTotals(matrix, 4)
        columnTotals(normalizeColumns(matrix, 4), 4).forEach((total, column) => {
          if (before[column] === 0n) return
          expect(total).toBeLessThanOrEqual(I32F32.ONE)
          expect(total).toBeGreaterThan(I32F32.ONE - 5n)
        })
      }),
    )
  })

  it("leaves columns that sum to zero and entries beyond the last column alone", () => {
    const matrix: SparseMatrix = [
      [
        [0, bits(0n)],
        [2, bits(9n)],
      ],
    ]
    expect(normalizeColumns(matrix, 1)).toEqual(matrix)
  })
})

describe("a matrix upscaled by columns", () => {
  it("has one as the largest entry of each column that has a positive one", () => {
    fc.assert(
      fc.property(matrixOf(4, 3), (matrix) => {
        const upscaled = upscaleColumns(matrix, 3).flat()
        for (const column of [0, 1, 2]) {
          const values = upscaled.filter(([of]) => of === column).map(([, value]) => value)
          if (values.some((value) => value > 0n))
            expect(values.toSorted((a, b) => (a < b ? 1 : -1))[0]).toBe(I32F32.ONE)
        }
      }),
    )
  })
})
