import { ROOT } from "../../../../reference/state/primitives.js"
import { SubtensorModuleCalls } from "../../../../reference/state/rao/calls.js"
import {
  AlphaDividendsPerSubnet,
  ChildKeys,
  NetworksAdded,
  NominatorMinRequiredStake,
  Owner,
  StakeThreshold,
  SubnetAlphaOut,
  SubnetMechanism,
  SubnetTAO,
  TotalHotkeyAlphaLastEpoch,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, bob, carol, validator1, validator2 } from "../accounts.js"
import { alpha, alphaRao, rao } from "../amounts.js"
import { OTHER, SUBNET } from "../market.js"
import { all, argument, blockOn, by, callBy, type Situation, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"
import { raoMarket, raoPlaces } from "./market.js"

const REMOVE = ["staking-81", "staking-80", "staking-70", "staking-76"]
const REMOVE_LIMIT = ["staking-82", "staking-80", "pool-33"]

function removing(): Situation {
  const values = { hotkey: validator1, netuid: SUBNET, amount_unstaked: alpha(10) }
  return blockOn(raoMarket(), [callBy(signed(alice), SubtensorModuleCalls.remove_stake, values)])
}

/** Down to a price: 20 alpha just reach 0.495, and 83 reach 0.48. */
function removingLimit(amount: number, limit: bigint, isPartAllowed: boolean): Situation {
  const values = {
    hotkey: validator1,
    netuid: SUBNET,
    amount_unstaked: alpha(amount),
    limit_price: rao(limit),
    allow_partial: isPartAllowed,
  }
  return blockOn(raoMarket(), [callBy(signed(alice), SubtensorModuleCalls.remove_stake_limit, values)])
}

const noSubnet: BrokenRule = {
  name: "of a subnet that is not there",
  change: stored((state) => NetworksAdded.remove(state, SUBNET)),
  error: "SubtensorModule.SubnetNotExists",
}

const poorPool: BrokenRule = {
  name: "from a pool that would keep less than 10,000,000 rao",
  change: stored((state) => SubnetTAO.set(state, SUBNET, rao(10_000_000))),
  error: "SubtensorModule.InsufficientLiquidity",
  clauses: ["staking-80", "pool-42"],
}

const tooLittle: BrokenRule = {
  name: "what is worth the least stake and no more",
  change: argument("amount_unstaked", "1000000"),
  error: "SubtensorModule.AmountTooLow",
}

const nobodysHotkey: BrokenRule = {
  name: "from a hotkey that nobody owns",
  change: stored((state) => Owner.remove(state, validator1)),
  error: "SubtensorModule.HotKeyAccountNotExists",
}

const tooMuch: BrokenRule = {
  name: "more than is staked",
  change: argument("amount_unstaked", (alpha(50) + 1n).toString()),
  error: "SubtensorModule.NotEnoughStakeToWithdraw",
}

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

const part = accepted("a part of a position", REMOVE, removing())

/** `remove_stake` of fork rao. */
export const raoRemoveStakeSuite: Suite = {
  chapter: "staking",
  name: "remove_stake",
  title: "remove_stake",
  scenarios: [
    part,
    variant(part, "all of it", argument("amount_unstaked", alpha(50).toString())),
    variant(
      part,
      "all but less than a hundred-thousandth, which goes too",
      argument("amount_unstaked", (alpha(50) - 400_000n).toString()),
      ["staking-64", "staking-70"],
    ),
    variant(
      part,
      "with dividends, of which the fee is a part",
      stored((state) => {
        AlphaDividendsPerSubnet.set(state, SUBNET, validator1, alpha(50))
        TotalHotkeyAlphaLastEpoch.set(state, validator1, SUBNET, alpha(150))
      }),
      ["staking-76", "pool-32"],
    ),
    variant(
      part,
      "that leaves a nomination too small to stay",
      stored((state) => NominatorMinRequiredStake.set(state, alpha(41))),
      ["staking-71", "staking-70"],
    ),
    variant(
      part,
      "by the hotkey's owner, whose stake may be small",
      all(
        by(signed(bob)),
        stored((state) => NominatorMinRequiredStake.set(state, alpha(1_000))),
      ),
      ["staking-71"],
    ),
    variant(
      part,
      "that leaves too little for children",
      stored((state) => {
        StakeThreshold.set(state, alpha(145))
        ChildKeys.set(state, validator1, SUBNET, [[1n, validator2]])
      }),
      ["staking-81"],
    ),
    variant(
      part,
      "of a subnet without a pool",
      stored((state) => SubnetMechanism.set(state, SUBNET, 0)),
      ["staking-76", "pool-42", "pool-43"],
    ),
    ...refusals(part, [noSigner, noSubnet, poorPool, tooLittle, nobodysHotkey, tooMuch]),
  ],
}

const within = accepted("all of it within the limit", REMOVE_LIMIT, removingLimit(10, 480_000_000n, false))
const partly = accepted("the part that is within the limit", REMOVE_LIMIT, removingLimit(50, 495_000_000n, true))

/** `remove_stake_limit` of fork rao. */
export const raoRemoveStakeLimitSuite: Suite = {
  chapter: "staking",
  name: "remove_stake_limit",
  title: "remove_stake_limit",
  scenarios: [
    within,
    partly,
    variant(partly, "without a limit", argument("limit_price", "0")),
    ...refusals(within, [
      noSigner,
      noSubnet,
      poorPool,
      tooLittle,
      {
        name: "at a limit above the price",
        change: argument("limit_price", "500000000"),
        error: "SubtensorModule.SlippageTooHigh",
      },
      nobodysHotkey,
      tooMuch,
    ]),
  ],
}

const everywhere = () => raoPlaces().stake(OTHER, validator1, alice, alpha(20))

function unstaking(declaration: typeof SubtensorModuleCalls.unstake_all): Situation {
  return blockOn(everywhere(), [callBy(signed(alice), declaration, { hotkey: validator1 })])
}

const all3 = accepted("of three networks", ["staking-87", "staking-86"], unstaking(SubtensorModuleCalls.unstake_all))
const toRoot = accepted(
  "of two networks",
  ["staking-88", "staking-86"],
  unstaking(SubtensorModuleCalls.unstake_all_alpha),
)

/** `unstake_all` of fork rao. */
export const raoUnstakeAllSuite: Suite = {
  chapter: "staking",
  name: "unstake_all",
  title: "unstake_all",
  scenarios: [
    all3,
    variant(
      all3,
      "where a pool is too poor to pay",
      stored((state) => SubnetTAO.set(state, SUBNET, rao(10_000_000))),
    ),
    variant(all3, "of who has nothing there", by(signed(carol))),
    ...refusals(all3, [noSigner, nobodysHotkey]),
  ],
}

/** `unstake_all_alpha` of fork rao. */
export const raoUnstakeAllAlphaSuite: Suite = {
  chapter: "staking",
  name: "unstake_all_alpha",
  title: "unstake_all_alpha",
  scenarios: [
    toRoot,
    variant(toRoot, "of who has nothing there, and stakes nothing on root", by(signed(carol)), [
      "staking-88",
      "staking-69",
    ]),
    ...refusals(toRoot, [noSigner, nobodysHotkey]),
  ],
}

function taking(declaration: typeof SubtensorModuleCalls.burn_alpha): Situation {
  return blockOn(raoPlaces(), [
    callBy(signed(alice), declaration, { hotkey: validator1, amount: alpha(10), netuid: SUBNET }),
  ])
}

function takingSuite(name: string, clauses: readonly string[], situation: Situation): Suite {
  const some = accepted("a part of a position", clauses, situation)
  return {
    chapter: "staking",
    name,
    title: name,
    scenarios: [
      some,
      variant(some, "all of it", argument("amount", alpha(50).toString())),
      ...refusals(some, [
        noSigner,
        {
          ...noSubnet,
          error: "SubtensorModule.SubNetworkDoesNotExist",
          excludesNext: true,
        },
        {
          name: "of root",
          change: argument("netuid", ROOT.toString()),
          error: "SubtensorModule.CannotBurnOrRecycleOnRootSubnet",
        },
        nobodysHotkey,
        { ...tooMuch, change: argument("amount", (alpha(50) + 1n).toString()) },
        {
          name: "more than there is outside the pool",
          change: stored((state) => SubnetAlphaOut.set(state, SUBNET, alphaRao(9_999_999_999))),
          error: "SubtensorModule.InsufficientLiquidity",
        },
      ]),
    ],
  }
}

/** `recycle_alpha` and `burn_alpha` of fork rao. */
export const raoTakingSuites: readonly Suite[] = [
  takingSuite("recycle_alpha", ["staking-90", "staking-89"], taking(SubtensorModuleCalls.recycle_alpha)),
  takingSuite("burn_alpha", ["staking-91", "staking-89"], taking(SubtensorModuleCalls.burn_alpha)),
]
