import { I32F32 } from "../../numbers/formats.js"
import { movingAverage, saturatingAlpha } from "../movingAverage.js"
import { denseRow, EMPTY_ROW, elementAt, positiveEntries, type SparseMatrix, type SparseRow } from "../sparseMatrix.js"
import { type AlphaRange, liquidAlphas } from "./liquidAlpha.js"

/** How the bonds of a subnet move. */
export interface BondAverageInput {
  readonly consensus: readonly I32F32[]
  /** In millionths: how much of the old bonds remains at an epoch, where liquid alpha has no effect. */
  readonly bondsMovingAverage: bigint
  /** Where liquid alpha is on. */
  readonly liquidAlpha: AlphaRange | undefined
}

/**
 * The bonds moved from what is held towards what is bought: with an alpha for each neuron where liquid alpha is on and
 * has an effect, else with one for all.
 *
 * @clause consensus-76
 * @source rao:pallets/subtensor/src/epoch/run_epoch.rs:1107
 */
export function averageBonds(bought: SparseMatrix, held: SparseMatrix, input: BondAverageInput): SparseMatrix {
  const alphas = input.liquidAlpha && liquidAlphas(input.consensus, input.liquidAlpha)
  if (alphas === undefined) return movingAverage(bought, held, saturatingAlpha(input.bondsMovingAverage))
  return bought.map((row, index) => averageRow(row, elementAt(held, index, EMPTY_ROW), alphas, bought.length))
}

/**
 * alpha · new + (1 − alpha) · old with the alpha of the column. Only positive entries are kept and columns come out
 * ascending.
 *
 * @clause consensus-76
 * @source rao:pallets/subtensor/src/epoch/math.rs:1337
 */
function averageRow(bought: SparseRow, held: SparseRow, alphas: readonly I32F32[], columns: number): SparseRow {
  const old = denseRow(held, columns)
  return positiveEntries(
    denseRow(bought, columns).map((value, column) => {
      const alpha = elementAt(alphas, column, I32F32.ZERO)
      const kept = I32F32.saturatingMul(I32F32.saturatingSub(I32F32.ONE, alpha), elementAt(old, column, I32F32.ZERO))
      return I32F32.saturatingAdd(I32F32.saturatingMul(alpha, value), kept)
    }),
  )
}
