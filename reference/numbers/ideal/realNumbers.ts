import { Decimal } from "decimal.js"
import type { SafeFloat } from "../safeFloat.js"

/** Real numbers to 100 digits: far more than any format keeps, so that what differs is the chain's rounding. */
const Real = Decimal.clone({ precision: 100, minE: -9e15, maxE: 9e15 })
export type Real = Decimal

/** A format, as far as its values' size goes. */
interface Places {
  readonly fractionBits: number
}

/** An integer as a real number. */
export function realOfInteger(n: bigint | number): Real {
  return new Real(n.toString())
}

/** The real number that a double is, not the shortest decimal that reads back as it. */
export function realOfDouble(double: number): Real {
  let numerator = double
  let halvings = 0
  while (!Number.isInteger(numerator)) {
    numerator *= 2
    halvings += 1
  }
  return realOfInteger(BigInt(numerator)).div(new Real(2).pow(halvings))
}

/** The real number that raw bits of a format stand for. */
export function realOfFixed(format: Places, raw: bigint): Real {
  return realOfInteger(raw).div(lastPlaces(format))
}

/** The real number that a SafeFloat stands for. */
export function realOfSafeFloat(value: SafeFloat): Real {
  return realOfInteger(value.mantissa).mul(new Real(10).pow(value.exponent.toString()))
}

/** How many last places (units of the raw bits) a value lies above a real number; negative if below. */
export function placesAbove(format: Places, raw: bigint, exact: Real): Real {
  return realOfInteger(raw).sub(exact.mul(lastPlaces(format)))
}

function lastPlaces({ fractionBits }: Places): Real {
  return new Real(2).pow(fractionBits)
}

/** The functions of the chain without rounding. */
export const ideal = {
  log2: (x: Real): Real => Real.log2(x),
  ln: (x: Real): Real => Real.ln(x),
  exp: (x: Real): Real => Real.exp(x),
  sqrt: (x: Real): Real => Real.sqrt(x),
  pow: (base: Real, exponent: Real): Real => Real.pow(base, exponent),
  /** (base ÷ …)^(exponent ÷ …) × scale. */
  powRatioScaled: (base: Real, exponent: Real, scale: Real): Real => Real.pow(base, exponent).mul(scale),
  /** 1 + x + x²/2! + … with the powers below `terms`: what the chain's exponential aims at. */
  expSeries: (x: Real, terms: number): Real => {
    let term = new Real(1)
    let sum = term
    for (let n = 1; n < terms; n++) {
      term = term.mul(x).div(n)
      sum = sum.add(term)
    }
    return sum
  },
}
