import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import {
  Delegates,
  Owner,
  SubnetAlphaIn,
  SubnetMechanism,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, stranger, validator1 } from "../accounts.js"
import { alphaRao, rao, tao } from "../amounts.js"
import { market, SUBNET } from "../market.js"
import { all, argument, blockOn, callBy, type Situation, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, both, refusals, type Suite, variant } from "../suite.js"
import { firstRules, lastRules, worthlessShares } from "./addStake.js"

const CLAUSES = ["staking-31", "staking-22", "staking-55", "staking-20", "pool-14"]

/** The pool's price is half a TAO, and a limit is in rao for one alpha. */
function adding(limit: bigint, allowPartial: boolean): Situation {
  const call = callBy(signed(alice), SubtensorModuleCalls.add_stake_limit, {
    hotkey: validator1,
    netuid: SUBNET,
    amount_staked: tao(10),
    limit_price: rao(limit),
    allow_partial: allowPartial,
  })
  return blockOn(market(), [call])
}

const ordinary = accepted("all of it within the limit", CLAUSES, adding(600_000_000n, false))
const partial = accepted("a part, up to the limit", CLAUSES, adding(501_000_000n, true))
const stable = variant(
  ordinary,
  "a subnet without a pool at the even price",
  all(
    argument("limit_price", "1000000000"),
    stored((state) => SubnetMechanism.set(state, SUBNET, 0)),
  ),
)

const tooDear: BrokenRule = {
  name: "more than the limit lets through",
  change: argument("limit_price", "501000000"),
  error: "SubtensorModule.SlippageTooHigh",
}

const tooLittle: BrokenRule = {
  name: "less than the least",
  change: argument("amount_staked", "2001006"),
  error: "SubtensorModule.AmountTooLow",
}

const belowThePrice: BrokenRule = {
  name: "at a limit that is the price",
  change: argument("limit_price", "500000000"),
  error: "Swap.PriceLimitExceeded",
  clauses: ["pool-13", "staking-22"],
}

/** Looking how much the limit lets through is a swap itself, and refuses as one. */
const poorPool: BrokenRule = {
  name: "into a pool with too little alpha",
  change: stored((state) => SubnetAlphaIn.set(state, SUBNET, alphaRao(999_999))),
  error: "Swap.ReservesTooLow",
  clauses: ["pool-13", "staking-22"],
}

const [unsigned, tooMuch, ...subnetRules] = firstRules
const rules = [unsigned, tooMuch].flatMap((rule) => rule ?? [])
const ruleOfBalance = lastRules.slice(0, 2)

/** `add_stake_limit`. */
export const addStakeLimitSuite: Suite = {
  chapter: "staking",
  name: "add_stake_limit",
  title: "add_stake_limit",
  scenarios: [
    ordinary,
    partial,
    variant(ordinary, "a limit that the price just reaches", argument("limit_price", "510045000")),
    stable,
    variant(
      ordinary,
      "on a hotkey of somebody else that is a delegate already",
      stored((state) => Delegates.set(state, validator1, 9_000)),
      ["staking-31", "staking-10"],
    ),
    variant(
      ordinary,
      "on a hotkey of the coldkey's own",
      stored((state) => Owner.set(state, validator1, alice)),
      ["staking-31", "staking-10"],
    ),
    ...refusals(ordinary, [...rules, poorPool, belowThePrice, ...subnetRules, tooLittle]),
    both(ordinary, tooLittle, tooDear, all(argument("amount_staked", "2001006"), argument("limit_price", "500000001"))),
    ...refusals(ordinary, [tooDear, ...ruleOfBalance]),
    ...refusals(partial, [
      {
        name: "in part on a hotkey that nobody owns",
        change: argument("hotkey", stranger),
        error: "SubtensorModule.HotKeyAccountNotExists",
      },
      {
        name: "a part that is too small",
        change: argument("limit_price", "500000001"),
        error: "SubtensorModule.AmountTooLow",
      },
      { ...worthlessShares, name: "in part on a hotkey whose shares are worth nothing" },
    ]),
    ...refusals(stable, [
      {
        name: "a subnet without a pool below the even price",
        change: argument("limit_price", "999999999"),
        error: "SubtensorModule.SlippageTooHigh",
      },
    ]),
  ],
}
