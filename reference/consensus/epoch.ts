import { I32F32, I64F64 } from "../numbers/formats.js"
import type { AlphaBalance } from "../state/primitives.js"
import { activeNeurons, activityCutoffBlocks } from "./activity.js"
import { type Agreement, agreementOf } from "./agreement.js"
import { bondsToStore, storedBonds } from "./bondStorage.js"
import { emissionShares, shareOut } from "./emissionShares.js"
import type { EpochInput, StoredMatrix } from "./epochInput.js"
import { activeStake, normalizedStake, stakeAboveThreshold } from "./normalizedStake.js"
import { fractionOfU16, proportionToU16 } from "./proportions.js"
import type { SparseMatrix } from "./sparseMatrix.js"
import type { BondInput } from "./validatorBonds.js"
import { isTopkNonzero, withOwnerPermit } from "./validatorPermits.js"
import { yuma } from "./yuma.js"
import { yuma3 } from "./yuma3.js"

/** What an epoch of one mechanism gives each neuron, by uid. Fractions are u16, one being 65535. */
export interface EpochOutput {
  readonly active: readonly boolean[]
  readonly stakeWeight: readonly number[]
  readonly consensus: readonly number[]
  readonly incentive: readonly number[]
  readonly dividends: readonly number[]
  readonly validatorTrust: readonly number[]
  readonly validatorPermits: readonly boolean[]
  /** Empty for those without a permit. */
  readonly bonds: StoredMatrix
  readonly emission: readonly AlphaBalance[]
  readonly serverEmission: readonly AlphaBalance[]
  readonly validatorEmission: readonly AlphaBalance[]
  /** The stake weight in whole alpha rao, whether or not it reached the threshold. */
  readonly stake: readonly bigint[]
}

/** The values on the way, in the order in which they arise. */
export interface EpochCheckpoints {
  readonly stake: readonly I32F32[]
  readonly validatorPermits: readonly boolean[]
  readonly activeStake: readonly I32F32[]
  readonly weights: SparseMatrix
  readonly consensus: readonly I32F32[]
  readonly clippedWeights: SparseMatrix
  readonly validatorTrust: readonly I32F32[]
  readonly incentive: readonly I32F32[]
  readonly weightsForBonds: SparseMatrix
  readonly bonds: SparseMatrix
  readonly dividends: readonly I32F32[]
  readonly serverShares: readonly I32F32[]
  readonly validatorShares: readonly I32F32[]
}

/** An epoch: its result and how it came about. */
export interface Epoch {
  readonly output: EpochOutput
  readonly checkpoints: EpochCheckpoints
}

/**
 * One epoch of one mechanism: from stake and weights to consensus, incentive, bonds, dividends and emission.
 *
 * @clause consensus-23
 * @source pallets/subtensor/src/epoch/run_epoch.rs:566
 */
export function runEpoch(input: EpochInput): Epoch {
  const standing = standingOf(input)
  const agreement = agreementOf(input, standing.permits, standing.activeStake)
  const { bonds, dividends } = bondsOf(input, standing, agreement)
  const shares = emissionShares(agreement.incentive, dividends, standing.stake, standing.activeStake)
  const checkpoints = {
    stake: standing.stake,
    validatorPermits: standing.validatorPermits,
    activeStake: standing.activeStake,
    ...agreement,
    bonds,
    dividends,
    serverShares: shares.server,
    validatorShares: shares.validator,
  }
  return { checkpoints, output: outputOf(input, standing.active, checkpoints, shares.combined) }
}

interface Standing {
  readonly active: readonly boolean[]
  readonly stake: readonly I32F32[]
  /** Whose weights count in this epoch. */
  readonly permits: readonly boolean[]
  /** Who may set weights for the next. */
  readonly validatorPermits: readonly boolean[]
  readonly activeStake: readonly I32F32[]
}

function standingOf(input: EpochInput): Standing {
  const { ownerUid } = input
  const cutoff = activityCutoffBlocks(input.activityCutoffFactor, input.tempo)
  const active = activeNeurons(input.lastUpdate, cutoff, input.currentBlock)
  const stake = normalizedStake(stakeAboveThreshold(input.stakeWeights, input.stakeThreshold, ownerUid))
  const permits = withOwnerPermit(input.validatorPermits, ownerUid)
  const validatorPermits = withOwnerPermit(isTopkNonzero(stake, input.maxAllowedValidators), ownerUid)
  return { active, stake, permits, validatorPermits, activeStake: activeStake(stake, active, permits) }
}

function bondsOf(input: EpochInput, { activeStake }: Standing, agreement: Agreement) {
  const bondInput: BondInput = {
    size: input.size,
    bonds: storedBonds(input),
    weights: agreement.weightsForBonds,
    activeStake,
    consensus: agreement.consensus,
    incentive: agreement.incentive,
    bondsMovingAverage: input.bondsMovingAverage,
    liquidAlpha: input.liquidAlpha ? liquidAlphaOf(input) : undefined,
  }
  return input.yuma3 ? yuma3(bondInput) : yuma(bondInput)
}

function liquidAlphaOf(input: EpochInput) {
  return {
    alphaLow: fractionOfU16(input.alphaLow),
    alphaHigh: fractionOfU16(input.alphaHigh),
    steepness: I32F32.saturatingFromInteger(input.alphaSigmoidSteepness),
  }
}

function outputOf(
  input: EpochInput,
  active: readonly boolean[],
  checkpoints: EpochCheckpoints,
  combinedShares: readonly I32F32[],
): EpochOutput {
  return {
    active,
    stakeWeight: checkpoints.stake.map(proportionToU16),
    consensus: checkpoints.consensus.map(proportionToU16),
    incentive: checkpoints.incentive.map(proportionToU16),
    dividends: checkpoints.dividends.map(proportionToU16),
    validatorTrust: checkpoints.validatorTrust.map(proportionToU16),
    validatorPermits: checkpoints.validatorPermits,
    bonds: bondsToStore(checkpoints.bonds, checkpoints.validatorPermits),
    emission: shareOut(combinedShares, input.emission),
    serverEmission: shareOut(checkpoints.serverShares, input.emission),
    validatorEmission: shareOut(checkpoints.validatorShares, input.emission),
    stake: input.stakeWeights.map((stake) => I64F64.saturatingToU64(stake)),
  }
}
