import { I32F32 } from "../../numbers/formats.js"
import { type Real, realOfFixed, realOfInteger } from "../../numbers/ideal/realNumbers.js"
import { denseRow, elementAt, type SparseMatrix } from "../sparseMatrix.js"

/** A matrix of real numbers, a row and a column for each neuron. */
export type RealMatrix = readonly (readonly Real[])[]

export const ZERO = realOfInteger(0)
export const ONE = realOfInteger(1)

/** The real numbers that the entries of a sparse matrix stand for. */
export function realMatrix(matrix: SparseMatrix, columns: number): RealMatrix {
  return matrix.map((row) => denseRow(row, columns).map((value) => realOfFixed(I32F32, value)))
}

/** The sum of a vector. */
export function realSum(vector: readonly Real[]): Real {
  return vector.reduce((total, value) => total.add(value), ZERO)
}

/** Each element as its share of the sum of all; unchanged where that is zero. */
export function realNormalize(vector: readonly Real[]): readonly Real[] {
  const total = realSum(vector)
  return total.isZero() ? vector : vector.map((value) => value.div(total))
}

/** The matrix with rows and columns exchanged. */
export function transposed(matrix: RealMatrix): RealMatrix {
  return elementAt(matrix, 0, []).map((_, column) => matrix.map((row) => elementAt(row, column, ZERO)))
}

/** The matrix with each column's entries as shares of its sum. */
export function realNormalizeColumns(matrix: RealMatrix): RealMatrix {
  return transposed(transposed(matrix).map(realNormalize))
}

/** The entries of two matrices joined place by place. */
export function joinMatrices(a: RealMatrix, b: RealMatrix, join: (a: Real, b: Real) => Real): RealMatrix {
  return a.map((row, i) => row.map((value, j) => join(value, elementAt(elementAt(b, i, []), j, ZERO))))
}

/** For each row the sum of its entries times the column's factor. */
export function realRowSums(matrix: RealMatrix, columnFactors: readonly Real[]): readonly Real[] {
  return matrix.map((row) => realSum(row.map((value, column) => value.mul(elementAt(columnFactors, column, ZERO)))))
}
