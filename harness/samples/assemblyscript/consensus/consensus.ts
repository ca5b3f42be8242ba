import { Integer, ZERO } from "../integers/integer"
import { I32F32 } from "../numbers/fixedFormat"
import { SparseRow } from "./sparseRow"
import { weightedMedian } from "./weightedMedian"

/** @clause consensus-09 */
function plainSum(values: Integer[]): Integer {
  let sum = ZERO
  for (let i = 0; i < values.length; i++) sum = I32F32.add(sum, values[i])
  return sum
}

/** @clause consensus-09 */
function normalised(values: Integer[]): Integer[] {
  const total = plainSum(values)
  if (total.isZero()) return values
  const parts: Integer[] = []
  for (let i = 0; i < values.length; i++) parts.push(I32F32.safeDiv(values[i], total))
  return parts
}

/**
 * For each column the weighted median of what those with stake say of it; all numbers I32F32.
 *
 * @clause consensus-11
 */
export function weightedMedianByColumn(
  stake: Integer[],
  scores: SparseRow[],
  columns: i32,
  majority: Integer,
): Integer[] {
  const voters: SparseRow[] = []
  const voterStake: Integer[] = []
  for (let uid = 0; uid < stake.length; uid++) {
    if (!stake[uid].isPositive()) continue
    voters.push(uid < scores.length ? scores[uid] : new SparseRow())
    voterStake.push(stake[uid])
  }
  const weights = normalised(voterStake)
  const total = plainSum(weights)
  const minority = I32F32.saturatingSub(total, majority)
  const medians: Integer[] = []
  for (let column = 0; column < columns; column++) {
    medians.push(weightedMedian(weights, columnOf(voters, column), minority, total))
  }
  return medians
}

function columnOf(rows: SparseRow[], column: i32): Integer[] {
  const values: Integer[] = []
  for (let i = 0; i < rows.length; i++) values.push(rows[i].at(column))
  return values
}
