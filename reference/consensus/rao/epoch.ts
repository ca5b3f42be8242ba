import { I32F32 } from "../../numbers/formats.js"
import { U64 } from "../../numbers/integers.js"
import type { AlphaBalance } from "../../state/primitives.js"
import { activeNeurons } from "../activity.js"
import { type Agreement, agreementOf } from "../agreement.js"
import { emissionShares, shareOut } from "../emissionShares.js"
import type { StoredMatrix } from "../epochInput.js"
import { columnSumsWeighted } from "../matrixProducts.js"
import { activeStake, normalizedStake } from "../normalizedStake.js"
import { fractionOfU16, proportionToU16 } from "../proportions.js"
import { elementAt, type SparseMatrix } from "../sparseMatrix.js"
import { wholeNumbersOf } from "../storedMatrix.js"
import { isTopk } from "../validatorPermits.js"
import { dropRecentlyRegistered } from "../weightMasks.js"
import { yumaAveraging } from "../yuma.js"
import { averageBonds } from "./bondAverage.js"
import type { RaoEpochInput } from "./epochInput.js"
import { pruningScores } from "./pruningScores.js"
import { storedRows } from "./storedRows.js"

/** What an epoch gives each neuron, by uid. Fractions are u16, one being 65535. */
export interface RaoEpochOutput {
  readonly active: readonly boolean[]
  readonly stakeWeight: readonly number[]
  readonly rank: readonly number[]
  readonly trust: readonly number[]
  readonly consensus: readonly number[]
  readonly incentive: readonly number[]
  readonly dividends: readonly number[]
  /** The largest being 65535. */
  readonly pruningScores: readonly number[]
  readonly validatorTrust: readonly number[]
  readonly validatorPermits: readonly boolean[]
  /** The rows to store; nothing for those who had no permit and get none: what they have stored stays. */
  readonly bonds: readonly (StoredMatrix[number] | undefined)[]
  readonly emission: readonly AlphaBalance[]
  readonly serverEmission: readonly AlphaBalance[]
  readonly validatorEmission: readonly AlphaBalance[]
}

/**
 * One epoch of fork rao: from stake and weights to consensus, incentive, bonds, dividends and emission.
 *
 * @clause consensus-70
 * @source rao:pallets/subtensor/src/epoch/run_epoch.rs:391
 */
export function runEpoch(input: RaoEpochInput): RaoEpochOutput {
  const active = activeNeurons(input.lastUpdate, BigInt(input.activityCutoff), input.currentBlock)
  const stake = normalizedStake(input.stakeWeights)
  const standing = activeStake(stake, active, input.validatorPermits)
  const agreement = agreementOf({ ...input, commitBlocks: undefined }, input.validatorPermits, standing)
  const { bonds, dividends } = bondsOf(input, standing, agreement)
  const shares = emissionShares(agreement.incentive, dividends, stake, standing)
  const permits = isTopk(stake, input.maxAllowedValidators)
  return {
    active,
    stakeWeight: stake.map(proportionToU16),
    rank: agreement.incentive.map(proportionToU16),
    trust: trustOf(agreement, standing, input.size).map(proportionToU16),
    consensus: agreement.consensus.map(proportionToU16),
    incentive: agreement.incentive.map(proportionToU16),
    dividends: dividends.map(proportionToU16),
    pruningScores: pruningScores(shares.combined),
    validatorTrust: agreement.validatorTrust.map(proportionToU16),
    validatorPermits: permits,
    bonds: storedRows(bonds, input.validatorPermits, permits),
    emission: shareOut(shares.combined, input.emission),
    serverEmission: shareOut(shares.server, input.emission),
    validatorEmission: shareOut(shares.validator, input.emission),
  }
}

/**
 * Bonds and dividends. Stored bonds to neurons that registered within the last tempo are dropped first.
 *
 * @clause consensus-70
 * @source rao:pallets/subtensor/src/epoch/run_epoch.rs:529
 */
function bondsOf(input: RaoEpochInput, activeStake: readonly I32F32[], agreement: Agreement) {
  const lastTempo = U64.saturatingSub(input.currentBlock, BigInt(input.tempo))
  const range = { alphaLow: fractionOfU16(input.alphaLow), alphaHigh: fractionOfU16(input.alphaHigh) }
  const holding = {
    size: input.size,
    bonds: dropRecentlyRegistered(wholeNumbersOf(input.bonds), lastTempo, input.blockAtRegistration),
    weights: agreement.weightsForBonds,
    activeStake,
    incentive: agreement.incentive,
  }
  return yumaAveraging(holding, (bought, held) =>
    averageBonds(bought, held, {
      consensus: agreement.consensus,
      bondsMovingAverage: input.bondsMovingAverage,
      liquidAlpha: input.liquidAlpha ? range : undefined,
    }),
  )
}

/**
 * What of each neuron's rank is left once weights are held to consensus, as a fraction; zero where nobody weighs it.
 *
 * @clause consensus-77
 * @source rao:pallets/subtensor/src/epoch/run_epoch.rs:511
 */
function trustOf(
  { weights, clippedWeights }: { readonly weights: SparseMatrix; readonly clippedWeights: SparseMatrix },
  activeStake: readonly I32F32[],
  size: number,
): readonly I32F32[] {
  const before = columnSumsWeighted(weights, activeStake, size)
  return columnSumsWeighted(clippedWeights, activeStake, size).map((rank, uid) =>
    I32F32.safeDiv(rank, elementAt(before, uid, I32F32.ZERO)),
  )
}
