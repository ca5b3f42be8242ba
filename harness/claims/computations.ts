import { alphaCurve, halving, supplyCap } from "./curveClaims.js"
import type { ClaimNumber } from "./numbers.js"
import { uniswap } from "./poolClaims.js"
import { division, subnetCount, yields } from "./yieldClaims.js"

/** The runs of the model that show what is true of a claim, by the names that spec/claims.yaml calls them. */
export const computations: ReadonlyMap<string, () => readonly ClaimNumber[]> = new Map([
  ["supplyCap", supplyCap],
  ["halving", halving],
  ["alphaCurve", alphaCurve],
  ["uniswap", uniswap],
  ["yields", yields],
  ["division", division],
  ["subnetCount", subnetCount],
])
