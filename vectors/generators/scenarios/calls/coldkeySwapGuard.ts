import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { hash } from "../../../../reference/state/primitives.js"
import { ColdkeySwapAnnouncements, ColdkeySwapDisputes } from "../../../../reference/state/storage/subtensorModule.js"
import { alice, validator1 } from "../accounts.js"
import { tao } from "../amounts.js"
import { market, SUBNET } from "../market.js"
import { all, blockOn, callBy, signed, stored } from "../situation.js"
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

/** The guard of accounts that announced a swap of their coldkey. */
export const coldkeySwapGuardSuite: Suite = {
  chapter: "keys",
  name: "coldkey-swap-guard",
  title: "The guard of announced coldkey swaps",
  scenarios: [
    staking,
    variant(staking, "a dispute without an announcement", disputed),
    ...refusals(staking, [
      { name: "a signer who announced a swap", change: announced, error: "SubtensorModule.ColdkeySwapAnnounced" },
    ]),
    {
      name: "a signer whose announced swap is disputed",
      clauses: CLAUSES,
      situation: all(announced, disputed)(staking.situation),
      gives: "SubtensorModule.ColdkeySwapDisputed",
      breaks: ["SubtensorModule.ColdkeySwapDisputed", "SubtensorModule.ColdkeySwapAnnounced"],
    },
    {
      name: "a signer who announced a swap, and a call that would be refused anyway",
      clauses: CLAUSES,
      situation: all(
        announced,
        stored((state) => ColdkeySwapDisputes.remove(state, alice)),
      )({
        ...staking.situation,
        steps: [
          callBy(signed(alice), SubtensorModuleCalls.add_stake, {
            hotkey: validator1,
            netuid: SUBNET,
            amount_staked: tao(0),
          }),
        ],
      }),
      gives: "SubtensorModule.ColdkeySwapAnnounced",
      breaks: ["SubtensorModule.ColdkeySwapAnnounced", "SubtensorModule.AmountTooLow"],
    },
  ],
}
