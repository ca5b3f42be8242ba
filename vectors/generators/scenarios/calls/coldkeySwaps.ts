import { blake2b } from "@noble/hashes/blake2.js"
import type { CallDeclaration } from "../../../../reference/state/call.js"
import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { type AccountId, type Hash, hash } from "../../../../reference/state/primitives.js"
import { fromHex, toHex } from "../../../../reference/state/scaleTypes.js"
import {
  ColdkeySwapAnnouncements,
  ColdkeySwapDisputes,
  ColdkeySwapReannouncementDelay,
} from "../../../../reference/state/storage/subtensorModule.js"
import { Account } from "../../../../reference/state/storage/system.js"
import { alice, named } from "../accounts.js"
import { tao } from "../amounts.js"
import { Network } from "../network.js"
import { argument, blockOn, by, type Change, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"

const newColdkey = named("new-coldkey")
const PRICE = 100_000_000n
const NOTHING = {}

const hashOf = (account: AccountId): Hash => hash(toHex(blake2b(fromHex(account), { dkLen: 32 })))

/** Alice has announced that she swaps her coldkey; the swap may come from that block on. */
const announced = (term: number): Change =>
  stored((state) => ColdkeySwapAnnouncements.set(state, alice, [term, hashOf(newColdkey)]))

const unannounced: BrokenRule = {
  name: "without an announcement",
  change: stored((state) => ColdkeySwapAnnouncements.remove(state, alice)),
  error: "SubtensorModule.ColdkeySwapAnnouncementNotFound",
}

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

function byAlice<Values>(
  declaration: CallDeclaration<Values>,
  values: Values,
  clause: string,
  name: string,
  term = 900,
) {
  const network = new Network().endow(alice, tao(10)).store((state) => ColdkeySwapReannouncementDelay.set(state, 100))
  const situation = blockOn(network, [callBy(signed(alice), declaration, values)])
  return accepted(name, [clause], announced(term)(situation))
}

const again = byAlice(
  SubtensorModuleCalls.announce_coldkey_swap,
  { new_coldkey_hash: hashOf(newColdkey) },
  "keys-43",
  "again, as soon as the delay is over",
)
const first = variant(again, "for the first time", unannounced.change, ["keys-43", "keys-41"])

/** `announce_coldkey_swap`. */
export const announceColdkeySwapSuite: Suite = {
  chapter: "keys",
  name: "announce_coldkey_swap",
  title: "announce_coldkey_swap",
  scenarios: [
    first,
    again,
    ...refusals(again, [
      noSigner,
      {
        name: "again, a block too soon",
        change: announced(901),
        error: "SubtensorModule.ColdkeySwapReannouncedTooEarly",
      },
    ]),
    ...refusals(first, [
      {
        name: "by who has less than the price",
        change: stored((state) =>
          Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, free: PRICE - 1n } })),
        ),
        error: "SubtensorModule.NotEnoughBalanceToPaySwapColdKey",
        clauses: ["keys-43", "keys-41"],
      },
    ]),
  ],
}

const swapped = byAlice(
  SubtensorModuleCalls.swap_coldkey_announced,
  { new_coldkey: newColdkey },
  "keys-44",
  "in the first block in which it may be",
  1_000,
)

/** `swap_coldkey_announced`. */
export const swapColdkeyAnnouncedSuite: Suite = {
  chapter: "keys",
  name: "swap_coldkey_announced",
  title: "swap_coldkey_announced",
  scenarios: [
    swapped,
    ...refusals(swapped, [
      noSigner,
      unannounced,
      {
        name: "to another coldkey than was announced",
        change: argument("new_coldkey", named("another-coldkey")),
        error: "SubtensorModule.AnnouncedColdkeyHashDoesNotMatch",
      },
      { name: "a block too soon", change: announced(1_001), error: "SubtensorModule.ColdkeySwapTooEarly" },
    ]),
  ],
}

const disputed = byAlice(SubtensorModuleCalls.dispute_coldkey_swap, NOTHING, "keys-45", "one's own announcement")

/** `dispute_coldkey_swap`. */
export const disputeColdkeySwapSuite: Suite = {
  chapter: "keys",
  name: "dispute_coldkey_swap",
  title: "dispute_coldkey_swap",
  scenarios: [
    disputed,
    ...refusals(disputed, [noSigner, unannounced]),
    ...refusals(disputed, [
      {
        name: "a second time, which the check before the call refuses",
        change: stored((state) => ColdkeySwapDisputes.set(state, alice, 950)),
        error: "SubtensorModule.ColdkeySwapDisputed",
        clauses: ["keys-20"],
      },
    ]),
  ],
}

const cleared = byAlice(
  SubtensorModuleCalls.clear_coldkey_swap_announcement,
  NOTHING,
  "keys-46",
  "as soon as the delay is over",
)

/** `clear_coldkey_swap_announcement`. */
export const clearColdkeySwapSuite: Suite = {
  chapter: "keys",
  name: "clear_coldkey_swap_announcement",
  title: "clear_coldkey_swap_announcement",
  scenarios: [
    cleared,
    ...refusals(cleared, [noSigner, unannounced]),
    ...refusals(cleared, [
      { name: "a block too soon", change: announced(901), error: "SubtensorModule.ColdkeySwapClearTooEarly" },
    ]),
  ],
}

const reset = accepted(
  "a swap that was announced and disputed",
  ["keys-47"],
  stored((state) => {
    ColdkeySwapAnnouncements.set(state, alice, [900, hashOf(newColdkey)])
    ColdkeySwapDisputes.set(state, alice, 950)
  })(blockOn(new Network(), [callBy("root", SubtensorModuleCalls.reset_coldkey_swap, { coldkey: alice })])),
)

/** `reset_coldkey_swap`. */
export const resetColdkeySwapSuite: Suite = {
  chapter: "keys",
  name: "reset_coldkey_swap",
  title: "reset_coldkey_swap",
  scenarios: [reset, ...refusals(reset, [{ name: "by a signer", change: by(signed(newColdkey)), error: "BadOrigin" }])],
}
