import { I32F32 } from "../numbers/formats.js"
import { type Entry, elementAt, foldColumns, mapEntries, type SparseMatrix, type SparseRow } from "./sparseMatrix.js"

/**
 * The sum of a vector. A sum beyond the format wraps round.
 *
 * @clause consensus-09
 * @source pallets/subtensor/src/epoch/math.rs:145
 */
export function sum(vector: readonly I32F32[]): I32F32 {
  let total = I32F32.ZERO
  for (const value of vector) total = I32F32.add(total, value)
  return total
}

/**
 * The sum of the entries of a row. A sum beyond the format wraps round.
 *
 * @clause consensus-09
 * @source pallets/subtensor/src/epoch/math.rs:328
 */
export function sumOfRow(row: SparseRow): I32F32 {
  let total = I32F32.ZERO
  for (const [, value] of row) total = I32F32.add(total, value)
  return total
}

/**
 * Each element divided by the given sum; unchanged where that is zero.
 *
 * @clause consensus-09
 * @source pallets/subtensor/src/epoch/math.rs:267
 */
export function normalizeBySum(vector: readonly I32F32[], total: I32F32): I32F32[] {
  if (total === I32F32.ZERO) return vector.slice()
  return vector.map((value) => I32F32.safeDiv(value, total))
}

/**
 * Each element as its share of the sum of all; unchanged where that is zero.
 *
 * @clause consensus-09
 * @source pallets/subtensor/src/epoch/math.rs:257
 */
export function normalize(vector: readonly I32F32[]): I32F32[] {
  return normalizeBySum(vector, sum(vector))
}

/**
 * The matrix with each row's entries as shares of the row's sum; a row whose sum is not positive stays.
 *
 * @clause consensus-09
 * @source pallets/subtensor/src/epoch/math.rs:326
 */
export function normalizeRows(matrix: SparseMatrix): SparseMatrix {
  return matrix.map((row) => {
    const total = sumOfRow(row)
    return total > 0n ? row.map(([column, value]): Entry => [column, I32F32.safeDiv(value, total)]) : row
  })
}

/**
 * The matrix with each entry as its share of the sum of its column; a column whose sum is zero stays, and so do entries
 * beyond the last column.
 *
 * @clause consensus-09
 * @source pallets/subtensor/src/epoch/math.rs:358
 */
export function normalizeColumns(matrix: SparseMatrix, columns: number): SparseMatrix {
  return divideByColumn(matrix, columnSums(matrix, columns))
}

/**
 * The matrix with each entry divided by the largest of its column, so that the largest becomes one; a column without a
 * positive entry stays.
 *
 * @clause consensus-09
 * @source pallets/subtensor/src/epoch/math.rs:420
 */
export function upscaleColumns(matrix: SparseMatrix, columns: number): SparseMatrix {
  return divideByColumn(matrix, columnMaxima(matrix, columns))
}

function divideByColumn(matrix: SparseMatrix, divisors: readonly I32F32[]): SparseMatrix {
  return mapEntries(matrix, (value, column) => {
    const divisor = elementAt(divisors, column, I32F32.ZERO)
    return divisor === I32F32.ZERO ? value : I32F32.safeDiv(value, divisor)
  })
}

function columnSums(matrix: SparseMatrix, columns: number): I32F32[] {
  return foldColumns(matrix, columns, (total, value) => I32F32.saturatingAdd(total, value))
}

function columnMaxima(matrix: SparseMatrix, columns: number): I32F32[] {
  return foldColumns(matrix, columns, (largest, value) => I32F32.max(largest, value))
}
