import { I32F32 } from "../numbers/formats.js"
import { sumOfRow } from "./normalization.js"
import { EMPTY_ROW, type Entry, elementAt, foldColumns, type SparseMatrix } from "./sparseMatrix.js"

/**
 * The sum of each row.
 *
 * @clause consensus-13
 * @source pallets/subtensor/src/epoch/math.rs:350
 */
export function rowSums(matrix: SparseMatrix): I32F32[] {
  return matrix.map(sumOfRow)
}

/**
 * For each column the sum over the rows of the entry times the row's factor. Rows beyond the vector have factor zero,
 * entries beyond the last column are left out.
 *
 * @clause consensus-13
 * @source pallets/subtensor/src/epoch/math.rs:862
 */
export function columnSumsWeighted(matrix: SparseMatrix, rowFactors: readonly I32F32[], columns: number): I32F32[] {
  return foldColumns(matrix, columns, (total, value, row) =>
    I32F32.saturatingAdd(total, I32F32.saturatingMul(elementAt(rowFactors, row, I32F32.ZERO), value)),
  )
}

/**
 * For each row the sum of its entries times the column's factor. Columns beyond the vector have factor zero.
 *
 * @clause consensus-19
 * @source pallets/subtensor/src/epoch/math.rs:884
 */
export function rowSumsWeighted(matrix: SparseMatrix, columnFactors: readonly I32F32[]): I32F32[] {
  return matrix.map((row) => {
    let total = I32F32.ZERO
    for (const [column, value] of row) {
      const factor = elementAt(columnFactors, column, I32F32.ZERO)
      total = I32F32.saturatingAdd(total, I32F32.saturatingMul(factor, value))
    }
    return total
  })
}

/**
 * The matrix with each entry times its row's factor, and no more rows than there are factors.
 *
 * @clause consensus-19
 * @source pallets/subtensor/src/epoch/math.rs:764
 */
export function scaleRows(matrix: SparseMatrix, rowFactors: readonly I32F32[]): SparseMatrix {
  return rowFactors
    .slice(0, matrix.length)
    .map((factor, index) =>
      elementAt(matrix, index, EMPTY_ROW).map(
        ([column, value]): Entry => [column, I32F32.saturatingMul(value, factor)],
      ),
    )
}

/**
 * The products of the elements of two vectors, as many as the shorter has; a product beyond the format counts as zero.
 *
 * @clause consensus-20
 * @source pallets/subtensor/src/epoch/math.rs:1315
 */
export function elementwiseProduct(a: readonly I32F32[], b: readonly I32F32[]): I32F32[] {
  return a
    .slice(0, b.length)
    .map((value, index) => I32F32.checkedMul(value, elementAt(b, index, I32F32.ZERO)) ?? I32F32.ZERO)
}
