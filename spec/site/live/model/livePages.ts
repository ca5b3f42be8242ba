import { consensusPage } from "../consensus/consensus.js"
import { emissionSplitPage } from "../emissionSplit/emissionSplit.js"
import { halvingPage } from "../halving/halving.js"
import { poolPage } from "../pool/pool.js"
import { rootYieldPage } from "../rootYield/rootYield.js"

/** The computation of each page. */
export const livePages = {
  halving: halvingPage,
  pool: poolPage,
  consensus: consensusPage,
  "emission-split": emissionSplitPage,
  "root-yield": rootYieldPage,
}

export type PageName = keyof typeof livePages
