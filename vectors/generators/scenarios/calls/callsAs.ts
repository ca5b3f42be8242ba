import { derivativeAccountId } from "../../../../reference/state/callAs.js"
import { UtilityCalls } from "../../../../reference/state/calls.js"
import { EnteredUntil } from "../../../../reference/state/storage/safeMode.js"
import { alice } from "../accounts.js"
import { tao } from "../amounts.js"
import { market } from "../market.js"
import { all, argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"
import { affordable, callIs, emptyBatchAll, inner, rootsAlone, swapAnnounced, unaffordable } from "./innerCalls.js"

const bySigner: BrokenRule = { name: "by a signer", change: by(signed(alice)), error: "BadOrigin" }
const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

const innerRefused: BrokenRule = {
  name: "with a call that is refused",
  change: callIs(unaffordable),
  error: "Token.FundsUnavailable",
}

const asThird = accepted(
  "a transfer by the signer's third account",
  ["state-34"],
  blockOn(market().endow(derivativeAccountId(alice, 3), tao(5)), [
    callBy(signed(alice), UtilityCalls.as_derivative, { index: 3, call: affordable }),
  ]),
)

/** `Utility.as_derivative`. */
export const asDerivativeSuite: Suite = {
  chapter: "state",
  name: "Utility.as_derivative",
  title: "Utility.as_derivative",
  scenarios: [
    asThird,
    ...refusals(asThird, [noSigner, innerRefused]),
    ...refusals(asThird, [
      { name: "of an account that has nothing", change: argument("index", "256"), error: "Token.FundsUnavailable" },
    ]),
  ],
}

const asAlice = { type: "system", value: { type: "Signed", value: alice } } as const
const origins = [
  { name: "as root", json: { system: { Root: null } } },
  { name: "as nobody", json: { system: { None: null } } },
  { name: "as what the runtime authorized", json: { system: { Authorized: null } } },
]

const dispatched = accepted(
  "a transfer as somebody",
  ["state-35"],
  blockOn(market(), [callBy("root", UtilityCalls.dispatch_as, { as_origin: asAlice, call: affordable })]),
)

/** `Utility.dispatch_as`. */
export const dispatchAsSuite: Suite = {
  chapter: "state",
  name: "Utility.dispatch_as",
  title: "Utility.dispatch_as",
  scenarios: [
    dispatched,
    ...origins.map(({ name, json }) =>
      variant(dispatched, name, argument("as_origin", json), ["state-35", "state-14"]),
    ),
    ...origins.map(({ name, json }) =>
      variant(
        dispatched,
        `${name}, a batch`,
        all(argument("as_origin", json), callIs(inner(UtilityCalls.batch, { calls: [] }))),
      ),
    ),
    variant(
      dispatched,
      "past the filters and the guards",
      all(
        swapAnnounced,
        stored((state) => EnteredUntil.set(state, 2_000)),
      ),
      ["state-35", "state-15", "keys-20"],
    ),
    variant(dispatched, "a refusal", callIs(unaffordable), ["state-35", "state-14"]),
    ...refusals(dispatched, [bySigner]),
  ],
}

const fallible = accepted(
  "a transfer as somebody",
  ["state-42"],
  blockOn(market(), [callBy("root", UtilityCalls.dispatch_as_fallible, { as_origin: asAlice, call: affordable })]),
)

/** `Utility.dispatch_as_fallible`. */
export const dispatchAsFallibleSuite: Suite = {
  chapter: "state",
  name: "Utility.dispatch_as_fallible",
  title: "Utility.dispatch_as_fallible",
  scenarios: [
    fallible,
    variant(fallible, "a batch_all", callIs(emptyBatchAll)),
    ...refusals(fallible, [bySigner, innerRefused]),
  ],
}

const weighed = accepted(
  "what only root may do",
  ["state-41"],
  blockOn(market(), [
    callBy("root", UtilityCalls.with_weight, { call: rootsAlone, weight: { ref_time: 7n, proof_size: 8n } }),
  ]),
)

/** `Utility.with_weight`. */
export const withWeightSuite: Suite = {
  chapter: "state",
  name: "Utility.with_weight",
  title: "Utility.with_weight",
  scenarios: [
    weighed,
    ...refusals(weighed, [
      bySigner,
      { name: "what only an account may do", change: callIs(affordable), error: "BadOrigin" },
    ]),
  ],
}
