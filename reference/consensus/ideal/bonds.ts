import { type Real, realOfInteger } from "../../numbers/ideal/realNumbers.js"
import { elementAt } from "../sparseMatrix.js"
import { type IdealLiquidAlphaParameters, idealLiquidAlpha } from "./liquidAlpha.js"
import {
  joinMatrices,
  ONE,
  type RealMatrix,
  realNormalize,
  realNormalizeColumns,
  realRowSums,
  transposed,
  ZERO,
} from "./realMatrix.js"

/** What both forms of Yuma make bonds and dividends of, as real numbers. */
export interface IdealBondInput {
  readonly bonds: RealMatrix
  readonly weights: RealMatrix
  /** Whether the weights have an entry in a row and column, be it zero: without one, liquid alpha drops the bond. */
  readonly hasWeight: (row: number, column: number) => boolean
  readonly activeStake: readonly Real[]
  readonly consensus: readonly Real[]
  readonly incentive: readonly Real[]
  /** In millionths. */
  readonly bondsMovingAverage: bigint
  readonly liquidAlpha: IdealLiquidAlphaParameters | undefined
}

/** What validators hold after an epoch and what it earns them, without rounding. */
export interface IdealBondOutput {
  readonly bonds: RealMatrix
  readonly dividends: readonly Real[]
}

/** Bonds and dividends under Yuma, without rounding. */
export function idealYuma(input: IdealBondInput): IdealBondOutput {
  const held = realNormalizeColumns(input.bonds)
  const bought = realNormalizeColumns(
    input.weights.map((row, uid) => row.map((weight) => weight.mul(elementAt(input.activeStake, uid, ZERO)))),
  )
  const shares = realNormalizeColumns(average(bought, held, alphaOf(input)))
  return { bonds: upscaleColumns(shares), dividends: realNormalize(realRowSums(shares, input.incentive)) }
}

/** Bonds and dividends under Yuma 3, without rounding. */
export function idealYuma3(input: IdealBondInput): IdealBondOutput {
  const bonds = averageBonds(input)
  const earnings = realRowSums(realNormalizeColumns(bonds), input.incentive)
  const dividends = realNormalize(earnings.map((earned, uid) => earned.mul(elementAt(input.activeStake, uid, ZERO))))
  return { bonds, dividends }
}

function averageBonds(input: IdealBondInput): RealMatrix {
  const { weights, bonds, consensus, liquidAlpha } = input
  if (liquidAlpha === undefined || consensus.every((value) => value.isZero())) {
    return average(weights, bonds, alphaOf(input))
  }
  return weights.map((row, uid) =>
    row.map((weight, column) => {
      const held = elementAt(elementAt(bonds, uid, []), column, ZERO)
      if (!input.hasWeight(uid, column)) return ZERO
      const alpha = idealLiquidAlpha(elementAt(consensus, column, ZERO), weight, held, liquidAlpha)
      return blend(weight, held, alpha)
    }),
  )
}

function alphaOf({ bondsMovingAverage }: IdealBondInput): Real {
  return ONE.sub(realOfInteger(bondsMovingAverage).div(1_000_000))
}

function average(newer: RealMatrix, older: RealMatrix, alpha: Real): RealMatrix {
  return joinMatrices(newer, older, (weight, held) => blend(weight, held, alpha))
}

function blend(weight: Real, held: Real, alpha: Real): Real {
  return alpha.mul(weight).add(ONE.sub(alpha).mul(held))
}

function upscaleColumns(matrix: RealMatrix): RealMatrix {
  return transposed(
    transposed(matrix).map((column) => {
      const largest = column.reduce((most, value) => (value.gt(most) ? value : most), ZERO)
      return largest.isZero() ? column : column.map((value) => value.div(largest))
    }),
  )
}
