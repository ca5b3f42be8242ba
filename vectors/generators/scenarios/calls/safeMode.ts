import { SafeModeCalls } from "../../../../reference/state/calls.js"
import { EnteredUntil } from "../../../../reference/state/storage/safeMode.js"
import { alice } from "../accounts.js"
import { market } from "../market.js"
import { blockOn, by, callBy, INITIALIZE, type Situation, signed, stored } from "../situation.js"
import { accepted, alwaysRefused, type BrokenRule, refusals, type Scenario, type Suite } from "../suite.js"

const UNTIL = 2_000
const entered = stored((state) => EnteredUntil.set(state, UNTIL))
const left = stored((state) => EnteredUntil.remove(state))

const suite = (name: string, ...scenarios: readonly Scenario[]): Suite => ({
  chapter: "state",
  name: `SafeMode.${name}`,
  title: `SafeMode.${name}`,
  scenarios,
})

const byRoot = (declaration: typeof SafeModeCalls.force_enter): Situation =>
  blockOn(market(), [callBy("root", declaration, {})])

const bySomebody: BrokenRule = { name: "by somebody but root", change: by(signed(alice)), error: "BadOrigin" }
const inIt: BrokenRule = { name: "in safe mode", change: entered, error: "SafeMode.Entered" }
const notInIt: BrokenRule = { name: "outside of safe mode", change: left, error: "SafeMode.Exited" }

const enters = accepted("for a day", ["state-56"], byRoot(SafeModeCalls.force_enter))
const extended = accepted("by half a day", ["state-56"], entered(byRoot(SafeModeCalls.force_extend)))
const exits = accepted("at once", ["state-56"], entered(byRoot(SafeModeCalls.force_exit)))

const blockAfter = (until: number): Situation =>
  stored((state) => EnteredUntil.set(state, until))(blockOn(market(), [INITIALIZE]))

const refusedFor = (name: string, gives: string, situation: Situation): Scenario =>
  alwaysRefused(name, ["state-57"], situation, gives)

const deposit = { account: alice, block: 1 }
const call = (origin: Parameters<typeof callBy>[0], declaration: typeof SafeModeCalls.enter) =>
  blockOn(market(), [callBy(origin, declaration, {})])
const about = (origin: Parameters<typeof callBy>[0], declaration: typeof SafeModeCalls.release_deposit) =>
  blockOn(market(), [callBy(origin, declaration, deposit)])

/** The calls of pallet SafeMode, and its end. */
export const safeModeSuites: readonly Suite[] = [
  suite("force_enter", enters, ...refusals(enters, [bySomebody, inIt])),
  suite("force_extend", extended, ...refusals(extended, [bySomebody, notInIt])),
  suite("force_exit", exits, ...refusals(exits, [bySomebody, notInIt])),
  suite(
    "enter",
    refusedFor("by root", "BadOrigin", call("root", SafeModeCalls.enter)),
    refusedFor("without a deposit that is named", "SafeMode.NotConfigured", call(signed(alice), SafeModeCalls.enter)),
    refusedFor("in safe mode already", "SafeMode.Entered", entered(call(signed(alice), SafeModeCalls.enter))),
  ),
  suite(
    "extend",
    refusedFor("by root", "BadOrigin", call("root", SafeModeCalls.extend)),
    refusedFor("outside of safe mode", "SafeMode.Exited", call(signed(alice), SafeModeCalls.extend)),
    refusedFor(
      "without a deposit that is named",
      "SafeMode.NotConfigured",
      entered(call(signed(alice), SafeModeCalls.extend)),
    ),
  ),
  suite(
    "deposits",
    refusedFor("released by root", "BadOrigin", about("root", SafeModeCalls.release_deposit)),
    refusedFor("released", "SafeMode.NoDeposit", about(signed(alice), SafeModeCalls.release_deposit)),
    refusedFor("released by force", "SafeMode.NoDeposit", about("root", SafeModeCalls.force_release_deposit)),
    refusedFor(
      "released by the force of nobody",
      "BadOrigin",
      about(signed(alice), SafeModeCalls.force_release_deposit),
    ),
    refusedFor("slashed", "SafeMode.NoDeposit", about("root", SafeModeCalls.force_slash_deposit)),
    refusedFor("slashed by nobody", "BadOrigin", about(signed(alice), SafeModeCalls.force_slash_deposit)),
  ),
  suite(
    "end",
    accepted("in the last block of safe mode", ["state-58"], blockAfter(1_000)),
    accepted("in the first block after it", ["state-58"], blockAfter(999)),
  ),
]
