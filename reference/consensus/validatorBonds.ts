import type { I32F32 } from "../numbers/formats.js"
import type { LiquidAlphaParameters } from "./liquidAlpha.js"
import type { SparseMatrix } from "./sparseMatrix.js"

/** What both forms of Yuma make bonds and dividends of. */
export interface BondInput {
  /** How many neurons the subnet has. */
  readonly size: number
  /** The bonds as stored, without those to recently registered neurons. */
  readonly bonds: SparseMatrix
  /** The weights that bonds follow: between the validator's own and the clipped ones. */
  readonly weights: SparseMatrix
  readonly activeStake: readonly I32F32[]
  readonly consensus: readonly I32F32[]
  readonly incentive: readonly I32F32[]
  /** In millionths: how much of the old bonds remains at an epoch. */
  readonly bondsMovingAverage: bigint
  /** Where liquid alpha is on. */
  readonly liquidAlpha: LiquidAlphaParameters | undefined
}

/** What validators hold after an epoch and what it earns them. */
export interface BondOutput {
  /** The bonds to store. */
  readonly bonds: SparseMatrix
  /** Each neuron's share of the dividends. */
  readonly dividends: readonly I32F32[]
}
