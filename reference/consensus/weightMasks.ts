import { EMPTY_ROW, elementAt, filterEntries, type SparseMatrix } from "./sparseMatrix.js"

/**
 * The matrix with the rows of those who may not validate emptied. A row for which there is no permit is emptied too.
 *
 * @clause consensus-08
 * @source pallets/subtensor/src/epoch/math.rs:640
 */
export function keepPermittedRows(matrix: SparseMatrix, permits: readonly boolean[]): SparseMatrix {
  return matrix.map((row, uid) => (elementAt(permits, uid, false) ? row : EMPTY_ROW))
}

/**
 * The matrix without what neurons say of themselves; only the subnet's owner may weigh itself.
 *
 * @clause consensus-08
 * @source pallets/subtensor/src/epoch/math.rs:675
 */
export function dropDiagonal(matrix: SparseMatrix, ownerUid: number | undefined): SparseMatrix {
  return filterEntries(matrix, (row, column) => row !== column || row === ownerUid)
}

/**
 * The matrix without the weights that were set before, or in the very block in which, the neuron they speak of
 * registered. Missing blocks count as 0.
 *
 * @param lastUpdate for each row the block at which its weights were set
 * @param blockAtRegistration for each column the block at which the neuron registered
 * @clause consensus-08
 * @source pallets/subtensor/src/epoch/run_epoch.rs:722
 */
export function dropOutdated(
  matrix: SparseMatrix,
  lastUpdate: readonly bigint[],
  blockAtRegistration: readonly bigint[],
): SparseMatrix {
  return filterEntries(
    matrix,
    (row, column) => elementAt(lastUpdate, row, 0n) > elementAt(blockAtRegistration, column, 0n),
  )
}

/**
 * The matrix without the weights to neurons that registered after the row's earliest commitment still open: a validator
 * that committed weights meant whoever held the uid then.
 *
 * @param commitBlocks for each row the block of that commitment, u64::MAX where there is none
 * @clause consensus-08
 * @source pallets/subtensor/src/epoch/run_epoch.rs:764
 */
export function dropRegisteredAfterCommit(
  matrix: SparseMatrix,
  commitBlocks: readonly bigint[],
  blockAtRegistration: readonly bigint[],
): SparseMatrix {
  return filterEntries(
    matrix,
    (row, column) => elementAt(commitBlocks, row, 0n) >= elementAt(blockAtRegistration, column, 0n),
  )
}

/**
 * The bonds without those to neurons that registered at `lastTempo` or later.
 *
 * @clause consensus-15
 * @source pallets/subtensor/src/epoch/math.rs:583
 */
export function dropRecentlyRegistered(
  bonds: SparseMatrix,
  lastTempo: bigint,
  blockAtRegistration: readonly bigint[],
): SparseMatrix {
  return filterEntries(bonds, (_row, column) => lastTempo > elementAt(blockAtRegistration, column, 0n))
}
