import { bool, fixed, tuple, u16, type ValueType, vector } from "../../interface/valueTypes.js"
import { I32F32 } from "../../numbers/formats.js"
import type { StoredMatrix } from "../epochInput.js"
import { entriesOf, rowOf, type SparseMatrix } from "../sparseMatrix.js"

export const i32f32 = fixed(I32F32)
export const fractions = vector(i32f32)
export const flags = vector(bool)
export const u16s = vector(u16)

const rows = vector(vector(tuple(u16, i32f32)))

/** A sparse matrix. Its JSON form is a list of rows, each a list of [column, value]. */
export const sparseMatrix: ValueType<SparseMatrix> = {
  describe: rows.describe,
  schema: rows.schema,
  toJson: (matrix) => rows.toJson(matrix.map(entriesOf)),
  fromJson: (json, path) => rows.fromJson(json, path).map(rowOf),
}

/** Weights or bonds as they are stored: a list of rows, each a list of [uid, value]. */
export const storedMatrix: ValueType<StoredMatrix> = vector(vector(tuple(u16, u16)))
