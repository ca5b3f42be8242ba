import type { CallDeclaration } from "../../../../reference/state/call.js"
import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { alice } from "../accounts.js"
import { market } from "../market.js"
import { argument, blockOn, by, callBy, signed } from "../situation.js"
import { accepted, refusals, type Suite, variant } from "../suite.js"

/** A setter that root alone may call and that takes any value. */
function anyValueSetter<Values>(
  declaration: CallDeclaration<Values>,
  clause: string,
  values: Values,
  parameter: string,
  greatest: bigint,
): Suite {
  const usual = accepted("a value", [clause], blockOn(market(), [callBy("root", declaration, values)]))
  return {
    chapter: "children",
    name: declaration.name,
    title: declaration.name,
    scenarios: [
      usual,
      variant(usual, "zero", argument(parameter, "0")),
      variant(usual, "the greatest value", argument(parameter, greatest.toString())),
      ...refusals(usual, [{ name: "by a signer", change: by(signed(alice)), error: "BadOrigin" }]),
    ],
  }
}

const U16_MAX = 2n ** 16n - 1n
const U64_MAX = 2n ** 64n - 1n

/** The setters of childkey takes and of how long children wait. */
export const childrenSetterSuites: readonly Suite[] = [
  anyValueSetter(
    SubtensorModuleCalls.sudo_set_tx_childkey_take_rate_limit,
    "children-09",
    { tx_rate_limit: 300n },
    "tx_rate_limit",
    U64_MAX,
  ),
  anyValueSetter(SubtensorModuleCalls.sudo_set_min_childkey_take, "children-10", { take: 500 }, "take", U16_MAX),
  anyValueSetter(SubtensorModuleCalls.sudo_set_max_childkey_take, "children-11", { take: 5_000 }, "take", U16_MAX),
  anyValueSetter(
    SubtensorModuleCalls.set_pending_childkey_cooldown,
    "children-12",
    { cooldown: 7_200n },
    "cooldown",
    U64_MAX,
  ),
]
