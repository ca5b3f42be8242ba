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
  const clipped: Entry[] = []
  for (const entry of row) {
    const [column, value] = entry
    const threshold = elementAt(thresholds, column, I32F32.ZERO)
    if (value <= threshold) clipped.push(entry)
    else if (threshold > 0n) clipped.push([column, threshold])
  }
  return clipped
}
