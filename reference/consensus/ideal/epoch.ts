import { I32F32, I64F64 } from "../../numbers/formats.js"
import { type Real, realOfFixed, realOfInteger } from "../../numbers/ideal/realNumbers.js"
import { activeNeurons, activityCutoffBlocks } from "../activity.js"
import { storedBonds } from "../bondStorage.js"
import { runEpoch } from "../epoch.js"
import type { EpochInput } from "../epochInput.js"
import { unscaledWeights } from "../maskedWeights.js"
import { activeStake, normalizedStake, stakeAboveThreshold } from "../normalizedStake.js"
import { elementAt, type SparseRow } from "../sparseMatrix.js"
import { withOwnerPermit } from "../validatorPermits.js"
import { idealYuma, idealYuma3, type Places } from "./bonds.js"
import {
  joinMatrices,
  ONE,
  type RealMatrix,
  realMatrix,
  realNormalize,
  realRowSums,
  transposed,
  ZERO,
} from "./realMatrix.js"
import { idealWeightedMedian } from "./weightedMedian.js"

/** The values of an epoch without rounding, under the names of the checkpoints of the exact one. */
export interface IdealEpoch {
  readonly stake: readonly Real[]
  readonly activeStake: readonly Real[]
  readonly weights: RealMatrix
  readonly consensus: readonly Real[]
  readonly clippedWeights: RealMatrix
  readonly incentive: readonly Real[]
  readonly weightsForBonds: RealMatrix
  readonly bonds: RealMatrix
  readonly dividends: readonly Real[]
  readonly serverShares: readonly Real[]
  readonly validatorShares: readonly Real[]
}

const U16_MAX = 65_535

/**
 * An epoch in real numbers. Who is active and who has a permit is a matter of blocks and order, not of rounding, and is
 * taken from the exact epoch; so is which weights and bonds count.
 */
export function idealEpoch(input: EpochInput): IdealEpoch {
  const { size } = input
  const { stake, activeStake } = idealStake(input)
  const permits = withOwnerPermit(input.validatorPermits, input.ownerUid)
  const weights = realMatrix(unscaledWeights(input, permits), size).map(realNormalize)
  const consensus = idealConsensus(weights, activeStake, realOfInteger(input.kappa).div(U16_MAX))
  const clippedWeights = weights.map((row) => row.map((weight, j) => lesser(weight, elementAt(consensus, j, ZERO))))
  const incentive = realNormalize(realRowSums(transposed(clippedWeights), activeStake))
  const penalty = realOfInteger(input.bondsPenalty).div(U16_MAX)
  const weightsForBonds = joinMatrices(weights, clippedWeights, (own, clipped) =>
    own.add(penalty.mul(clipped.sub(own))),
  )
  const { weightsForBonds: entries } = runEpoch(input).checkpoints
  const { bonds, dividends } = (input.yuma3 ? idealYuma3 : idealYuma)({
    bonds: idealStoredBonds(input),
    weights: weightsForBonds,
    weighted: placesOf(entries.map(columnsOf)),
    seen: {
      weights: placesOf(entries.map(columnsOf).map(ascendingWalk)),
      bonds: placesOf(storedBonds(input).map(columnsOf).map(ascendingWalk)),
    },
    activeStake,
    consensus,
    incentive,
    bondsMovingAverage: input.bondsMovingAverage,
    liquidAlpha: input.liquidAlpha ? idealLiquidAlphaOf(input) : undefined,
  })
  const shares = idealShares(incentive, dividends, stake, activeStake)
  return {
    stake,
    activeStake,
    weights,
    consensus,
    clippedWeights,
    incentive,
    weightsForBonds,
    bonds,
    dividends,
    ...shares,
  }
}

function columnsOf(row: SparseRow): readonly number[] {
  return row.map(([column]) => column)
}

/** The columns that are greater than all before them: those that liquid alpha sees. */
function ascendingWalk(columns: readonly number[]): readonly number[] {
  return columns.filter((column, place) => columns.slice(0, place).every((before) => before < column))
}

function placesOf(rows: readonly (readonly number[])[]): Places {
  return (row, column) => elementAt(rows, row, []).includes(column)
}

function idealStake(input: EpochInput) {
  const eligible = stakeAboveThreshold(input.stakeWeights, input.stakeThreshold, input.ownerUid)
  const stake = idealStakeShares(eligible)
  const cutoff = activityCutoffBlocks(input.activityCutoffFactor, input.tempo)
  const active = activeNeurons(input.lastUpdate, cutoff, input.currentBlock)
  const permits = withOwnerPermit(input.validatorPermits, input.ownerUid)
  const counted = activeStake(normalizedStake(eligible), active, permits)
  return { stake, activeStake: realNormalize(stake.map((share, uid) => (counted[uid] === I32F32.ZERO ? ZERO : share))) }
}

/** The sum wraps and a share that the format has no place for is zero, neither of which is a matter of rounding. */
function idealStakeShares(stakes: readonly I64F64[]): readonly Real[] {
  const total = stakes.reduce((sum, stake) => I64F64.add(sum, stake), I64F64.ZERO)
  const reals = stakes.map((stake) => realOfFixed(I64F64, stake))
  if (total === I64F64.ZERO) return reals
  const largest = realOfFixed(I64F64, I64F64.MAX)
  return reals
    .map((stake) => stake.div(realOfFixed(I64F64, total)))
    .map((share) => (share.abs().gt(largest) ? ZERO : share))
}

function idealConsensus(weights: RealMatrix, activeStake: readonly Real[], majority: Real): readonly Real[] {
  const voters = activeStake.flatMap((share, uid) => (share.isZero() ? [] : [uid]))
  const votes = voters.map((uid) => elementAt(activeStake, uid, ZERO))
  return transposed(weights).map((column) =>
    idealWeightedMedian(
      votes,
      voters.map((uid) => elementAt(column, uid, ZERO)),
      ONE.sub(majority),
    ),
  )
}

function idealStoredBonds(input: EpochInput): RealMatrix {
  const whole = realMatrix(storedBonds({ ...input, yuma3: false }), input.size)
  return input.yuma3 ? whole.map((row) => row.map((bond) => bond.div(U16_MAX))) : whole
}

function idealLiquidAlphaOf(input: EpochInput) {
  return {
    alphaLow: realOfInteger(input.alphaLow).div(U16_MAX),
    alphaHigh: realOfInteger(input.alphaHigh).div(U16_MAX),
    steepness: realOfInteger(input.alphaSigmoidSteepness).div(100),
  }
}

function idealShares(
  incentive: readonly Real[],
  dividends: readonly Real[],
  stake: readonly Real[],
  activeStake: readonly Real[],
): { readonly serverShares: readonly Real[]; readonly validatorShares: readonly Real[] } {
  const total = [...incentive, ...dividends].reduce((sum, share) => sum.add(share), ZERO)
  if (total.isZero()) {
    const byStake = activeStake.every((share) => share.isZero()) ? stake : activeStake
    return { serverShares: incentive, validatorShares: byStake }
  }
  return {
    serverShares: incentive.map((share) => share.div(total)),
    validatorShares: dividends.map((share) => share.div(total)),
  }
}

function lesser(a: Real, b: Real): Real {
  return a.lt(b) ? a : b
}
