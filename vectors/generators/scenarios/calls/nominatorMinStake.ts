import { AdminUtilsCalls } from "../../../../reference/state/calls.js"
import { NominatorMinRequiredStake } from "../../../../reference/state/storage/subtensorModule.js"
import { alice } from "../accounts.js"
import { market } from "../market.js"
import { argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, refusals, type Suite, variant } from "../suite.js"

const CLAUSES = ["hyperparameters-18", "staking-18"]

// 50 alpha at ½ TAO are just below what 12,500 millions of millionths of 2,000,000 rao ask for.
const clears = accepted(
  "that clears a nomination",
  CLAUSES,
  blockOn(market(), [
    callBy("root", AdminUtilsCalls.sudo_set_nominator_min_required_stake, { min_stake: 12_500_001_000n }),
  ]),
)

/** `sudo_set_nominator_min_required_stake`. */
export const nominatorMinStakeSuite: Suite = {
  chapter: "hyperparameters",
  name: "sudo_set_nominator_min_required_stake",
  title: "sudo_set_nominator_min_required_stake",
  scenarios: [
    clears,
    variant(clears, "that asks for nothing", argument("min_stake", "0")),
    variant(
      clears,
      "that rises by less than twice, and clears nothing",
      stored((state) => NominatorMinRequiredStake.set(state, 12_500_000_000n)),
    ),
    ...refusals(clears, [{ name: "by a signer", change: by(signed(alice)), error: "BadOrigin" }]),
  ],
}
