import { inU16 } from "../bondStorage.js"
import type { StoredMatrix } from "../epochInput.js"
import { EMPTY_ROW, elementAt, type SparseMatrix } from "../sparseMatrix.js"

/**
 * The rows of bonds to store: the bonds of those who have a permit now, in u16; an empty row for those who lose theirs.
 * For the others there is nothing to store.
 *
 * @param before the permits so far
 * @param permits the permits from now on
 * @clause consensus-79
 * @source rao:pallets/subtensor/src/epoch/run_epoch.rs:738
 */
export function storedRows(
  bonds: SparseMatrix,
  before: readonly boolean[],
  permits: readonly boolean[],
): readonly (StoredMatrix[number] | undefined)[] {
  return permits.map((permit, uid) => {
    if (permit) return inU16(elementAt(bonds, uid, EMPTY_ROW))
    return elementAt(before, uid, false) ? [] : undefined
  })
}
