import { taoBalance } from "../state/primitives.js"
import { balancerConstants } from "./balancerConstants.js"
import type { Constants } from "./fork.js"

/** What the runtime of spec_version 261 fixes. What only rules of the newer fork ask for is left as it is there. */
export const raoConstants: Constants = {
  ...balancerConstants,
  minStake: taoBalance(500_000n),
}
