import { ideal, type Real, realOfInteger } from "../../numbers/ideal/realNumbers.js"
import { ONE, ZERO } from "./realMatrix.js"

const HALF = ONE.div(2)

/** The range of liquid alpha and how steeply it is crossed, the steepness in ones rather than hundredths. */
export interface IdealLiquidAlphaParameters {
  readonly alphaLow: Real
  readonly alphaHigh: Real
  readonly steepness: Real
}

/** The weight of the new observation in the moving average of one bond, without rounding. */
export function idealLiquidAlpha(
  consensus: Real,
  weight: Real,
  bond: Real,
  { alphaLow, alphaHigh, steepness }: IdealLiquidAlphaParameters,
): Real {
  const moved = weight.gte(bond) ? weight.sub(consensus) : bond.sub(weight)
  const difference = realClamp(moved, ZERO, ONE)
  const exponent = realClamp(steepness.neg().mul(difference.sub(HALF)), realOfInteger(-20), realOfInteger(20))
  const sigmoid = ONE.div(ONE.add(ideal.exp(exponent)))
  return realClamp(alphaLow.add(sigmoid.mul(alphaHigh.sub(alphaLow))), alphaLow, alphaHigh)
}

function realClamp(value: Real, low: Real, high: Real): Real {
  const below = value.gt(high) ? high : value
  return below.lt(low) ? low : below
}
