import { I32F32 } from "../numbers/formats.js"
import { liquidMovingAverage } from "./liquidBonds.js"
import { elementwiseProduct, rowSums } from "./matrixProducts.js"
import { movingAverage, wrappingAlpha } from "./movingAverage.js"
import { normalize, normalizeColumns } from "./normalization.js"
import { elementAt, mapEntries, type SparseMatrix } from "./sparseMatrix.js"
import type { BondInput, BondOutput } from "./validatorBonds.js"

/**
 * Bonds and dividends under Yuma 3: each bond follows the validator's weight by itself, without its stake, and a
 * validator earns the incentive of the neurons times its share of their bonds, times its stake. Bonds are stored as
 * they are.
 *
 * @clause consensus-20
 * @source pallets/subtensor/src/epoch/run_epoch.rs:820
 */
export function yuma3(input: BondInput): BondOutput {
  const bonds = averageBonds(input)
  const earnings = scaleColumns(normalizeColumns(bonds, input.size), input.incentive)
  const dividends = normalize(elementwiseProduct(rowSums(earnings), input.activeStake))
  return { bonds, dividends }
}

/**
 * The bonds moved towards the weights: with an alpha for each bond if liquid alpha is on and anybody has consensus,
 * else with one for all.
 *
 * @clause consensus-18
 * @source pallets/subtensor/src/epoch/run_epoch.rs:1338
 */
export function averageBonds({
  weights,
  bonds,
  consensus,
  liquidAlpha,
  bondsMovingAverage,
}: Omit<BondInput, "size" | "activeStake" | "incentive">): SparseMatrix {
  if (liquidAlpha !== undefined && consensus.some((value) => value !== I32F32.ZERO)) {
    return liquidMovingAverage(weights, bonds, consensus, liquidAlpha)
  }
  return movingAverage(weights, bonds, wrappingAlpha(bondsMovingAverage))
}

function scaleColumns(matrix: SparseMatrix, factors: readonly I32F32[]): SparseMatrix {
  return mapEntries(matrix, (value, column) => I32F32.saturatingMul(value, elementAt(factors, column, I32F32.ZERO)))
}
