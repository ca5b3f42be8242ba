import type { EpochInput } from "./epochInput.js"
import { normalizeRows } from "./normalization.js"
import type { SparseMatrix } from "./sparseMatrix.js"
import { wholeNumbersOf } from "./storedMatrix.js"
import { dropDiagonal, dropOutdated, dropRegisteredAfterCommit, keepPermittedRows } from "./weightMasks.js"

/** What decides which weights count beside permits. */
export type WeightsInput = Pick<
  EpochInput,
  "weights" | "ownerUid" | "lastUpdate" | "blockAtRegistration" | "commitBlocks"
>

/**
 * The weights that count, as whole numbers: those of permitted validators, about others, and not outdated.
 *
 * @clause consensus-08
 * @source pallets/subtensor/src/epoch/run_epoch.rs:702
 */
export function unscaledWeights(input: WeightsInput, permits: readonly boolean[]): SparseMatrix {
  const { lastUpdate, blockAtRegistration, commitBlocks } = input
  const permitted = keepPermittedRows(wholeNumbersOf(input.weights), permits)
  const current = dropOutdated(dropDiagonal(permitted, input.ownerUid), lastUpdate, blockAtRegistration)
  return commitBlocks === undefined ? current : dropRegisteredAfterCommit(current, commitBlocks, blockAtRegistration)
}

/**
 * The weights that count, each validator's summing to one.
 *
 * @clause consensus-08
 * @source pallets/subtensor/src/epoch/run_epoch.rs:775
 */
export function maskedWeights(input: WeightsInput, permits: readonly boolean[]): SparseMatrix {
  return normalizeRows(unscaledWeights(input, permits))
}
