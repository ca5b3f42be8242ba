import { I32F32 } from "../numbers/formats.js"
import type { SparseMatrix, SparseRow } from "./sparseMatrix.js"

/**
 * The matrix with entries above their column's threshold lowered to it. Where the threshold is not positive such an
 * entry is dropped; a column without a threshold has zero.
 *
 * @clause consensus-12
 * @source pallets/subtensor/src/epoch/math.rs:924
 */
export function clipColumns(matrix: SparseMatrix, thresholds: readonly I32F32[]): SparseMatrix {
  return matrix.map((row) => clipRow(row, thresholds))
}

function clipRow(row: SparseRow, thresholds: readonly I32F32[]): SparseRow {
  const columns: number[] = []
  const values: I32F32[] = []
  row.values.forEach((value, place) => {
    const column = row.columns[place] ?? 0
    const threshold = thresholds[column] ?? I32F32.ZERO
    const clipped = I32F32.min(value, threshold)
    if (clipped !== value && threshold <= 0n) return
    columns.push(column)
    values.push(clipped)
  })
  return { columns, values }
}
