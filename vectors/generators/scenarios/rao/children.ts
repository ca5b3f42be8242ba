import { SubtensorModuleCalls } from "../../../../reference/state/rao/calls.js"
import {
  ChildKeys,
  NetworksAdded,
  Owner,
  ParentKeys,
  PendingChildKeys,
  StakeThreshold,
  SubnetOwnerHotkey,
  Tempo,
  TransactionKeyLastBlock,
  TxChildkeyTakeRateLimit,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, bob, miner1, miner2, validator1, validator2 } from "../accounts.js"
import { alpha } from "../amounts.js"
import { blockStepOn, blockSteps, where } from "../blocks/blockStep.js"
import { ROOT, SUBNET } from "../market.js"
import { argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"
import { raoSubnet } from "./market.js"

const MOST = (1n << 64n) - 1n
const LAST_SET_CHILDREN = 0
const LAST_SET_TAKE = 1

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }
const foreign: BrokenRule = {
  name: "of a hotkey that somebody else owns",
  change: stored((state) => Owner.set(state, validator1, bob)),
  error: "SubtensorModule.NonAssociatedColdKey",
}

const asked = accepted(
  "for two, with as much stake as it needs",
  ["children-40"],
  blockOn(
    raoSubnet().store((state) => {
      StakeThreshold.set(state, alpha(1_500))
      TransactionKeyLastBlock.set(state, validator1, SUBNET, LAST_SET_CHILDREN, 850n)
    }),
    [
      callBy(signed(alice), SubtensorModuleCalls.set_children, {
        hotkey: validator1,
        netuid: SUBNET,
        children: [
          [1n << 63n, validator2],
          [5n, miner1],
        ],
      }),
    ],
  ),
)

const five = [...Array(6).keys()].map((part) => [String(part), miner2])

/** `set_children` of fork rao. */
export const raoSetChildrenSuite: Suite = {
  chapter: "children",
  name: "set_children",
  title: "set_children",
  scenarios: [
    asked,
    variant(asked, "for none", argument("children", [])),
    variant(
      asked,
      "for a hotkey that the subnet is run with, which needs no stake",
      stored((state) => {
        StakeThreshold.set(state, alpha(1_500) + 1n)
        SubnetOwnerHotkey.set(state, SUBNET, validator1)
      }),
    ),
    ...refusals(asked, [
      noSigner,
      {
        name: "a block too soon after the last time",
        change: stored((state) => TransactionKeyLastBlock.set(state, validator1, SUBNET, LAST_SET_CHILDREN, 851n)),
        error: "SubtensorModule.TxRateLimitExceeded",
        excludesNext: true,
      },
      {
        name: "on root",
        change: argument("netuid", "0"),
        error: "SubtensorModule.RegistrationNotPermittedOnRootSubnet",
        excludesNext: true,
      },
      {
        name: "on a subnet that is not there",
        change: stored((state) => NetworksAdded.remove(state, SUBNET)),
        error: "SubtensorModule.SubNetworkDoesNotExist",
      },
      foreign,
      {
        name: "for six",
        change: argument("children", five),
        error: "SubtensorModule.TooManyChildren",
        excludesNext: true,
      },
      {
        name: "for itself",
        change: argument("children", [["1", validator1]]),
        error: "SubtensorModule.InvalidChild",
        excludesNext: true,
      },
      {
        name: "for more than everything",
        change: argument("children", [
          [MOST.toString(), miner1],
          ["1", miner2],
        ]),
        error: "SubtensorModule.ProportionOverflow",
        excludesNext: true,
      },
      {
        name: "for the same child twice",
        change: argument("children", [
          ["1", miner1],
          ["1", miner1],
        ]),
        error: "SubtensorModule.DuplicateChild",
      },
      {
        name: "with less stake than it needs",
        change: stored((state) => StakeThreshold.set(state, alpha(1_500) + 1n)),
        error: "SubtensorModule.NotEnoughStakeToSetChildkeys",
      },
    ]),
  ],
}

const taken = accepted(
  "just long enough after the last time",
  ["children-43", "children-42"],
  blockOn(
    raoSubnet().store((state) => {
      TxChildkeyTakeRateLimit.set(state, 100n)
      TransactionKeyLastBlock.set(state, validator1, SUBNET, LAST_SET_TAKE, 900n)
    }),
    [
      callBy(signed(alice), SubtensorModuleCalls.set_childkey_take, {
        hotkey: validator1,
        netuid: SUBNET,
        take: 5_000,
      }),
    ],
  ),
)

/** `set_childkey_take` of fork rao. */
export const raoSetChildkeyTakeSuite: Suite = {
  chapter: "children",
  name: "set_childkey_take",
  title: "set_childkey_take",
  scenarios: [
    taken,
    ...refusals(taken, [
      noSigner,
      foreign,
      {
        name: "above the greatest",
        change: argument("take", "11797"),
        error: "SubtensorModule.InvalidChildkeyTake",
      },
      {
        name: "a block too soon",
        change: stored((state) => TxChildkeyTakeRateLimit.set(state, 101n)),
        error: "SubtensorModule.TxChildkeyTakeRateLimitExceeded",
      },
    ]),
  ],
}

/** A subnet whose epoch ends in block 1000, where two hotkeys wait for children. */
const due = raoSubnet().store((state) => {
  Tempo.set(state, SUBNET, 16)
  ChildKeys.set(state, validator1, SUBNET, [[9n, miner2]])
  ParentKeys.set(state, miner2, SUBNET, [
    [9n, validator1],
    [8n, validator2],
  ])
  PendingChildKeys.set(state, SUBNET, validator1, [[[1n << 63n, miner1]], 999n])
  PendingChildKeys.set(state, SUBNET, validator2, [[[7n, miner1]], 1_000n])
})

/** Block steps of fork rao in which children that were asked for are set. */
export const raoPendingChildrenSuite: Suite = {
  chapter: "children",
  name: "block-step-children",
  title: "Pending children",
  scenarios: blockSteps("one has waited, and one has a block to go", ["children-41", "coinbase-30"], blockStepOn(due), [
    where("not at the end of an epoch", ["coinbase-30", "coinbase-41"], (state) => Tempo.set(state, SUBNET, 360)),
    where("on a subnet without epochs", ["coinbase-41"], (state) => Tempo.set(state, SUBNET, 0)),
    where("on root, which has no epochs of the coinbase", ["coinbase-30"], (state) => {
      Tempo.set(state, ROOT, 2)
      PendingChildKeys.set(state, ROOT, validator1, [[[7n, miner1]], 999n])
    }),
    where("nobody asked for any", ["children-41"], (state) => PendingChildKeys.clear(state)),
  ]),
}
