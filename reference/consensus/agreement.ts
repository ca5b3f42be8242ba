import type { I32F32 } from "../numbers/formats.js"
import { clipColumns } from "./clipping.js"
import type { EpochInput } from "./epochInput.js"
import { interpolate } from "./interpolation.js"
import { maskedWeights, type WeightsInput } from "./maskedWeights.js"
import { columnSumsWeighted, rowSums } from "./matrixProducts.js"
import { normalize } from "./normalization.js"
import { fractionOfU16 } from "./proportions.js"
import type { SparseMatrix } from "./sparseMatrix.js"
import { weightedMedianByColumn } from "./weightedMedian.js"

/** What the neurons agree upon. */
export interface Agreement {
  /** The weights that count, each validator's summing to one. */
  readonly weights: SparseMatrix
  readonly consensus: readonly I32F32[]
  readonly clippedWeights: SparseMatrix
  readonly validatorTrust: readonly I32F32[]
  readonly incentive: readonly I32F32[]
  readonly weightsForBonds: SparseMatrix
}

/** What an agreement follows from beside permits and stake. */
export type AgreementInput = WeightsInput & Pick<EpochInput, "size" | "kappa" | "bondsPenalty">

/**
 * From the weights that count, what the majority says of each neuron, what each one's weights come to once they are held
 * to that, and what that earns the neurons.
 *
 * @param permits whose weights count
 * @param activeStake shares of the stake of those who may validate and are active, by uid
 * @clause consensus-23
 * @clause consensus-70
 * @source pallets/subtensor/src/epoch/run_epoch.rs:697
 */
export function agreementOf(
  input: AgreementInput,
  permits: readonly boolean[],
  activeStake: readonly I32F32[],
): Agreement {
  const { size } = input
  const weights = maskedWeights(input, permits)
  const consensus = weightedMedianByColumn(activeStake, weights, size, fractionOfU16(input.kappa))
  const clippedWeights = clipColumns(weights, consensus)
  return {
    weights,
    consensus,
    clippedWeights,
    validatorTrust: rowSums(clippedWeights),
    incentive: normalize(columnSumsWeighted(clippedWeights, activeStake, size)),
    weightsForBonds: interpolate(weights, clippedWeights, size, fractionOfU16(input.bondsPenalty)),
  }
}
