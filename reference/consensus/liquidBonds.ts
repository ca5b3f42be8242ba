import { I32F32 } from "../numbers/formats.js"
import { type LiquidAlphaParameters, liquidAlpha } from "./liquidAlpha.js"
import { denseRow, EMPTY_ROW, type Entry, elementAt, type SparseMatrix, type SparseRow } from "./sparseMatrix.js"

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
  return weights.map((row, index) => liquidRow(row, elementAt(bonds, index, EMPTY_ROW), consensus, parameters))
}

function liquidRow(
  weights: SparseRow,
  bonds: SparseRow,
  consensus: readonly I32F32[],
  parameters: LiquidAlphaParameters,
): SparseRow {
  const weightSeen = denseRow(entriesInOrder(weights), consensus.length)
  const bondSeen = denseRow(entriesInOrder(bonds), consensus.length)
  const held = denseRow(bonds, consensus.length)
  const averaged: Entry[] = []
  for (const [column, weight] of weights) {
    if (column >= consensus.length) continue
    const at = (row: readonly I32F32[]) => elementAt(row, column, I32F32.ZERO)
    const bond = blend(liquidAlpha(at(consensus), at(weightSeen), at(bondSeen), parameters), weight, at(held))
    if (bond > 0n) averaged.push([column, bond])
  }
  return averaged
}

function blend(alpha: I32F32, weight: I32F32, held: I32F32): I32F32 {
  const kept = I32F32.saturatingMul(I32F32.saturatingSub(I32F32.ONE, alpha), held)
  const bought = I32F32.max(I32F32.saturatingMul(alpha, weight), I32F32.ZERO)
  return I32F32.min(I32F32.saturatingAdd(kept, bought), I32F32.ONE)
}

/**
 * The entries that somebody sees who walks the columns upwards and the entries along with them: those in a column that
 * was already passed are overlooked.
 */
function entriesInOrder(row: SparseRow): SparseRow {
  let passed = -1
  return row.filter(([column]) => {
    if (column <= passed) return false
    passed = column
    return true
  })
}
