import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { ROOT } from "../../../../reference/state/primitives.js"
import {
  AutoParentDelegationEnabled,
  ChildkeyTake,
  MaxChildkeyTake,
  MinChildkeyTake,
  MinChildkeyTakePerSubnet,
  Owner,
  TransactionKeyLastBlock,
  TxChildkeyTakeRateLimit,
  Uids,
} from "../../../../reference/state/storage/subtensorModule.js"
import { bob, carol, validator1 } from "../accounts.js"
import { market, SUBNET } from "../market.js"
import { all, argument, blockOn, by, callBy, inBlock, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"

const SET_CHILDKEY_TAKE = 1

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

const notTheOwner: BrokenRule = {
  name: "of somebody else's hotkey",
  change: stored((state) => Owner.set(state, validator1, carol)),
  error: "SubtensorModule.NonAssociatedColdKey",
}

/** Bob raises his hotkey's take from 500 to 1000 in block 1000; the last change was in block 500. */
const raised = accepted(
  "to a higher take",
  ["children-07", "children-04"],
  blockOn(
    market().store((state) => {
      ChildkeyTake.set(state, validator1, SUBNET, 500)
      TransactionKeyLastBlock.set(state, validator1, SUBNET, SET_CHILDKEY_TAKE, 500n)
      TxChildkeyTakeRateLimit.set(state, 300n)
    }),
    [
      callBy(signed(bob), SubtensorModuleCalls.set_childkey_take, {
        hotkey: validator1,
        netuid: SUBNET,
        take: 1_000,
      }),
    ],
  ),
)

/** `set_childkey_take`. */
export const setChildkeyTakeSuite: Suite = {
  chapter: "children",
  name: "set_childkey_take",
  title: "set_childkey_take",
  scenarios: [
    raised,
    variant(raised, "as soon as it may be", inBlock(800n)),
    variant(raised, "to a lower take, soon after the last change", all(inBlock(501n), argument("take", "400"))),
    variant(raised, "to the same take, soon after the last change", all(inBlock(501n), argument("take", "500"))),
    variant(
      raised,
      "to the least take, which is above the one that was set",
      all(
        inBlock(501n),
        stored((state) => MinChildkeyTake.set(state, 1_000)),
      ),
    ),
    variant(
      raised,
      "to the greatest take",
      stored((state) => MaxChildkeyTake.set(state, 1_000)),
    ),
    ...refusals(raised, [
      noSigner,
      notTheOwner,
      {
        name: "below the chain's least take",
        change: stored((state) => MinChildkeyTake.set(state, 1_001)),
        error: "SubtensorModule.InvalidChildkeyTake",
      },
    ]),
    ...refusals(raised, [
      {
        name: "below the subnet's least take",
        change: stored((state) => MinChildkeyTakePerSubnet.set(state, SUBNET, 1_001)),
        error: "SubtensorModule.InvalidChildkeyTake",
      },
    ]),
    ...refusals(raised, [
      {
        name: "above the greatest take",
        change: stored((state) => MaxChildkeyTake.set(state, 999)),
        error: "SubtensorModule.InvalidChildkeyTake",
      },
      {
        name: "too soon after the last change",
        change: inBlock(799n),
        error: "SubtensorModule.TxChildkeyTakeRateLimitExceeded",
      },
    ]),
  ],
}

const declined = accepted(
  "no more subnets by themselves",
  ["children-08"],
  blockOn(market().neuron(ROOT, validator1, false), [
    callBy(signed(bob), SubtensorModuleCalls.set_auto_parent_delegation_enabled, {
      hotkey: validator1,
      enabled: false,
    }),
  ]),
)

/** `set_auto_parent_delegation_enabled`. */
export const setAutoParentDelegationSuite: Suite = {
  chapter: "children",
  name: "set_auto_parent_delegation_enabled",
  title: "set_auto_parent_delegation_enabled",
  scenarios: [
    declined,
    variant(
      declined,
      "new subnets again",
      all(
        argument("enabled", true),
        stored((state) => AutoParentDelegationEnabled.set(state, validator1, false)),
      ),
    ),
    ...refusals(declined, [
      noSigner,
      notTheOwner,
      {
        name: "of a hotkey that is no validator of root",
        change: stored((state) => Uids.remove(state, ROOT, validator1)),
        error: "SubtensorModule.HotKeyNotRegisteredInSubNet",
      },
    ]),
  ],
}
