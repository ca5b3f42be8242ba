import { accountOfNetuid } from "../../../reference/subnets/subnetAccount.js"
import type { BoundaryCase } from "../functions/functionCases.js"
import { alice, bob, miner1, validator1 } from "../scenarios/accounts.js"
import { market, SUBNET } from "../scenarios/market.js"
import { questions } from "./storageCase.js"

/** Rules of keys on small chains. */
export const keysQuestions: { readonly [name: string]: readonly BoundaryCase[] } = {
  "keys.setHotkeyOwner": questions(
    "a hotkey that is somebody else's",
    { network: market, parameters: { coldkey: alice, hotkey: validator1 } },
    [
      { name: "a hotkey that is nobody's", parameters: { hotkey: miner1 } },
      { name: "a hotkey that is the coldkey's already", parameters: { coldkey: bob } },
      { name: "the account of a subnet", parameters: { hotkey: accountOfNetuid(SUBNET) } },
    ],
  ),
}
