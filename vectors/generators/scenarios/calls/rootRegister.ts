import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { ROOT } from "../../../../reference/state/primitives.js"
import {
  Delegates,
  Keys,
  MaxAllowedUids,
  MaxRegistrationsPerBlock,
  NetworksAdded,
  Owner,
  RegistrationsThisBlock,
  RegistrationsThisInterval,
  TargetRegistrationsPerInterval,
  TotalHotkeyAlpha,
  Uids,
} from "../../../../reference/state/storage/subtensorModule.js"
import { accountOfNetuid } from "../../../../reference/subnets/subnetAccount.js"
import { alice, bob, named, validator1, validator2 } from "../accounts.js"
import { alphaRao } from "../amounts.js"
import { OTHER, SUBNET } from "../market.js"
import { Network } from "../network.js"
import { all, argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, both, refusals, type Suite, variant } from "../suite.js"

const newcomer = named("newcomer")

/** Root with room for three, and two validators on it. */
function root(): Network {
  return new Network()
    .hotkey(validator1, alice)
    .hotkey(validator2, bob)
    .neuron(ROOT, validator1, true)
    .neuron(ROOT, validator2, true)
    .stake(ROOT, validator1, alice, alphaRao(2_000))
    .stake(ROOT, validator2, bob, alphaRao(1_000))
    .store((state) => {
      MaxAllowedUids.set(state, ROOT, 3)
      MaxRegistrationsPerBlock.set(state, ROOT, 2)
      TargetRegistrationsPerInterval.set(state, ROOT, 2)
      Uids.set(state, ROOT, accountOfNetuid(OTHER), 1)
    })
}

const ordinary = accepted(
  "a hotkey that was never seen",
  ["registration-13", "registration-14"],
  blockOn(root(), [callBy(signed(alice), SubtensorModuleCalls.root_register, { hotkey: newcomer })]),
)

const full = accepted(
  "on a full root, with more stake than the least",
  ["registration-13", "registration-14"],
  blockOn(
    root()
      .stake(ROOT, newcomer, alice, alphaRao(1_001))
      .store((state) => MaxAllowedUids.set(state, ROOT, 2)),
    [callBy(signed(alice), SubtensorModuleCalls.root_register, { hotkey: newcomer })],
  ),
)

const registered: BrokenRule = {
  name: "a hotkey that is registered on root",
  change: stored((state) => Uids.set(state, ROOT, newcomer, 0)),
  error: "SubtensorModule.HotKeyAlreadyRegisteredInSubNet",
  excludesNext: true,
}

const systemAccount: BrokenRule = {
  name: "an account that belongs to a subnet",
  change: argument("hotkey", accountOfNetuid(SUBNET)),
  error: "SubtensorModule.CannotUseSystemAccount",
  clauses: ["keys-02", "registration-13"],
}

const rules: readonly BrokenRule[] = [
  {
    name: "where there is no root",
    change: stored((state) => NetworksAdded.remove(state, ROOT)),
    error: "SubtensorModule.RootNetworkDoesNotExist",
  },
  { name: "by no signer", change: by("root"), error: "BadOrigin" },
  {
    name: "in a block that has seen its registrations",
    change: stored((state) => RegistrationsThisBlock.set(state, ROOT, 2)),
    error: "SubtensorModule.TooManyRegistrationsThisBlock",
  },
  {
    name: "in an interval that has seen three times its target",
    change: stored((state) => RegistrationsThisInterval.set(state, ROOT, 6)),
    error: "SubtensorModule.TooManyRegistrationsThisInterval",
  },
  registered,
  systemAccount,
]

/** `root_register`. */
export const rootRegisterSuite: Suite = {
  chapter: "registration",
  name: "root_register",
  title: "root_register",
  scenarios: [
    ordinary,
    variant(
      ordinary,
      "a hotkey that somebody else owns",
      stored((state) => Owner.set(state, newcomer, bob)),
    ),
    variant(
      ordinary,
      "a hotkey that has set its take",
      stored((state) => Delegates.set(state, newcomer, 7)),
    ),
    variant(
      ordinary,
      "the last of the block and of the interval",
      stored((state) => {
        RegistrationsThisBlock.set(state, ROOT, 1)
        RegistrationsThisInterval.set(state, ROOT, 5)
      }),
    ),
    full,
    variant(
      full,
      "on a full root, where the first has the least stake",
      stored((state) => TotalHotkeyAlpha.set(state, validator1, ROOT, alphaRao(500))),
      ["registration-14"],
    ),
    ...refusals(ordinary, rules),
    both(ordinary, registered, systemAccount, all(registered.change, argument("hotkey", accountOfNetuid(OTHER)))),
    ...refusals(full, [
      {
        name: "on a root that has room for nobody and nobody on it",
        change: stored((state) => Keys.clear(state)),
        error: "SubtensorModule.HotKeyNotRegisteredInSubNet",
        excludesNext: true,
      },
      { ...systemAccount, name: "on a full root, an account that belongs to a subnet" },
      {
        name: "on a full root, with no more stake than the least",
        change: stored((state) => TotalHotkeyAlpha.set(state, newcomer, ROOT, alphaRao(1_000))),
        error: "SubtensorModule.StakeTooLowForRoot",
      },
    ]),
  ],
}
