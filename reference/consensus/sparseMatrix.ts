import { I32F32 } from "../numbers/formats.js"

/**
 * A row of a sparse matrix: the columns that have an entry, in the order in which they were stored, and the entries.
 * Columns need not be sorted.
 */
export interface SparseRow {
  readonly columns: readonly number[]
  readonly values: readonly I32F32[]
}

/** A matrix with one sparse row for each neuron, in order of uid. */
export type SparseMatrix = readonly SparseRow[]

/** An entry of a row: the column and its value. */
export type Entry = readonly [column: number, value: I32F32]

/** The row without entries. */
export const EMPTY_ROW: SparseRow = { columns: [], values: [] }

/**
 * The row that has the given entries, in their order.
 *
 * @clause consensus-24
 * @source pallets/subtensor/src/epoch/run_epoch.rs:1106
 */
export function rowOf(entries: readonly Entry[]): SparseRow {
  return { columns: entries.map(([column]) => column), values: entries.map(([, value]) => value) }
}

/**
 * The entries of a row, in their order.
 *
 * @clause consensus-24
 * @source pallets/subtensor/src/epoch/run_epoch.rs:1066
 */
export function entriesOf(row: SparseRow): readonly Entry[] {
  return row.columns.map((column, place) => [column, row.values[place] ?? I32F32.ZERO])
}

/**
 * The matrix with every entry replaced by a function of its value and column; the columns stay.
 *
 * @clause consensus-24
 * @source pallets/subtensor/src/epoch/math.rs:764
 */
export function mapEntries(
  matrix: SparseMatrix,
  replace: (value: I32F32, column: number, row: number) => I32F32,
): SparseMatrix {
  return matrix.map(({ columns, values }, row) => ({
    columns,
    values: values.map((value, place) => replace(value, columns[place] ?? 0, row)),
  }))
}

/**
 * The matrix without the entries whose place is not kept.
 *
 * @clause consensus-24
 * @source pallets/subtensor/src/epoch/math.rs:719
 */
export function filterEntries(matrix: SparseMatrix, keep: (row: number, column: number) => boolean): SparseMatrix {
  return matrix.map((row, index) => {
    const columns: number[] = []
    const values: I32F32[] = []
    row.values.forEach((value, place) => {
      const column = row.columns[place] ?? 0
      if (!keep(index, column)) return
      columns.push(column)
      values.push(value)
    })
    return { columns, values }
  })
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
  row.values.forEach((value, place) => {
    const column = row.columns[place] ?? size
    if (column < size) dense[column] = value
  })
  return dense
}

/**
 * The sparse row of the positive values of a dense one, columns ascending.
 *
 * @clause consensus-24
 * @source pallets/subtensor/src/epoch/math.rs:1450
 */
export function positiveEntries(dense: readonly I32F32[]): SparseRow {
  const columns: number[] = []
  const values: I32F32[] = []
  dense.forEach((value, column) => {
    if (value <= 0n) return
    columns.push(column)
    values.push(value)
  })
  return { columns, values }
}
