import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { hash } from "../../../../reference/state/primitives.js"
import { ColdkeySwapAnnouncements, ColdkeySwapDisputes } from "../../../../reference/state/storage/subtensorModule.js"
import { alice, validator1 } from "../accounts.js"
import { tao } from "../amounts.js"
import { market, SUBNET } from "../market.js"
import { argument, blockOn, callBy, signed, stored } from "../situation.js"
import { accepted, refusals, type Suite, variant } from "../suite.js"

const CLAUSES = ["keys-20", "state-01"]

const staking = accepted(
  "a signer who announced nothing",
  CLAUSES,
  blockOn(market(), [
    callBy(signed(alice), SubtensorModuleCalls.add_stake, {
      hotkey: validator1,
      netuid: SUBNET,
      amount_staked: tao(1),
    }),
  ]),
)

const announced = stored((state) => ColdkeySwapAnnouncements.set(state, alice, [5_000, hash(`0x${"ab".repeat(32)}`)]))
const disputed = stored((state) => ColdkeySwapDisputes.set(state, alice, 900))

const disputedOnly = variant(staking, "a dispute without an announcement", disputed)

/** The guard of accounts that announced a swap of their coldkey. */
export const coldkeySwapGuardSuite: Suite = {
  chapter: "keys",
  name: "coldkey-swap-guard",
  title: "The guard of announced coldkey swaps",
  scenarios: [
    staking,
    disputedOnly,
    ...refusals(staking, [
      { name: "a signer who announced a swap", change: announced, error: "SubtensorModule.ColdkeySwapAnnounced" },
      {
        name: "a call that its own rule refuses",
        change: argument("amount_staked", "0"),
        error: "SubtensorModule.AmountTooLow",
      },
    ]),
    ...refusals(disputedOnly, [
      {
        name: "a signer whose announced swap is disputed",
        change: announced,
        error: "SubtensorModule.ColdkeySwapDisputed",
      },
    ]),
  ],
}
