import { I32F32 } from "../numbers/formats.js"

/** An entry of a row: the column and its value. */
export type Entry = readonly [column: number, value: I32F32]

/** A row of a sparse matrix: its entries in the order in which they were stored. Columns need not be sorted. */
export type SparseRow = readonly Entry[]

/** A matrix with one sparse row for each neuron, in order of uid. */
export type SparseMatrix = readonly SparseRow[]

/** The row without entries. */
export const EMPTY_ROW: SparseRow = []

/**
 * An element of a vector, or `beyond` past its end.
 *
 * @clause consensus-24
 * @source pallets/subtensor/src/epoch/math.rs:12
 */
export function elementAt<T>(vector: readonly T[], index: number, beyond: T): T {
  return vector[index] ?? beyond
}

/**
 * The matrix with every entry replaced by a function of its value, column and row; the columns stay.
 *
 * @clause consensus-24
 * @source pallets/subtensor/src/epoch/math.rs:764
 */
export function mapEntries(
  matrix: SparseMatrix,
  replace: (value: I32F32, column: number, row: number) => I32F32,
): SparseMatrix {
  return matrix.map((row, index) => row.map(([column, value]): Entry => [column, replace(value, column, index)]))
}

/**
 * The matrix without the entries whose place is not kept.
 *
 * @clause consensus-24
 * @source pallets/subtensor/src/epoch/math.rs:719
 */
export function filterEntries(matrix: SparseMatrix, keep: (row: number, column: number) => boolean): SparseMatrix {
  return matrix.map((row, index) => row.filter(([column]) => keep(index, column)))
}

/**
 * The row with a place for each of the first `size` columns, zero where it has no entry. Of two entries in one column
 * the later counts; entries in later columns are left out.
 *
 * @clause consensus-24
 * @source pallets/subtensor/src/epoch/math.rs:1290
 */
export function denseRow(row: SparseRow, size: number): I32F32[] {
  const dense = new Array<I32F32>(size).fill(I32F32.ZERO)
  for (const [column, value] of row) if (column < size) dense[column] = value
  return dense
}

/**
 * The sparse row of the positive values of a dense one, columns ascending.
 *
 * @clause consensus-24
 * @source pallets/subtensor/src/epoch/math.rs:1450
 */
export function positiveEntries(dense: readonly I32F32[]): SparseRow {
  const row: Entry[] = []
  dense.forEach((value, column) => {
    if (value > 0n) row.push([column, value])
  })
  return row
}

/**
 * For each column its entries joined from the first row to the last, beginning with zero. Entries beyond the last column
 * are left out.
 *
 * @clause consensus-24
 * @source pallets/subtensor/src/epoch/math.rs:362
 */
export function foldColumns(
  matrix: SparseMatrix,
  columns: number,
  join: (joined: I32F32, value: I32F32, row: number) => I32F32,
): I32F32[] {
  const joined = new Array<I32F32>(columns).fill(I32F32.ZERO)
  matrix.forEach((row, index) => {
    for (const [column, value] of row) {
      const before = joined[column]
      if (before !== undefined) joined[column] = join(before, value, index)
    }
  })
  return joined
}
