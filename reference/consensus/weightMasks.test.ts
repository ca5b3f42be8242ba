import { describe, expect, it } from "vitest"
import { I32F32 } from "../numbers/formats.js"
import type { Entry, SparseMatrix } from "./sparseMatrix.js"
import {
  dropDiagonal,
  dropOutdated,
  dropRecentlyRegistered,
  dropRegisteredAfterCommit,
  keepPermittedRows,
} from "./weightMasks.js"

const full = (size: number): SparseMatrix =>
  Array.from({ length: size }, () => Array.from({ length: size }, (_, column): Entry => [column, I32F32.ONE]))
const columnsOf = (matrix: SparseMatrix) => matrix.map((row) => row.map(([column]) => column))

describe("weights that count", () => {
  it("are those of validators with a permit; a missing permit is none", () => {
    expect(columnsOf(keepPermittedRows(full(3), [true, false]))).toEqual([[0, 1, 2], [], []])
  })

  it("speak of others, but the owner may speak of itself", () => {
    expect(columnsOf(dropDiagonal(full(2), undefined))).toEqual([[1], [0]])
    expect(columnsOf(dropDiagonal(full(2), 1))).toEqual([[1], [0, 1]])
  })

  it("were set after the neuron registered: the same block is too early", () => {
    expect(columnsOf(dropOutdated(full(2), [5n, 6n], [5n, 4n]))).toEqual([[1], [0, 1]])
  })

  it("count a missing update or registration as block 0", () => {
    expect(columnsOf(dropOutdated(full(2), [], []))).toEqual([[], []])
  })

  it("are not about whoever registered after the commitment; the same block is early enough", () => {
    expect(columnsOf(dropRegisteredAfterCommit(full(2), [5n, 4n], [5n, 0n]))).toEqual([[0, 1], [1]])
  })
})

describe("old bonds", () => {
  it("are dropped if their neuron registered at the last tempo or later", () => {
    expect(columnsOf(dropRecentlyRegistered(full(3), 7n, [6n, 7n, 8n]))).toEqual([[0], [0], [0]])
  })
})
