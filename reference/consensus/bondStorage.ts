import { lastTempoBlock } from "./activity.js"
import type { EpochInput, StoredEntry, StoredMatrix } from "./epochInput.js"
import { proportionToU16 } from "./proportions.js"
import { EMPTY_ROW, elementAt, type SparseMatrix, type SparseRow } from "./sparseMatrix.js"
import { fractionsOf, wholeNumbersOf } from "./storedMatrix.js"
import { dropRecentlyRegistered } from "./weightMasks.js"

/**
 * The stored bonds without those to neurons that registered since the last epoch: as fractions of 65535 under Yuma 3,
 * as whole numbers under Yuma, which normalises them.
 *
 * @clause consensus-15
 * @source pallets/subtensor/src/epoch/run_epoch.rs:1193
 */
export function storedBonds(input: EpochInput): SparseMatrix {
  const bonds = input.yuma3 ? fractionsOf(input.bonds) : wholeNumbersOf(input.bonds)
  const lastTempo = lastTempoBlock(input.lastEpochBlock, input.currentBlock, input.tempo)
  return dropRecentlyRegistered(bonds, lastTempo, input.blockAtRegistration)
}

/**
 * The bonds in the form in which they are stored: rows of those who keep or get a permit, in u16; empty ones for the
 * others.
 *
 * @clause consensus-22
 * @source pallets/subtensor/src/epoch/run_epoch.rs:1063
 */
export function bondsToStore(bonds: SparseMatrix, permits: readonly boolean[]): StoredMatrix {
  return permits.map((permit, uid) => (permit ? inU16(elementAt(bonds, uid, EMPTY_ROW)) : []))
}

/**
 * A row of bonds in the form in which it is stored.
 *
 * @clause consensus-22
 * @source pallets/subtensor/src/epoch/run_epoch.rs:1063
 */
export function inU16(row: SparseRow): readonly StoredEntry[] {
  return row.map(([column, value]): StoredEntry => [column, proportionToU16(value)])
}
