import type { CallDeclaration, RuntimeCall } from "../../../../reference/state/call.js"
import { UtilityCalls } from "../../../../reference/state/calls.js"
import { EnteredUntil } from "../../../../reference/state/storage/safeMode.js"
import { alice } from "../accounts.js"
import { market } from "../market.js"
import { all, blockOn, by, callBy, type Situation, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"
import {
  affordable,
  callIs,
  callsAre,
  emptyBatch,
  emptyBatchAll,
  emptyForceBatch,
  orElse,
  rootsAlone,
  swapAnnounced,
  tooSmall,
  unaffordable,
} from "./innerCalls.js"

type BatchDeclaration = CallDeclaration<{ readonly calls: readonly RuntimeCall[] }>

const batching = (declaration: BatchDeclaration, ...calls: readonly RuntimeCall[]): Situation =>
  blockOn(market(), [callBy(signed(alice), declaration, { calls })])

const announced: BrokenRule = {
  name: "after the announcement of a coldkey swap",
  change: swapAnnounced,
  error: "SubtensorModule.ColdkeySwapAnnounced",
  clauses: ["keys-20", "state-01"],
}

const inSafeMode: BrokenRule = {
  name: "in safe mode",
  change: stored((state) => EnteredUntil.set(state, 2_000)),
  error: "System.CallFiltered",
  clauses: ["state-15"],
}

const holding = (kind: string, call: RuntimeCall): BrokenRule => ({
  name: `with a ${kind} in it`,
  change: callsAre(affordable, call),
  error: "System.CallFiltered",
  clauses: ["state-15"],
})

const byNobody: BrokenRule = { name: "by nobody", change: by("none"), error: "BadOrigin" }

const filtered: readonly BrokenRule[] = [
  holding("batch", emptyBatch),
  holding("batch_all", emptyBatchAll),
  holding("force_batch", emptyForceBatch),
  inSafeMode,
  announced,
]

const two = accepted("two transfers", ["state-17", "state-16"], batching(UtilityCalls.batch, affordable, affordable))

/** `Utility.batch`. */
export const batchSuite: Suite = {
  chapter: "state",
  name: "Utility.batch",
  title: "Utility.batch",
  scenarios: [
    two,
    variant(two, "nothing", callsAre()),
    variant(two, "a refusal in the middle: what came before stays", callsAre(affordable, unaffordable, affordable), [
      "state-17",
      "state-16",
      "state-14",
    ]),
    variant(two, "a refusal at the beginning", callsAre(tooSmall, affordable), ["state-17", "state-14"]),
    variant(two, "what only root may do", callsAre(rootsAlone), ["state-17", "state-14"]),
    variant(two, "batches in a batch, by root", all(by("root"), callsAre(emptyBatch, rootsAlone, emptyBatchAll)), [
      "state-16",
      "state-15",
    ]),
    ...refusals(two, filtered),
    ...refusals(two, [byNobody]),
  ],
}

const allOrNothing = accepted(
  "two transfers",
  ["state-18", "state-16"],
  batching(UtilityCalls.batch_all, affordable, affordable),
)

/** `Utility.batch_all`. */
export const batchAllSuite: Suite = {
  chapter: "state",
  name: "Utility.batch_all",
  title: "Utility.batch_all",
  scenarios: [
    allOrNothing,
    variant(allOrNothing, "nothing", callsAre()),
    variant(
      allOrNothing,
      "a batch_all behind another call, which is filtered there",
      callsAre(orElse(emptyBatchAll, affordable)),
      ["state-18", "state-15", "state-33"],
    ),
    variant(
      allOrNothing,
      "a batch_all behind another call, by root",
      all(by("root"), callsAre(orElse(emptyBatchAll, rootsAlone))),
      ["state-18", "state-16"],
    ),
    ...refusals(allOrNothing, filtered),
    ...refusals(allOrNothing, [byNobody]),
    ...refusals(allOrNothing, [
      {
        name: "with a transfer that cannot be paid",
        change: callsAre(affordable, unaffordable),
        error: "Token.FundsUnavailable",
      },
    ]),
    ...refusals(allOrNothing, [
      { name: "with a stake that is too small", change: callsAre(tooSmall), error: "SubtensorModule.AmountTooLow" },
    ]),
  ],
}

const whatever = accepted(
  "two transfers",
  ["state-19", "state-16"],
  batching(UtilityCalls.force_batch, affordable, affordable),
)

/** `Utility.force_batch`. */
export const forceBatchSuite: Suite = {
  chapter: "state",
  name: "Utility.force_batch",
  title: "Utility.force_batch",
  scenarios: [
    whatever,
    variant(whatever, "nothing", callsAre()),
    variant(whatever, "refusals before and after", callsAre(unaffordable, affordable, tooSmall, rootsAlone), [
      "state-19",
      "state-14",
    ]),
    ...refusals(whatever, filtered),
    ...refusals(whatever, [byNobody]),
  ],
}

const mainCall = accepted(
  "the main call is accepted",
  ["state-33", "state-16"],
  blockOn(market(), [callBy(signed(alice), UtilityCalls.if_else, { main: affordable, fallback: unaffordable })]),
)

/** `Utility.if_else`. */
export const ifElseSuite: Suite = {
  chapter: "state",
  name: "Utility.if_else",
  title: "Utility.if_else",
  scenarios: [
    mainCall,
    variant(mainCall, "the main call is refused", all(callIs(tooSmall, "main"), callIs(affordable, "fallback")), [
      "state-33",
      "state-14",
    ]),
    variant(mainCall, "by root", all(by("root"), callIs(affordable, "main"), callIs(rootsAlone, "fallback")), [
      "state-33",
      "state-16",
    ]),
    ...refusals(mainCall, [byNobody]),
    ...refusals(mainCall, [
      { name: "both are refused", change: callIs(tooSmall, "main"), error: "Token.FundsUnavailable" },
    ]),
  ],
}
