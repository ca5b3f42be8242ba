import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import {
  AlphaV2,
  SubnetMechanism,
  SubnetTAO,
  SubtokenEnabled,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, validator1 } from "../accounts.js"
import { alpha, alphaRao, rao, sharesOf } from "../amounts.js"
import { market, SUBNET } from "../market.js"
import { all, argument, blockOn, by, callBy, type Situation, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, both, refusals, type Suite, variant } from "../suite.js"
import { firstRules, locked, nobodysHotkey, noSubnet, tooMuch } from "./removeStake.js"

const CLAUSES = ["staking-33", "staking-23", "staking-56", "staking-21"]
const FULL_CLAUSES = ["staking-34", "staking-33", "staking-32"]

function removing(limit: bigint, allowPartial: boolean): Situation {
  const call = callBy(signed(alice), SubtensorModuleCalls.remove_stake_limit, {
    hotkey: validator1,
    netuid: SUBNET,
    amount_unstaked: alpha(40),
    limit_price: rao(limit),
    allow_partial: allowPartial,
  })
  return blockOn(market(), [call])
}

function removingAll(limit: bigint | undefined): Situation {
  const call = callBy(signed(alice), SubtensorModuleCalls.remove_stake_full_limit, {
    hotkey: validator1,
    netuid: SUBNET,
    limit_price: limit === undefined ? undefined : rao(limit),
  })
  return blockOn(market(), [call])
}

const unsigned: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

const poorPool: BrokenRule = {
  name: "from a pool with too little TAO",
  change: stored((state) => SubnetTAO.set(state, SUBNET, rao(999_999))),
  error: "Swap.ReservesTooLow",
  clauses: ["pool-13", "staking-23"],
}

const aboveThePrice: BrokenRule = {
  name: "at a limit that is the price",
  change: argument("limit_price", "500000000"),
  error: "Swap.PriceLimitExceeded",
  clauses: ["pool-13", "staking-23"],
}

const nothing: BrokenRule = {
  name: "nothing",
  change: argument("amount_unstaked", "0"),
  error: "SubtensorModule.AmountTooLow",
}

const moreThanThereIs: BrokenRule = {
  name: "more than there is",
  change: argument("amount_unstaked", alphaRao(50_000_000_001n).toString()),
  error: "SubtensorModule.NotEnoughStakeToWithdraw",
}

const lessStake: BrokenRule = {
  name: "with less stake than is asked for",
  change: stored((state) => AlphaV2.set(state, validator1, alice, SUBNET, sharesOf(alphaRao(3_999_999)))),
  error: "SubtensorModule.NotEnoughStakeToWithdraw",
}

const worthTooLittle: BrokenRule = {
  name: "what is worth less than the least, with stake left over",
  change: argument("amount_unstaked", "4000000"),
  error: "SubtensorModule.AmountTooLow",
}

const tooCheap: BrokenRule = {
  name: "more than the limit lets through",
  change: argument("limit_price", "499000000"),
  error: "SubtensorModule.SlippageTooHigh",
}

const ordinary = accepted("all of it within the limit", CLAUSES, removing(400_000_000n, false))
const partial = accepted("a part, down to the limit", CLAUSES, removing(499_000_000n, true))
const stable = variant(
  ordinary,
  "a subnet without a pool at the even price",
  all(
    argument("limit_price", "1000000000"),
    stored((state) => SubnetMechanism.set(state, SUBNET, 0)),
  ),
)

/** `remove_stake_limit`. */
export const removeStakeLimitSuite: Suite = {
  chapter: "staking",
  name: "remove_stake_limit",
  title: "remove_stake_limit",
  scenarios: [
    ordinary,
    partial,
    stable,
    variant(ordinary, "the whole position within the limit", argument("amount_unstaked", alpha(50).toString())),
    variant(
      ordinary,
      "on a subnet that was not started",
      stored((state) => SubtokenEnabled.set(state, SUBNET, false)),
      ["staking-33"],
    ),
    ...refusals(ordinary, [unsigned, tooMuch, poorPool, aboveThePrice, noSubnet, nothing]),
    ...refusals(ordinary, [moreThanThereIs]),
    ...refusals(ordinary, [lessStake, worthTooLittle, nobodysHotkey, locked]),
    ...refusals(ordinary, [tooCheap]),
    both(ordinary, worthTooLittle, tooCheap, all(worthTooLittle.change, argument("limit_price", "499999999"))),
    both(ordinary, tooCheap, nobodysHotkey),
    ...refusals(stable, [
      {
        name: "a subnet without a pool above the even price",
        change: argument("limit_price", "1000000001"),
        error: "SubtensorModule.SlippageTooHigh",
      },
    ]),
  ],
}

const everything = accepted("the whole position at any price", FULL_CLAUSES, removingAll(undefined))
const everythingAtALimit = accepted("the whole position within a limit", FULL_CLAUSES, removingAll(400_000_000n))

/** `remove_stake_full_limit`. */
export const removeStakeFullLimitSuite: Suite = {
  chapter: "staking",
  name: "remove_stake_full_limit",
  title: "remove_stake_full_limit",
  scenarios: [
    everything,
    everythingAtALimit,
    ...refusals(everything, [
      ...firstRules,
      tooMuch,
      noSubnet,
      {
        name: "by a coldkey without stake",
        change: stored((state) => AlphaV2.remove(state, validator1, alice, SUBNET)),
        error: "SubtensorModule.AmountTooLow",
      },
    ]),
    ...refusals(everythingAtALimit, [tooCheap]),
    ...refusals(everythingAtALimit, [aboveThePrice]),
  ],
}
