import { Decimal } from "decimal.js"
import { INITIAL_BLOCK_EMISSION, TOTAL_SUPPLY } from "./supply.js"

/** Real numbers to 60 digits. */
const Real = Decimal.clone({ precision: 60 })

/** How many times half of what was left has been issued: the whole part of log2(1 ÷ (1 − issuance ÷ supply)). */
export function idealHalvings(issuance: bigint): number {
  const supply = new Real(TOTAL_SUPPLY.toString())
  return Real.log2(supply.div(supply.sub(issuance.toString())))
    .floor()
    .toNumber()
}

/** What a block emits, in rao with its fraction. */
export function idealEmission(issuance: bigint): Decimal {
  return new Real(INITIAL_BLOCK_EMISSION.toString()).div(new Real(2).pow(idealHalvings(issuance)))
}
