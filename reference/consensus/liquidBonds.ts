import { I32F32 } from "../numbers/formats.js"
import { type LiquidAlphaParameters, liquidAlpha } from "./liquidAlpha.js"
import { denseRow, EMPTY_ROW, type Entry, rowOf, type SparseMatrix, type SparseRow } from "./sparseMatrix.js"

/**
 * The moving average of bonds in which each bond has an alpha of its own. Only columns that the new row has an entry in
 * come out, in its order, and only where the result is positive: a bond to a neuron that its holder no longer weighs is
 * gone at once.
 *
 * @param weights the weights for bonds
 * @param bonds the bonds so far
 * @clause consensus-18
 * @source pallets/subtensor/src/epoch/math.rs:1464
 */
export function liquidMovingAverage(
  weights: SparseMatrix,
  bonds: SparseMatrix,
  consensus: readonly I32F32[],
  parameters: LiquidAlphaParameters,
): SparseMatrix {
  return weights.map((row, index) => liquidRow(row, bonds[index] ?? EMPTY_ROW, consensus, parameters))
}

function liquidRow(
  weights: SparseRow,
  bonds: SparseRow,
  consensus: readonly I32F32[],
  parameters: LiquidAlphaParameters,
): SparseRow {
  const weightSeen = readAscending(weights, consensus.length)
  const bondSeen = readAscending(bonds, consensus.length)
  const held = denseRow(bonds, consensus.length)
  const entries: Entry[] = []
  weights.values.forEach((weight, place) => {
    const column = weights.columns[place] ?? consensus.length
    const agreed = consensus[column]
    if (agreed === undefined) return
    const alpha = liquidAlpha(agreed, weightSeen[column] ?? I32F32.ZERO, bondSeen[column] ?? I32F32.ZERO, parameters)
    const bond = blend(alpha, weight, held[column] ?? I32F32.ZERO)
    if (bond > 0n) entries.push([column, bond])
  })
  return rowOf(entries)
}

function blend(alpha: I32F32, weight: I32F32, held: I32F32): I32F32 {
  const kept = I32F32.saturatingMul(I32F32.saturatingSub(I32F32.ONE, alpha), held)
  const bought = I32F32.max(I32F32.saturatingMul(alpha, weight), I32F32.ZERO)
  return I32F32.min(I32F32.saturatingAdd(kept, bought), I32F32.ONE)
}

/**
 * The row as somebody sees it who walks the columns upwards and the entries along with them: entries in a column that
 * was already passed are overlooked and their column reads as zero.
 */
function readAscending(row: SparseRow, columns: number): I32F32[] {
  const seen = new Array<I32F32>(columns).fill(I32F32.ZERO)
  let passed = -1
  row.values.forEach((value, place) => {
    const column = row.columns[place] ?? 0
    if (column <= passed) return
    passed = column
    if (column < columns) seen[column] = value
  })
  return seen
}
