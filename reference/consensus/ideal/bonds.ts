import { I32F32, I64F64 } from "../../numbers/formats.js"
import { type Real, realOfFixed, realOfInteger } from "../../numbers/ideal/realNumbers.js"
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

const MILLION = 1_000_000

/** What both forms of Yuma make bonds and dividends of, as real numbers. */
export interface IdealBondInput {
  readonly bonds: RealMatrix
  readonly weights: RealMatrix
  /** Where the weights have entries, be they zero: without one, liquid alpha drops the bond. */
  readonly weighted: Places
  /** Which weights and bonds liquid alpha goes by; it takes the others for zero. */
  readonly seen: { readonly weights: Places; readonly bonds: Places }
  readonly activeStake: readonly Real[]
  readonly consensus: readonly Real[]
  readonly incentive: readonly Real[]
  /** In millionths. */
  readonly bondsMovingAverage: bigint
  readonly liquidAlpha: IdealLiquidAlphaParameters | undefined
}

/** Places in a matrix. */
export type Places = (row: number, column: number) => boolean

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
  const shares = realNormalizeColumns(average(bought, held, ONE.sub(saturatedShare(input.bondsMovingAverage))))
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
    return average(weights, bonds, ONE.sub(wrappedShare(input.bondsMovingAverage)))
  }
  return weights.map((row, uid) =>
    row.map((weight, column) => {
      const held = elementAt(elementAt(bonds, uid, []), column, ZERO)
      if (!input.weighted(uid, column)) return ZERO
      const seenWeight = input.seen.weights(uid, column) ? weight : ZERO
      const seenBond = input.seen.bonds(uid, column) ? held : ZERO
      const alpha = idealLiquidAlpha(elementAt(consensus, column, ZERO), seenWeight, seenBond, liquidAlpha)
      return blend(weight, held, alpha)
    }),
  )
}

/** The old bonds' part under Yuma: the largest of the format where it does not fit, which is no matter of rounding. */
function saturatedShare(millionths: bigint): Real {
  const share = realOfInteger(millionths).div(MILLION)
  const largest = realOfFixed(I32F32, I32F32.MAX)
  return share.gt(largest) ? largest : share
}

/** The old bonds' part under Yuma 3: it wraps where it does not fit, and what it is then is no matter of rounding. */
function wrappedShare(millionths: bigint): Real {
  const share = realOfInteger(BigInt.asIntN(I64F64.integerBits, millionths)).div(MILLION)
  const whole = share.floor()
  return share.sub(whole).add(realOfInteger(BigInt.asIntN(I32F32.integerBits, BigInt(whole.toFixed(0)))))
}

/** Bonds that would become negative vanish. */
function average(newer: RealMatrix, older: RealMatrix, alpha: Real): RealMatrix {
  return joinMatrices(newer, older, (weight, held) => {
    const bond = blend(weight, held, alpha)
    return bond.isNegative() ? ZERO : bond
  })
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
