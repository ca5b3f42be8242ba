import { SudoCalls, UtilityCalls } from "../../../../reference/state/calls.js"
import { EnteredUntil } from "../../../../reference/state/storage/safeMode.js"
import { Key } from "../../../../reference/state/storage/sudo.js"
import { alice, bob, carol } from "../accounts.js"
import { market } from "../market.js"
import { all, argument, blockOn, by, callBy, type Situation, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Scenario, type Suite, variant } from "../suite.js"
import { affordable, callIs, emptyBatch, idOf, inner, rootsAlone, swapAnnounced, unaffordable } from "./innerCalls.js"

type CallStep = Situation["steps"][number]

/** Carol has the sudo key. */
const carols = (step: CallStep): Situation =>
  blockOn(
    market().store((state) => Key.set(state, carol)),
    [step],
  )

const stranger: BrokenRule = {
  name: "by somebody without the key",
  change: by(signed(bob)),
  error: "Sudo.RequireSudo",
  clauses: ["state-24"],
}

const noKey: BrokenRule = {
  name: "where nobody has the key",
  change: stored((state) => Key.remove(state)),
  error: "Sudo.RequireSudo",
  clauses: ["state-24"],
}

const byNobody: BrokenRule = { name: "by nobody", change: by("none"), error: "BadOrigin", clauses: ["state-24"] }

const unnamed = (parameter: string): BrokenRule => ({
  name: "an account that is named by an index",
  change: argument(parameter, { Index: null }),
  error: "CannotLookup",
  clauses: ["state-23"],
})

const byRoot = (of: Scenario): Scenario => variant(of, "by root", by("root"))

const asRoot = accepted(
  "what only root may do",
  ["state-25", "state-24"],
  carols(callBy(signed(carol), SudoCalls.sudo, { call: rootsAlone })),
)

/** `Sudo.sudo`. */
export const sudoSuite: Suite = {
  chapter: "state",
  name: "Sudo.sudo",
  title: "Sudo.sudo",
  scenarios: [
    asRoot,
    byRoot(asRoot),
    variant(asRoot, "what root may not do: it is refused, and the outer call is not", callIs(affordable), [
      "state-25",
      "state-14",
    ]),
    variant(asRoot, "a batch in a batch", callIs(inner(UtilityCalls.batch, { calls: [emptyBatch] })), [
      "state-25",
      "state-15",
    ]),
    variant(
      asRoot,
      "in safe mode",
      stored((state) => EnteredUntil.set(state, 2_000)),
      ["state-25", "state-15"],
    ),
    ...refusals(asRoot, [stranger]),
    ...refusals(asRoot, [byNobody, noKey]),
  ],
}

const unchecked = accepted(
  "what only root may do",
  ["state-39", "state-24"],
  carols(
    callBy(signed(carol), SudoCalls.sudo_unchecked_weight, {
      call: rootsAlone,
      weight: { ref_time: 7n, proof_size: 8n },
    }),
  ),
)

/** `Sudo.sudo_unchecked_weight`. */
export const sudoUncheckedWeightSuite: Suite = {
  chapter: "state",
  name: "Sudo.sudo_unchecked_weight",
  title: "Sudo.sudo_unchecked_weight",
  scenarios: [
    unchecked,
    byRoot(unchecked),
    variant(unchecked, "what root may not do", callIs(affordable), ["state-39", "state-14"]),
    ...refusals(unchecked, [stranger]),
    ...refusals(unchecked, [byNobody, noKey]),
  ],
}

const asAlice = accepted(
  "a transfer as somebody",
  ["state-26", "state-24"],
  carols(callBy(signed(carol), SudoCalls.sudo_as, { who: idOf(alice), call: affordable })),
)

/** `Sudo.sudo_as`. */
export const sudoAsSuite: Suite = {
  chapter: "state",
  name: "Sudo.sudo_as",
  title: "Sudo.sudo_as",
  scenarios: [
    asAlice,
    byRoot(asAlice),
    variant(asAlice, "a refusal", callIs(unaffordable), ["state-26", "state-14"]),
    variant(asAlice, "as somebody who announced a coldkey swap", swapAnnounced, ["state-26", "keys-20"]),
    variant(
      asAlice,
      "a batch, as somebody who announced a coldkey swap",
      all(swapAnnounced, callIs(inner(UtilityCalls.batch, { calls: [affordable] }))),
      ["state-26", "state-16", "keys-20"],
    ),
    ...refusals(asAlice, [stranger, unnamed("who")]),
    ...refusals(asAlice, [byNobody, noKey]),
  ],
}

const handedOn = accepted(
  "to somebody else",
  ["state-27", "state-24"],
  carols(callBy(signed(carol), SudoCalls.set_key, { new: idOf(alice) })),
)

/** `Sudo.set_key`. */
export const setKeySuite: Suite = {
  chapter: "state",
  name: "Sudo.set_key",
  title: "Sudo.set_key",
  scenarios: [
    handedOn,
    variant(
      handedOn,
      "by root, where nobody has the key",
      all(
        by("root"),
        stored((state) => Key.remove(state)),
      ),
    ),
    ...refusals(handedOn, [stranger, unnamed("new")]),
    ...refusals(handedOn, [byNobody, noKey]),
  ],
}

const givenUp = accepted("for good", ["state-40", "state-24"], carols(callBy(signed(carol), SudoCalls.remove_key, {})))

/** `Sudo.remove_key`. */
export const removeKeySuite: Suite = {
  chapter: "state",
  name: "Sudo.remove_key",
  title: "Sudo.remove_key",
  scenarios: [givenUp, byRoot(givenUp), ...refusals(givenUp, [stranger]), ...refusals(givenUp, [byNobody, noKey])],
}
