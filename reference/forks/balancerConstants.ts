import { taoBalance } from "../state/primitives.js"
import type { Constants } from "./fork.js"

/** What the runtime of spec_version 425 fixes. */
export const balancerConstants: Constants = {
  existentialDeposit: taoBalance(500n),
}
