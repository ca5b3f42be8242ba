import { BalancesCalls } from "../../../../reference/state/calls.js"
import { type AccountId, taoBalance } from "../../../../reference/state/primitives.js"
import { InactiveIssuance, TotalIssuance } from "../../../../reference/state/storage/balances.js"
import { Account } from "../../../../reference/state/storage/system.js"
import { alice, bob, stranger } from "../accounts.js"
import { tao } from "../amounts.js"
import { market } from "../market.js"
import { all, argument, blockOn, by, type Change, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, both, refusals, type Suite, variant } from "../suite.js"

const idOf = (account: AccountId) => ({ type: "Id", value: account }) as const
const amount = (rao: bigint): Change => argument("value", rao.toString())

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }
const bySigner: BrokenRule = { name: "by a signer", change: by(signed(alice)), error: "BadOrigin" }
const unnamed = (parameter: string): BrokenRule => ({
  name: "an account that is named by an index",
  change: argument(parameter, { Index: null }),
  error: "CannotLookup",
  clauses: ["state-23"],
})

const frozen = (rao: bigint): Change =>
  stored((state) =>
    Account.mutate(state, alice, (account) => ({
      ...account,
      consumers: 1,
      data: { ...account.data, frozen: rao },
    })),
  )

const issued = (rao: bigint): Change => stored((state) => TotalIssuance.set(state, taoBalance(rao)))

const notIssued: BrokenRule = {
  name: "more than is issued",
  change: issued(tao(1) - 1n),
  error: "Arithmetic.Underflow",
  clauses: ["state-10"],
}
const notThere: BrokenRule = {
  name: "more than there is",
  change: stored((state) =>
    Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, free: tao(1) - 1n } })),
  ),
  error: "Token.FundsUnavailable",
  clauses: ["state-10"],
}
const isFrozen: BrokenRule = {
  name: "what is frozen",
  change: frozen(tao(1_000)),
  error: "Token.Frozen",
  clauses: ["state-10", "state-09"],
}
/** Less than one TAO, all of it frozen. */
const poorAndFrozen: Change = all(notThere.change, frozen(tao(1_000)))

const overflows: BrokenRule = {
  name: "more than the destination can hold",
  change: stored((state) =>
    Account.mutate(state, bob, (account) => ({
      ...account,
      providers: 1,
      data: { ...account.data, free: 2n ** 64n - 1n, flags: 2n ** 127n },
    })),
  ),
  error: "Arithmetic.Overflow",
  clauses: ["state-10"],
}

const some = accepted(
  "some TAO to an account that is not there",
  ["state-28", "state-10", "state-07"],
  blockOn(market(), [callBy(signed(alice), BalancesCalls.transfer_allow_death, { dest: idOf(bob), value: tao(1) })]),
)

const tooLittleToLive: BrokenRule = {
  name: "less than the existential deposit to an account that is not there",
  change: amount(499n),
  error: "Token.BelowMinimum",
  clauses: ["state-10"],
}

/** `Balances.transfer_allow_death`. */
export const transferAllowDeathSuite: Suite = {
  chapter: "state",
  name: "Balances.transfer_allow_death",
  title: "Balances.transfer_allow_death",
  scenarios: [
    some,
    variant(some, "nothing", amount(0n)),
    variant(some, "to oneself", argument("dest", { Id: alice })),
    variant(some, "the existential deposit", amount(500n)),
    variant(some, "all but dust, which is lost", amount(tao(1_000) - 499n)),
    variant(some, "everything", amount(tao(1_000))),
    variant(some, "as much as is not frozen", all(frozen(tao(999)), amount(tao(1)))),
    ...refusals(some, [noSigner, unnamed("dest"), notIssued]),
    ...refusals(some, [notThere]),
    both(some, notIssued, notThere),
    both(some, notThere, isFrozen, poorAndFrozen),
    ...refusals(some, [isFrozen, overflows]),
    ...refusals(some, [tooLittleToLive]),
  ],
}

const kept = accepted(
  "some TAO",
  ["state-36", "state-10"],
  blockOn(market(), [callBy(signed(alice), BalancesCalls.transfer_keep_alive, { dest: idOf(bob), value: tao(1) })]),
)

const wouldDie: BrokenRule = {
  name: "so much that less than the existential deposit stays",
  change: amount(tao(1_000) - 499n),
  error: "Token.NotExpendable",
  clauses: ["state-10"],
}

/** `Balances.transfer_keep_alive`. */
export const transferKeepAliveSuite: Suite = {
  chapter: "state",
  name: "Balances.transfer_keep_alive",
  title: "Balances.transfer_keep_alive",
  scenarios: [
    kept,
    variant(kept, "all but the existential deposit", amount(tao(1_000) - 500n)),
    variant(kept, "nothing", amount(0n)),
    ...refusals(kept, [noSigner, unnamed("dest"), notIssued]),
    ...refusals(kept, [notThere]),
    both(kept, notIssued, notThere),
    both(kept, notThere, isFrozen, poorAndFrozen),
    ...refusals(kept, [isFrozen, wouldDie, overflows]),
    ...refusals(kept, [tooLittleToLive]),
  ],
}

const forced = accepted(
  "some TAO of somebody",
  ["state-37", "state-10"],
  blockOn(market(), [
    callBy("root", BalancesCalls.force_transfer, { source: idOf(alice), dest: idOf(bob), value: tao(1) }),
  ]),
)

