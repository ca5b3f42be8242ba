import { type Real, realOfInteger } from "../numbers/ideal/realNumbers.js"

/** What a constant-product pool pays without rounding: reserveOut × amountIn ÷ (reserveIn + amountIn). */
export function idealAmountOut(reserveIn: bigint, reserveOut: bigint, amountIn: bigint): Real {
  const paidIn = realOfInteger(amountIn)
  return paidIn.mul(reserveOut.toString()).div(paidIn.add(reserveIn.toString()))
}
