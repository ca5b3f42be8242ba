import { U64F64 } from "../../../../reference/numbers/formats.js"
import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { ROOT } from "../../../../reference/state/primitives.js"
import {
  Delegates,
  Lock,
  NetworksAdded,
  Owner,
  SubnetAlphaIn,
  SubnetMechanism,
  SubnetTAO,
  SubtokenEnabled,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, validator1 } from "../accounts.js"
import { alpha, alphaRao, rao } from "../amounts.js"
import { market, OTHER, SUBNET } from "../market.js"
import { all, argument, blockOn, by, callBy, type Situation, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, both, refusals, type Suite, variant } from "../suite.js"

const CLAUSES = ["staking-36", "staking-25", "staking-26", "staking-27", "staking-57"]

/** Subnet 1's alpha is worth 0.5 TAO and subnet 2's 1.25: the price is 0.4. */
function swapping(limit: bigint, allowPartial: boolean): Situation {
  const call = callBy(signed(alice), SubtensorModuleCalls.swap_stake_limit, {
    hotkey: validator1,
    origin_netuid: SUBNET,
    destination_netuid: OTHER,
    alpha_amount: alpha(10),
    limit_price: rao(limit),
    allow_partial: allowPartial,
  })
  return blockOn(market(), [call])
}

const ordinary = accepted("all of it within the limit", CLAUSES, swapping(390_000_000n, false))
const partial = accepted("a part, down to the limit", CLAUSES, swapping(399_000_000n, true))

const fromRoot = accepted(
  "from root",
  CLAUSES,
  all(
    argument("origin_netuid", "0"),
    argument("destination_netuid", "1"),
    argument("limit_price", "1900000000"),
  )(blockOn(market().stake(ROOT, validator1, alice, alpha(30)), swapping(1n, false).steps)),
)

const toRoot = variant(
  ordinary,
  "to root",
  all(argument("destination_netuid", "0"), argument("limit_price", "490000000")),
)

const stable = variant(
  ordinary,
  "between subnets without pools",
  all(
    argument("limit_price", "1000000000"),
    stored((state) => {
      SubnetMechanism.set(state, SUBNET, 0)
      SubnetMechanism.set(state, OTHER, 0)
    }),
  ),
)

/** The rules of stake that goes to another subnet with the same hotkey, up to those of what it is worth. */
export const placeRules: readonly BrokenRule[] = [
  { name: "by no signer", change: by("root"), error: "BadOrigin" },
  { name: "to the same subnet", change: argument("destination_netuid", "1"), error: "SubtensorModule.SameNetuid" },
  {
    name: "from a subnet that is not there",
    change: stored((state) => NetworksAdded.remove(state, SUBNET)),
    error: "SubtensorModule.SubnetNotExists",
  },
  {
    name: "to a subnet that is not there",
    change: stored((state) => NetworksAdded.remove(state, OTHER)),
    error: "SubtensorModule.SubnetNotExists",
  },
  {
    name: "from a subnet that was not started",
    change: stored((state) => SubtokenEnabled.set(state, SUBNET, false)),
    error: "SubtensorModule.SubtokenDisabled",
  },
  {
    name: "to a subnet that was not started",
    change: stored((state) => SubtokenEnabled.set(state, OTHER, false)),
    error: "SubtensorModule.SubtokenDisabled",
  },
  {
    name: "on a hotkey that nobody owns",
    change: stored((state) => Owner.remove(state, validator1)),
    error: "SubtensorModule.HotKeyAccountNotExists",
  },
]

/** A sale that gives no more than the least stake. */
export const worthTooLittle: BrokenRule = {
  name: "what is worth no more than the least",
  change: argument("alpha_amount", "4000000"),
  error: "SubtensorModule.AmountTooLow",
}

const poorOrigin: BrokenRule = {
  name: "from a pool with too little TAO",
  change: stored((state) => SubnetTAO.set(state, SUBNET, rao(999_999))),
  error: "SubtensorModule.InsufficientLiquidity",
}

const tooDear: BrokenRule = {
  name: "more than the limit lets through",
  change: argument("limit_price", "399000000"),
  error: "SubtensorModule.SlippageTooHigh",
}

/** Stake that goes to another subnet though a lock needs it. */
export const locked: BrokenRule = {
  name: "what is locked",
  change: stored((state) =>
    Lock.set(state, alice, SUBNET, validator1, {
      locked_mass: alpha(45),
      conviction: U64F64.fromInteger(5),
      last_update: 1_000n,
    }),
  ),
  error: "SubtensorModule.StakeUnavailable",
  clauses: ["locks-10", "staking-26"],
}

/** `swap_stake_limit`. */
export const swapStakeLimitSuite: Suite = {
  chapter: "staking",
  name: "swap_stake_limit",
  title: "swap_stake_limit",
  scenarios: [
    ordinary,
    partial,
    fromRoot,
    toRoot,
    stable,
    variant(fromRoot, "from root without a limit", argument("limit_price", "0")),
    variant(ordinary, "between pools without a limit", argument("limit_price", "0")),
    variant(
      ordinary,
      "more than there is takes what there is",
      all(argument("alpha_amount", alpha(51).toString()), argument("limit_price", "0")),
    ),
    variant(
      ordinary,
      "on a hotkey of the coldkey's own",
      stored((state) => Owner.set(state, validator1, alice)),
    ),
    variant(
      ordinary,
      "on a hotkey of somebody else that is a delegate",
      stored((state) => Delegates.set(state, validator1, 9_000)),
    ),
    variant(partial, "a part that is worth too little to stake again", argument("limit_price", "399999999")),
    ...refusals(ordinary, [...placeRules, poorOrigin, worthTooLittle]),
    both(ordinary, worthTooLittle, tooDear, all(worthTooLittle.change, argument("limit_price", "399999999"))),
    ...refusals(ordinary, [tooDear, locked]),
    ...refusals(ordinary, [
      {
        name: "above the price",
        change: argument("limit_price", "400000001"),
        error: "SubtensorModule.SlippageTooHigh",
      },
    ]),
    ...refusals(ordinary, [
      {
        name: "into a pool without alpha",
        change: stored((state) => SubnetAlphaIn.set(state, OTHER, alphaRao(0))),
        error: "SubtensorModule.SlippageTooHigh",
      },
    ]),
    ...refusals(ordinary, [
      {
        name: "into a pool that is too small for what comes",
        change: stored((state) => SubnetTAO.set(state, OTHER, rao(4_900_000))),
        error: "Swap.SwapInputTooLarge",
        clauses: ["pool-13", "staking-26"],
      },
    ]),
    ...refusals(fromRoot, [
      { name: "from root, by no signer", change: by("root"), error: "BadOrigin" },
      {
        name: "from root into a pool with too little alpha",
        change: stored((state) => SubnetAlphaIn.set(state, SUBNET, alphaRao(999_999))),
        error: "Swap.ReservesTooLow",
        clauses: ["staking-25", "staking-22"],
      },
      {
        name: "from root at a limit that is the price",
        change: argument("limit_price", "2000000000"),
        error: "Swap.PriceLimitExceeded",
        clauses: ["staking-25", "staking-22"],
      },
    ]),
    ...refusals(stable, [
      {
        name: "between subnets without pools above the even price",
        change: argument("limit_price", "1000000001"),
        error: "SubtensorModule.SlippageTooHigh",
      },
    ]),
  ],
}
