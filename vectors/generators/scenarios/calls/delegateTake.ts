import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import {
  Delegates,
  LastRateLimitedBlock,
  MaxDelegateTake,
  MinDelegateTake,
  Owner,
  TxDelegateTakeRateLimit,
} from "../../../../reference/state/storage/subtensorModule.js"
import { bob, carol, validator1 } from "../accounts.js"
import { market } from "../market.js"
import { blockOn, by, callBy, inBlock, type Situation, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"

const TAKE = 6_000
const LAST_CHANGE = { type: "LastTxBlockDelegateTake", value: validator1 } as const

/** Bob's hotkey changes its take to 6000 in block 1000; the last change was in block 500. */
function changing(name: "increase_take" | "decrease_take", present: number): Situation {
  const network = market().store((state) => {
    Delegates.set(state, validator1, present)
    LastRateLimitedBlock.set(state, LAST_CHANGE, 500n)
    TxDelegateTakeRateLimit.set(state, 300n)
  })
  return blockOn(network, [callBy(signed(bob), SubtensorModuleCalls[name], { hotkey: validator1, take: TAKE })])
}

const guardedRules: readonly BrokenRule[] = [
  { name: "by no signer", change: by("root"), error: "BadOrigin" },
  {
    name: "below the least take",
    change: stored((state) => MinDelegateTake.set(state, TAKE + 1)),
    error: "SubtensorModule.DelegateTakeTooLow",
    clauses: ["staking-51"],
  },
  {
    name: "above the most",
    change: stored((state) => MaxDelegateTake.set(state, TAKE - 1)),
    error: "SubtensorModule.DelegateTakeTooHigh",
    clauses: ["staking-51"],
  },
  {
    name: "of a hotkey that nobody owns",
    change: stored((state) => Owner.remove(state, validator1)),
    error: "SubtensorModule.HotKeyAccountNotExists",
    clauses: ["staking-51", "staking-50"],
    excludesNext: true,
  },
  {
    name: "of somebody else's hotkey",
    change: stored((state) => Owner.set(state, validator1, carol)),
    error: "SubtensorModule.NonAssociatedColdKey",
    clauses: ["staking-51", "staking-50"],
  },
]

const unchanged: BrokenRule = {
  name: "to what it is",
  change: stored((state) => Delegates.set(state, validator1, TAKE)),
  error: "SubtensorModule.DelegateTakeTooLow",
}

const raised = accepted(
  "to a higher take",
  ["staking-52", "staking-51", "staking-50"],
  changing("increase_take", 5_000),
)

/** `increase_take`. */
export const increaseTakeSuite: Suite = {
  chapter: "staking",
  name: "increase_take",
  title: "increase_take",
  scenarios: [
    raised,
    variant(
      raised,
      "of a hotkey that is no delegate yet, below the default",
      stored((state) => Delegates.remove(state, validator1)),
    ),
    variant(raised, "as soon as it may be", inBlock(801n)),
    variant(
      raised,
      "soon after the last change without a limit",
      stored((state) => {
        LastRateLimitedBlock.set(state, LAST_CHANGE, 1_000n)
        TxDelegateTakeRateLimit.set(state, 0n)
      }),
    ),
    variant(
      raised,
      "for the first time, in a young chain",
      stored((state) => {
        LastRateLimitedBlock.remove(state, LAST_CHANGE)
        TxDelegateTakeRateLimit.set(state, 5_000n)
      }),
    ),
    ...refusals(raised, [
      ...guardedRules,
      unchanged,
      {
        name: "too soon after the last change",
        change: inBlock(800n),
        error: "SubtensorModule.DelegateTxRateLimitExceeded",
      },
    ]),
  ],
}

const lowered = accepted(
  "to a lower take",
  ["staking-53", "staking-51", "staking-50"],
  changing("decrease_take", 7_000),
)

/** `decrease_take`. */
export const decreaseTakeSuite: Suite = {
  chapter: "staking",
  name: "decrease_take",
  title: "decrease_take",
  scenarios: [
    lowered,
    variant(lowered, "at once after the last change", inBlock(501n)),
    variant(
      lowered,
      "of a hotkey that is no delegate yet",
      stored((state) => Delegates.remove(state, validator1)),
    ),
    ...refusals(lowered, [...guardedRules, unchanged]),
  ],
}
