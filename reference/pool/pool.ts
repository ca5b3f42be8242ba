import type { Perquintill } from "../numbers/perquintill.js"

/** A subnet's weighted pool: what it holds of either currency, and how much each counts. */
export interface Pool {
  /** The weight of TAO; the weight of alpha is what is left from one. */
  readonly quoteWeight: Perquintill
  /** Alpha rao in the pool, u64: `SubnetAlphaIn`. */
  readonly alphaReserve: bigint
  /** Rao in the pool, u64: `SubnetTAO`. */
  readonly taoReserve: bigint
}
