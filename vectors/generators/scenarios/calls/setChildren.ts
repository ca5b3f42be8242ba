import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { type AccountId, ROOT } from "../../../../reference/state/primitives.js"
import {
  ChildKeys,
  NetworksAdded,
  Owner,
  ParentKeys,
  PendingChildKeyCooldown,
  PendingChildKeys,
  StakeThreshold,
  SubnetOwnerHotkey,
  SubtokenEnabled,
  TransactionKeyLastBlock,
} from "../../../../reference/state/storage/subtensorModule.js"
import { bob, carol, miner1, miner2, named, validator1 } from "../accounts.js"
import { tao } from "../amounts.js"
import { market, SUBNET } from "../market.js"
import { all, argument, blockOn, by, type Change, callBy, inBlock, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, both, refusals, type Suite, variant } from "../suite.js"

const EVERYTHING = 2n ** 64n - 1n

type Edges = readonly (readonly [share: bigint, hotkey: AccountId])[]

const childrenAre = (...edges: Edges): Change =>
  argument(
    "children",
    edges.map(([share, hotkey]) => [share.toString(), hotkey]),
  )

const six = (share: bigint): Edges =>
  ["one", "two", "three", "four", "five", "six"].map((name) => [share, named(name)] as const)

/** Bob's validator, with 75 TAO of stake and one child, wants another instead; the last time was in block 500. */
const oneChild = accepted(
  "one child instead of another",
  ["children-05", "children-06", "children-01"],
  blockOn(
    market().store((state) => {
      for (const netuid of [ROOT, SUBNET]) TransactionKeyLastBlock.set(state, validator1, netuid, 0, 500n)
      StakeThreshold.set(state, tao(70))
      PendingChildKeyCooldown.set(state, 100n)
      ChildKeys.set(state, validator1, SUBNET, [[5n, miner2]])
      ParentKeys.set(state, miner2, SUBNET, [[5n, validator1]])
    }),
    [
      callBy(signed(bob), SubtensorModuleCalls.set_children, {
        hotkey: validator1,
        netuid: SUBNET,
        children: [[EVERYTHING, miner1]],
      }),
    ],
  ),
)

const tooLittleStake = stored((state) => StakeThreshold.set(state, tao(76)))

const asOwnChild: BrokenRule = {
  name: "a hotkey as its own child",
  change: childrenAre([1n, validator1]),
  excludesNext: true,
  error: "SubtensorModule.InvalidChild",
  clauses: ["children-06"],
}

const tooMany: BrokenRule = {
  name: "six children",
  change: childrenAre(...six(1n)),
  excludesNext: true,
  error: "SubtensorModule.TooManyChildren",
  clauses: ["children-06"],
}

const moreThanEverything: BrokenRule = {
  name: "more than everything",
  change: childrenAre([EVERYTHING, miner1], [1n, miner2]),
  error: "SubtensorModule.ProportionOverflow",
  clauses: ["children-06"],
}

const rules: readonly BrokenRule[] = [
  { name: "by no signer", change: by("root"), error: "BadOrigin" },
  { name: "too soon after the last time", change: inBlock(649n), error: "SubtensorModule.TxRateLimitExceeded" },
  {
    name: "on root",
    change: argument("netuid", "0"),
    excludesNext: true,
    error: "SubtensorModule.RegistrationNotPermittedOnRootSubnet",
  },
  {
    name: "on a subnet that is not there",
    change: stored((state) => NetworksAdded.remove(state, SUBNET)),
    error: "SubtensorModule.SubnetNotExists",
  },
  {
    name: "of somebody else's hotkey",
    change: stored((state) => Owner.set(state, validator1, carol)),
    error: "SubtensorModule.NonAssociatedColdKey",
  },
  {
    name: "the same child twice",
    change: childrenAre([1n, miner1], [2n, miner1]),
    error: "SubtensorModule.DuplicateChild",
  },
  {
    name: "of a hotkey that gives its children more than everything already",
    change: stored((state) =>
      ChildKeys.set(state, validator1, SUBNET, [
        [EVERYTHING, miner2],
        [5n, carol],
      ]),
    ),
    error: "SubtensorModule.ProportionOverflow",
    clauses: ["children-05", "children-01"],
  },
  {
    name: "of a hotkey whose child is its parent already",
    change: stored((state) => ParentKeys.set(state, validator1, SUBNET, [[1n, miner2]])),
    error: "SubtensorModule.ChildParentInconsistency",
    clauses: ["children-05", "children-01"],
  },
  asOwnChild,
  tooMany,
  moreThanEverything,
  {
    name: "a parent as child",
    change: stored((state) => ParentKeys.set(state, validator1, SUBNET, [[1n, miner1]])),
    error: "SubtensorModule.ChildParentInconsistency",
  },
  {
    name: "with less stake than is asked for",
    change: tooLittleStake,
    error: "SubtensorModule.NotEnoughStakeToSetChildkeys",
  },
]

/** `set_children`. */
export const setChildrenSuite: Suite = {
  chapter: "children",
  name: "set_children",
  title: "set_children",
  scenarios: [
    oneChild,
    variant(oneChild, "five children, in the order they were asked for", childrenAre(...six(1n).slice(1).reverse())),
    variant(oneChild, "none any more, with too little stake for children", all(childrenAre(), tooLittleStake)),
    variant(
      oneChild,
      "others than are waiting",
      stored((state) => PendingChildKeys.set(state, SUBNET, validator1, [[[7n, miner2]], 1_050n])),
    ),
    variant(oneChild, "as soon as it may be", inBlock(650n)),
    variant(
      oneChild,
      "of the hotkey that the subnet is run with, with too little stake",
      all(
        tooLittleStake,
        stored((state) => SubnetOwnerHotkey.set(state, SUBNET, validator1)),
      ),
    ),
    variant(
      oneChild,
      "at once, on a subnet that was not started",
      stored((state) => SubtokenEnabled.set(state, SUBNET, false)),
      ["children-05", "children-02", "children-03"],
    ),
    ...refusals(oneChild, rules),
    both(oneChild, asOwnChild, tooMany, childrenAre(...six(1n).slice(1), [1n, validator1])),
    both(oneChild, tooMany, moreThanEverything, childrenAre(...six(EVERYTHING))),
  ],
}
