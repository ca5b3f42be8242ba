import { BalancesCalls, SwapCalls, SystemCalls } from "../../../../reference/state/calls.js"
import type { Hex } from "../../../../reference/state/scaleTypes.js"
import { NetworksAdded, Tempo } from "../../../../reference/state/storage/subtensorModule.js"
import { Account } from "../../../../reference/state/storage/system.js"
import { alice, stranger } from "../accounts.js"
import { tao } from "../amounts.js"
import { market, SUBNET } from "../market.js"
import { argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"

const bySigner: BrokenRule = { name: "by a signer", change: by(signed(alice)), error: "BadOrigin" }

/** The raw key of subnet 1's tempo: the item's prefix, and the subnet's number, which is not hashed. */
const TEMPO_OF_SUBNET: Hex = `0x${Tempo.prefix.slice(2)}0100`

const setTempo = accepted(
  "a value under a raw key",
  ["state-04"],
  blockOn(market(), [callBy("root", SystemCalls.set_storage, { items: [[TEMPO_OF_SUBNET, "0x6400"]] })]),
)

/** `System.set_storage`. */
export const setStorageSuite: Suite = {
  chapter: "state",
  name: "System.set_storage",
  title: "System.set_storage",
  scenarios: [
    setTempo,
    variant(setTempo, "nothing", argument("items", [])),
    variant(
      setTempo,
      "a key twice, of which the last value stays",
      argument("items", [
        [TEMPO_OF_SUBNET, "0x6400"],
        [TEMPO_OF_SUBNET, "0x6500"],
      ]),
    ),
    ...refusals(setTempo, [bySigner]),
  ],
}

const more = accepted(
  "more than before",
  ["state-13", "state-07"],
  blockOn(market(), [
    callBy("root", BalancesCalls.force_set_balance, { who: { type: "Id", value: alice }, new_free: tao(2_000) }),
  ]),
)

const old = stored((state) =>
  Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, flags: 0n } })),
)

const needed = variant(
  more,
  "for an account that something needs",
  stored((state) => Account.mutate(state, alice, (account) => ({ ...account, consumers: 1 }))),
)

/** `Balances.force_set_balance`. */
export const forceSetBalanceSuite: Suite = {
  chapter: "state",
  name: "Balances.force_set_balance",
  title: "Balances.force_set_balance",
  scenarios: [
    more,
    variant(more, "less than before", argument("new_free", tao(1).toString())),
    variant(more, "as much as before", argument("new_free", tao(1_000).toString())),
    variant(more, "for an account that is not there", argument("who", { Id: stranger }), ["state-13", "state-05"]),
    variant(more, "the existential deposit", argument("new_free", "500")),
    variant(more, "one rao less than the existential deposit ends the account", argument("new_free", "499"), [
      "state-13",
      "state-05",
    ]),
    variant(more, "an account whose references are counted by the rules of old", old, ["state-08"]),
    variant(
      more,
      "an account of old with something reserved",
      stored((state) =>
        Account.mutate(state, alice, (account) => ({
          ...account,
          data: { ...account.data, reserved: 5n, flags: 0n },
        })),
      ),
      ["state-08", "state-06"],
    ),
    variant(
      more,
      "an account of old with something reserved that nothing provides for",
      stored((state) =>
        Account.mutate(state, alice, (account) => ({
          ...account,
          providers: 0,
          data: { ...account.data, free: 100n, reserved: 5n, flags: 0n },
        })),
      ),
      ["state-08", "state-05"],
    ),
    variant(
      more,
      "an account that something else needs stays when its balance goes",
      (situation) =>
        argument(
          "new_free",
          "0",
        )(
          stored((state) => Account.mutate(state, alice, (account) => ({ ...account, sufficients: 1, providers: 1 })))(
            situation,
          ),
        ),
      ["state-05", "state-07"],
    ),
    variant(
      more,
      "an account that another pallet provides for stays when its balance goes",
      (situation) =>
        argument(
          "new_free",
          "0",
        )(stored((state) => Account.mutate(state, alice, (account) => ({ ...account, providers: 2 })))(situation)),
      ["state-05"],
    ),
    variant(
      more,
      "an account with a reserve keeps less than the existential deposit",
      (situation) =>
        argument(
          "new_free",
          "0",
        )(
          stored((state) =>
            Account.mutate(state, alice, (account) => ({
              ...account,
              consumers: 1,
              providers: 2,
              data: { ...account.data, reserved: 5n },
            })),
          )(situation),
        ),
      ["state-06", "state-07"],
    ),
    variant(
      more,
      "an account with a freeze that no consumer was counted for",
      stored((state) =>
        Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, frozen: 5n } })),
      ),
      ["state-06", "state-07"],
    ),
    variant(
      more,
      "an account that another pallet provides for, and that had nothing",
      stored((state) =>
        Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, free: 0n } })),
      ),
      ["state-05"],
    ),
    variant(
      more,
      "an account that nothing provides for and something needs, down to nothing",
      (situation) =>
        argument(
          "new_free",
          "0",
        )(
          stored((state) => Account.mutate(state, alice, (account) => ({ ...account, providers: 0, sufficients: 1 })))(
            situation,
          ),
        ),
      ["state-05"],
    ),
    variant(
      more,
      "an account of old with more than the existential deposit that nothing provides for",
      stored((state) =>
        Account.mutate(state, alice, (account) => ({
          ...account,
          providers: 0,
          data: { ...account.data, reserved: 5n, flags: 0n },
        })),
      ),
      ["state-08"],
    ),
    needed,
    ...refusals(needed, [
      {
        name: "nothing, for an account that something needs",
        change: argument("new_free", "0"),
        error: "ConsumerRemaining",
        clauses: ["state-13", "state-05"],
      },
    ]),
    ...refusals(more, [
      bySigner,
      {
        name: "for an account that is named by an index",
        change: argument("who", { Index: null }),
        error: "CannotLookup",
      },
    ]),
  ],
}

const setFee = accepted(
  "the highest rate",
  ["pool-21"],
  blockOn(market(), [callBy("root", SwapCalls.set_fee_rate, { netuid: SUBNET, rate: 10_000 })]),
)

/** `Swap.set_fee_rate`. */
export const swapCallsSuite: Suite = {
  chapter: "pool",
  name: "Swap.set_fee_rate",
  title: "Swap.set_fee_rate",
  scenarios: [
    setFee,
    ...refusals(setFee, [
      bySigner,
      {
        name: "on a subnet that is not there",
        change: stored((state) => NetworksAdded.remove(state, SUBNET)),
        error: "Swap.MechanismDoesNotExist",
      },
      { name: "one above the highest rate", change: argument("rate", "10001"), error: "Swap.FeeRateTooHigh" },
    ]),
  ],
}
