import { rowSumsWeighted, scaleRows } from "./matrixProducts.js"
import { movingAverage, saturatingAlpha } from "./movingAverage.js"
import { normalize, normalizeColumns, upscaleColumns } from "./normalization.js"
import type { SparseMatrix } from "./sparseMatrix.js"
import type { BondInput, BondOutput } from "./validatorBonds.js"

/**
 * Bonds and dividends under Yuma: bonds are shares of a neuron, moved towards each validator's share of the stake that
 * weighs it, and a validator earns the incentive of the neurons times its shares. Liquid alpha has no effect here.
 *
 * The bonds to store are upscaled so that a neuron's largest holder has one.
 *
 * @clause consensus-19
 * @source pallets/subtensor/src/epoch/run_epoch.rs:862
 */
export function yuma(input: BondInput): BondOutput {
  const alpha = saturatingAlpha(input.bondsMovingAverage)
  return yumaAveraging(input, (bought, held) => movingAverage(bought, held, alpha))
}

/** What bonds and dividends follow from, apart from how bonds move. */
export type HoldingInput = Pick<BondInput, "size" | "bonds" | "weights" | "activeStake" | "incentive">

/**
 * Bonds and dividends under Yuma, with any way to move bonds from what is held towards what is bought. Both come as each
 * validator's share of a neuron.
 *
 * @clause consensus-19
 * @source pallets/subtensor/src/epoch/run_epoch.rs:862
 */
export function yumaAveraging(
  input: HoldingInput,
  average: (bought: SparseMatrix, held: SparseMatrix) => SparseMatrix,
): BondOutput {
  const { size, activeStake } = input
  const held = normalizeColumns(input.bonds, size)
  const bought = normalizeColumns(scaleRows(input.weights, activeStake), size)
  const shares = normalizeColumns(average(bought, held), size)
  const dividends = normalize(rowSumsWeighted(shares, input.incentive))
  return { bonds: upscaleColumns(shares, size), dividends }
}
