import { ROOT } from "../../../../reference/state/primitives.js"
import { alice, carol, validator1, validator2 } from "../accounts.js"
import { alpha } from "../amounts.js"
import { raoBooks } from "../bookkeeping.js"
import { market, workingSubnet } from "../market.js"
import { Network } from "../network.js"

/** The usual market, with constant-product pools. */
export function raoMarket(): Network {
  return market(new Network(raoBooks))
}

/** The same with a second validator, and stake of alice on root. */
export function raoPlaces(): Network {
  return raoMarket().hotkey(validator2, carol).stake(ROOT, validator1, alice, alpha(30))
}

/** The usual subnet at work. */
export function raoSubnet(tempo = 10): Network {
  return workingSubnet(tempo, new Network(raoBooks))
}
