import { rowSumsWeighted, scaleRows } from "./matrixProducts.js"
import { movingAverage, saturatingAlpha } from "./movingAverage.js"
import { normalize, normalizeColumns, upscaleColumns } from "./normalization.js"
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
  const { size, activeStake } = input
  const held = normalizeColumns(input.bonds, size)
  const bought = normalizeColumns(scaleRows(input.weights, activeStake), size)
  const average = movingAverage(bought, held, saturatingAlpha(input.bondsMovingAverage))
  const shares = normalizeColumns(average, size)
  const dividends = normalize(rowSumsWeighted(shares, input.incentive))
  return { bonds: upscaleColumns(shares, size), dividends }
}
