import { I32F32 } from "../numbers/formats.js"
import { denseRow, EMPTY_ROW, elementAt, positiveEntries, type SparseMatrix, type SparseRow } from "./sparseMatrix.js"

/**
 * The matrix that lies `ratio` of the way from one to another, entry by entry: from + ratio · (to − from). At ratio 0
 * and 1 it is `from` and `to` themselves; between, only positive entries are kept and columns come out ascending.
 *
 * @clause consensus-14
 * @source pallets/subtensor/src/epoch/math.rs:1263
 */
export function interpolate(from: SparseMatrix, to: SparseMatrix, columns: number, ratio: I32F32): SparseMatrix {
  if (ratio === I32F32.ZERO) return from
  if (ratio === I32F32.ONE || from.length !== to.length) return to
  return from.map((row, index) => interpolateRow(row, elementAt(to, index, EMPTY_ROW), columns, ratio))
}

function interpolateRow(from: SparseRow, to: SparseRow, columns: number, ratio: I32F32): SparseRow {
  if (from.length === 0 && to.length === 0) return EMPTY_ROW
  const target = denseRow(to, columns)
  return positiveEntries(
    denseRow(from, columns).map((start, column) => {
      const difference = I32F32.saturatingSub(elementAt(target, column, I32F32.ZERO), start)
      return I32F32.saturatingAdd(start, I32F32.saturatingMul(ratio, difference))
    }),
  )
}
