import { taoBalance } from "../state/primitives.js"
import type { Constants } from "./fork.js"

/** What the runtime of spec_version 425 fixes. */
export const balancerConstants: Constants = {
  existentialDeposit: taoBalance(500n),
  minStake: taoBalance(2_000_000n),
  swapMinimumReserve: 1_000_000n,
  swapMaxFeeRate: 10_000,
}
