import { Integer, ZERO } from "../integers/integer"

/**
 * A row of a sparse matrix: columns and values as they were stored.
 *
 * @clause consensus-24
 */
export class SparseRow {
  readonly columns: i32[] = []
  readonly values: Integer[] = []

  add(column: i32, value: Integer): void {
    this.columns.push(column)
    this.values.push(value)
  }

  /** The value in a column: the last entry that is there, or zero. */
  at(column: i32): Integer {
    const place = this.columns.lastIndexOf(column)
    return place < 0 ? ZERO : this.values[place]
  }
}
