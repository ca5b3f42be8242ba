import { I32F32, I64F64 } from "../numbers/formats.js"
import { EMPTY_ROW, elementAt, positiveEntries, type SparseMatrix, type SparseRow } from "./sparseMatrix.js"

const MILLION = I64F64.fromInteger(1_000_000)

/**
 * The weight of the new observation in the moving average of bonds under Yuma: 1 − movingAverage ÷ 1,000,000, out of
 * range values going to the nearer bound.
 *
 * @param movingAverage the subnet's bonds moving average, in millionths (u64)
 * @clause consensus-16
 * @source pallets/subtensor/src/epoch/run_epoch.rs:1224
 */
export function saturatingAlpha(movingAverage: bigint): I32F32 {
  const share = I64F64.safeDiv(I64F64.saturatingFromInteger(movingAverage), MILLION)
  return I32F32.saturatingSub(I32F32.ONE, I32F32.saturatingFromFixed(I64F64, share))
}

/**
 * The same weight under Yuma 3 where liquid alpha is off. It differs from Yuma's only beyond the range of the formats:
 * the conversions wrap round.
 *
 * @param movingAverage the subnet's bonds moving average, in millionths (u64)
 * @clause consensus-16
 * @source pallets/subtensor/src/epoch/run_epoch.rs:1537
 */
export function wrappingAlpha(movingAverage: bigint): I32F32 {
  const share = I64F64.saturatingDiv(I64F64.fromInteger(movingAverage), MILLION)
  return I32F32.saturatingSub(I32F32.ONE, I32F32.fromFixed(I64F64, share))
}

/**
 * The moving average of a square matrix: alpha · new + (1 − alpha) · old, entry by entry. Only positive entries are
 * kept and columns come out ascending. There are as many columns as rows; entries beyond are left out.
 *
 * @clause consensus-16
 * @source pallets/subtensor/src/epoch/math.rs:1408
 */
export function movingAverage(newer: SparseMatrix, older: SparseMatrix, alpha: I32F32): SparseMatrix {
  const rest = I32F32.saturatingSub(I32F32.ONE, alpha)
  return newer.map((row, index) => {
    const average = new Array<I32F32>(newer.length).fill(I32F32.ZERO)
    addScaled(average, row, alpha)
    addScaled(average, elementAt(older, index, EMPTY_ROW), rest)
    return positiveEntries(average)
  })
}

function addScaled(into: I32F32[], row: SparseRow, factor: I32F32): void {
  for (const [column, value] of row) {
    const before = into[column]
    if (before !== undefined) into[column] = I32F32.saturatingAdd(before, I32F32.saturatingMul(factor, value))
  }
}