/** `Balances.force_transfer`. */
export const forceTransferSuite: Suite = {
  chapter: "state",
  name: "Balances.force_transfer",
  title: "Balances.force_transfer",
  scenarios: [
    forced,
    variant(forced, "everything", amount(tao(1_000))),
    ...refusals(forced, [bySigner, unnamed("source")]),
    ...refusals(forced, [{ ...unnamed("dest"), name: "to an account that is named by an index" }, notIssued]),
    ...refusals(forced, [notThere]),
    both(forced, notIssued, notThere),
    both(forced, notThere, isFrozen, poorAndFrozen),
    ...refusals(forced, [isFrozen, overflows]),
    ...refusals(forced, [tooLittleToLive]),
  ],
}

const all1000 = accepted(
  "to the last rao",
  ["state-29", "state-09", "state-10"],
  blockOn(market(), [callBy(signed(alice), BalancesCalls.transfer_all, { dest: idOf(bob), keep_alive: false })]),
)

/** `Balances.transfer_all`. */
export const transferAllSuite: Suite = {
  chapter: "state",
  name: "Balances.transfer_all",
  title: "Balances.transfer_all",
  scenarios: [
    all1000,
    variant(all1000, "but for the existential deposit", argument("keep_alive", true)),
    variant(all1000, "but for what is frozen", frozen(tao(400))),
    variant(all1000, "of an account that is not there: nothing", by(signed(stranger))),
    ...refusals(all1000, [
      {
        name: "of an account with less than the existential deposit",
        change: stored((state) =>
          Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, free: 499n } })),
        ),
        error: "Token.BelowMinimum",
        clauses: ["state-10"],
      },
    ]),
    ...refusals(all1000, [noSigner, unnamed("dest"), { ...notIssued, change: issued(tao(1_000) - 1n) }, overflows]),
  ],
}

const burned = accepted(
  "some TAO",
  ["state-30", "state-09", "state-07"],
  blockOn(market(), [callBy(signed(alice), BalancesCalls.burn, { value: tao(1), keep_alive: true })]),
)

/** `Balances.burn`. */
export const burnSuite: Suite = {
  chapter: "state",
  name: "Balances.burn",
  title: "Balances.burn",
  scenarios: [
    burned,
    variant(burned, "nothing", amount(0n)),
    variant(burned, "all but dust, which is lost", all(amount(tao(1_000) - 499n), argument("keep_alive", false))),
    variant(burned, "all but the existential deposit", amount(tao(1_000) - 500n)),
    ...refusals(burned, [
      noSigner,
      {
        name: "so much that less than the existential deposit stays",
        change: amount(tao(1_000) - 499n),
        error: "Token.FundsUnavailable",
      },
      { name: "more than is issued", change: issued(tao(1) - 1n), error: "Arithmetic.Overflow" },
    ]),
  ],
}

const freed = accepted(
  "a part of what is reserved",
  ["state-31", "state-21"],
  blockOn(
    market().store((state) =>
      Account.mutate(state, alice, (account) => ({
        ...account,
        consumers: 1,
        data: { ...account.data, reserved: tao(3) },
      })),
    ),
    [callBy("root", BalancesCalls.force_unreserve, { who: idOf(alice), amount: tao(1) })],
  ),
)

/** `Balances.force_unreserve`. */
export const forceUnreserveSuite: Suite = {
  chapter: "state",
  name: "Balances.force_unreserve",
  title: "Balances.force_unreserve",
  scenarios: [
    freed,
    variant(freed, "more than is reserved frees all", argument("amount", tao(4).toString())),
    variant(freed, "nothing", argument("amount", "0")),
    variant(freed, "of an account that is not there", argument("who", { Id: stranger })),
    ...refusals(freed, [bySigner, unnamed("who")]),
  ],
}

const upgraded = accepted(
  "an account of the oldest kind, and one that is not",
  ["state-38", "state-08"],
  blockOn(
    market().store((state) =>
      Account.mutate(state, alice, (account) => ({
        ...account,
        data: { ...account.data, reserved: 5n, flags: 0n },
      })),
    ),
    [callBy(signed(bob), BalancesCalls.upgrade_accounts, { who: [alice, alice] })],
  ),
)

/** `Balances.upgrade_accounts`. */
export const upgradeAccountsSuite: Suite = {
  chapter: "state",
  name: "Balances.upgrade_accounts",
  title: "Balances.upgrade_accounts",
  scenarios: [upgraded, variant(upgraded, "none", argument("who", [])), ...refusals(upgraded, [noSigner])],
}

const adjusted = accepted(
  "less",
  ["state-32"],
  blockOn(market(), [
    callBy("root", BalancesCalls.force_adjust_total_issuance, { direction: "Decrease", delta: tao(1) }),
  ]),
)

/** `Balances.force_adjust_total_issuance`. */
export const forceAdjustTotalIssuanceSuite: Suite = {
  chapter: "state",
  name: "Balances.force_adjust_total_issuance",
  title: "Balances.force_adjust_total_issuance",
  scenarios: [
    adjusted,
    variant(adjusted, "more", argument("direction", "Increase")),
    variant(
      adjusted,
      "more than u64 holds",
      all(argument("direction", "Increase"), argument("delta", `${2n ** 64n - 1n}`)),
    ),
    variant(adjusted, "less than nothing", argument("delta", tao(1_000_000).toString())),
    ...refusals(adjusted, [
      bySigner,
      { name: "by nothing", change: argument("delta", "0"), error: "Balances.DeltaZero" },
      {
        name: "below what is out of use",
        change: stored((state) => InactiveIssuance.set(state, taoBalance(2n ** 64n - 1n))),
        error: "Balances.IssuanceDeactivated",
      },
    ]),
  ],
}
