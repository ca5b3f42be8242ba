import { I32F32 } from "../numbers/formats.js"
import type { StoredMatrix } from "./epochInput.js"
import { fractionOfU16 } from "./proportions.js"
import type { Entry, SparseMatrix } from "./sparseMatrix.js"

/**
 * A stored matrix with its values as whole numbers.
 *
 * @clause consensus-22
 * @source pallets/subtensor/src/epoch/run_epoch.rs:1106
 */
export function wholeNumbersOf(stored: StoredMatrix): SparseMatrix {
  return readStored(stored, (value) => I32F32.saturatingFromInteger(value))
}

/**
 * A stored matrix with its values as fractions of 65535.
 *
 * @clause consensus-22
 * @source pallets/subtensor/src/epoch/run_epoch.rs:1197
 */
export function fractionsOf(stored: StoredMatrix): SparseMatrix {
  return readStored(stored, fractionOfU16)
}

function readStored(stored: StoredMatrix, read: (value: number) => I32F32): SparseMatrix {
  return stored.map((row) => row.map(([uid, value]): Entry => [uid, read(value)]))
}
