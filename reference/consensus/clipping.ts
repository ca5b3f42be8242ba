import { I32F32 } from "../numbers/formats.js"
import { type Entry, elementAt, type SparseMatrix, type SparseRow } from "./sparseMatrix.js"

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
  return row.flatMap(([column, value]): readonly Entry[] => {
    const threshold = elementAt(thresholds, column, I32F32.ZERO)
    if (value <= threshold) return [[column, value]]
    return threshold > 0n ? [[column, threshold]] : []
  })
}
