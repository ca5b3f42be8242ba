import type { Json, JsonObject } from "../../../../reference/interface/valueType.js"

/** A price as the chain keeps it. */
export interface KeptPrice {
  readonly raw: bigint
  readonly fractionBits: number
}

/** A swap as a pool of one fork carries it out. Amounts in rao or alpha rao. */
export interface Swap {
  readonly paidOut: bigint
  readonly fee: bigint
  readonly feeIn: "TAO" | "alpha"
  readonly priceBefore: KeptPrice
  readonly priceAfter: KeptPrice
}

/** Runs a rule of the model by name. */
export type RunRule = (name: string, input: JsonObject) => Json
