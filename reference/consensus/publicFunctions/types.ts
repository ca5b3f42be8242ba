import { bool, fixed, tuple, u16, type ValueType, vector } from "../../interface/valueTypes.js"
import { I32F32 } from "../../numbers/formats.js"
import type { StoredMatrix } from "../epochInput.js"
import type { SparseMatrix } from "../sparseMatrix.js"

export const i32f32 = fixed(I32F32)
export const fractions = vector(i32f32)
export const flags = vector(bool)
export const u16s = vector(u16)

/** A sparse matrix: a list of rows, each a list of [column, value]. */
export const sparseMatrix: ValueType<SparseMatrix> = vector(vector(tuple(u16, i32f32)))

/** Weights or bonds as they are stored: a list of rows, each a list of [uid, value]. */
export const storedMatrix: ValueType<StoredMatrix> = vector(vector(tuple(u16, u16)))
