import { isRecent, meetsDifficulty, sealOf } from "../../../../reference/registration/rao/proofOfWork.js"
import { SubtensorModuleCalls } from "../../../../reference/state/rao/calls.js"
import { PruningScores } from "../../../../reference/state/rao/storage/subtensorModule.js"
import type { State } from "../../../../reference/state/state.js"
import {
  Active,
  BlockAtRegistration,
  Burn,
  Difficulty,
  ImmunityPeriod,
  MaxAllowedUids,
  MaxRegistrationsPerBlock,
  NetworkPowRegistrationAllowed,
  NetworkRegistrationAllowed,
  NetworksAdded,
  Owner,
  RegistrationsThisBlock,
  RegistrationsThisInterval,
  SubnetAlphaIn,
  SubnetOwnerHotkey,
  SubnetworkN,
  TargetRegistrationsPerInterval,
  Uids,
} from "../../../../reference/state/storage/subtensorModule.js"
import { Account, BlockHash } from "../../../../reference/state/storage/system.js"
import { alice, bob, named, validator1 } from "../accounts.js"
import { alphaRao, rao, tao } from "../amounts.js"
import { SUBNET } from "../market.js"
import type { Network } from "../network.js"
import { argument, blockOn, by, callBy, parentHashOf, signed, stored, USUAL_BLOCK } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Scenario, type Suite, variant } from "../suite.js"
import { raoSubnet } from "./market.js"

const newcomer = named("newcomer")
const REPLACING = ["registration-40", "registration-41", "registration-43"]

/** A subnet of five with room for more, and alice with TAO. */
function open(): Network {
  return raoSubnet()
    .endow(alice, tao(10))
    .store((state) => {
      MaxAllowedUids.set(state, SUBNET, 6)
      MaxRegistrationsPerBlock.set(state, SUBNET, 2)
      TargetRegistrationsPerInterval.set(state, SUBNET, 2)
      Burn.set(state, SUBNET, tao(1))
      NetworkPowRegistrationAllowed.set(state, SUBNET, true)
      Difficulty.set(state, SUBNET, 4n)
      BlockHash.set(state, Number(USUAL_BLOCK - 1n), parentHashOf(USUAL_BLOCK))
    })
}

/** Full, and only the neurons that came first are free of immunity. */
function crowd(state: State): void {
  MaxAllowedUids.set(state, SUBNET, 5)
  ImmunityPeriod.set(state, SUBNET, 100)
  PruningScores.set(state, SUBNET, [1, 9, 5, 5, 7])
  Active.set(state, SUBNET, [true, true, true, false, true])
}

const onSubnet: readonly BrokenRule[] = [
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
  {
    name: "where nobody may",
    change: stored((state) => {
      NetworkRegistrationAllowed.set(state, SUBNET, false)
    }),
    error: "SubtensorModule.SubNetRegistrationDisabled",
  },
  {
    name: "in a block that has seen its registrations",
    change: stored((state) => RegistrationsThisBlock.set(state, SUBNET, 2)),
    error: "SubtensorModule.TooManyRegistrationsThisBlock",
  },
  {
    name: "in an interval that has seen three times its target",
    change: stored((state) => RegistrationsThisInterval.set(state, SUBNET, 6)),
    error: "SubtensorModule.TooManyRegistrationsThisInterval",
  },
  {
    name: "a neuron",
    change: stored((state) => Uids.set(state, SUBNET, newcomer, 7)),
    error: "SubtensorModule.HotKeyAlreadyRegisteredInSubNet",
  },
]

const foreign: BrokenRule = {
  name: "a hotkey of somebody else",
  change: stored((state) => Owner.set(state, newcomer, bob)),
  error: "SubtensorModule.NonAssociatedColdKey",
}

const noRoom: BrokenRule = {
  name: "on a subnet that has room for nobody",
  change: stored((state) => MaxAllowedUids.set(state, SUBNET, 0)),
  error: "SubtensorModule.NoNeuronIdAvailable",
}

/** Ways in which the neuron is found that a newcomer replaces. */
function replacements(ordinary: Scenario): readonly Scenario[] {
  const full = (name: string, more: (state: State) => void = () => {}) =>
    variant(
      ordinary,
      name,
      stored((state) => {
        crowd(state)
        more(state)
      }),
      REPLACING,
    )
  const young = (state: State, uids: readonly number[]) => {
    for (const uid of uids) BlockAtRegistration.set(state, SUBNET, uid, USUAL_BLOCK - 50n)
  }
  return [
    full("on a full subnet, in place of the first of the lowest that is not its owner's"),
    full("on a full subnet, in place of the older of two equals", (state) =>
      BlockAtRegistration.set(state, SUBNET, 2, 2n),
    ),
    full("on a full subnet, in place of who is free of immunity", (state) => young(state, [2, 3, 4])),
    full("on a full subnet, where all are immune", (state) => young(state, [0, 1, 2, 3, 4])),
    full("on a full subnet without a hotkey that it is run with", (state) => SubnetOwnerHotkey.remove(state, SUBNET)),
    full("on a full subnet without scores", (state) => {
      PruningScores.remove(state, SUBNET)
      Active.remove(state, SUBNET)
    }),
    full("on a full subnet of its owner alone", (state) => {
      MaxAllowedUids.set(state, SUBNET, 1)
      SubnetworkN.set(state, SUBNET, 1)
    }),
  ]
}

const burned = accepted(
  "a hotkey that was never seen",
  ["registration-44", "registration-42", "registration-43"],
  blockOn(open(), [callBy(signed(alice), SubtensorModuleCalls.burned_register, { netuid: SUBNET, hotkey: newcomer })]),
)

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

/** `burned_register` of fork rao. */
export const raoBurnedRegisterSuite: Suite = {
  chapter: "registration",
  name: "burned_register",
  title: "burned_register",
  scenarios: [
    burned,
    ...replacements(burned),
    variant(
      burned,
      "for nothing, on a subnet that has no alpha",
      stored((state) => Burn.set(state, SUBNET, rao(0))),
      ["registration-44", "emission-23"],
    ),
    variant(
      burned,
      "where the pool would keep less than 10,000,000 alpha rao: it gives nothing, and the money is gone",
      stored((state) => SubnetAlphaIn.set(state, SUBNET, alphaRao(10_000_000))),
      ["registration-44", "pool-43"],
    ),
    ...refusals(burned, [
      noSigner,
      ...onSubnet,
      {
        name: "by who has less than it costs",
        change: stored((state) =>
          Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, free: 999_999_999n } })),
        ),
        error: "SubtensorModule.NotEnoughBalanceToStake",
      },
      foreign,
      noRoom,
    ]),
  ],
}

const BLOCK = USUAL_BLOCK - 1n

/** The first number whose seal is work enough, and its seal; and the first whose seal is not. */
function mine(isEnough: boolean) {
  for (let nonce = 0n; ; nonce++) {
    const work = sealOf({ blockHash: parentHashOf(USUAL_BLOCK), nonce, hotkey: newcomer })
    if (meetsDifficulty(work, 4n) === isEnough && isRecent(BLOCK, USUAL_BLOCK)) return { nonce, work }
  }
}

const enough = mine(true)
const tooEasy = mine(false)

const worked = accepted(
  "a hotkey that was never seen",
  ["registration-45", "registration-46", "registration-42", "registration-43"],
  blockOn(open(), [
    callBy(signed(newcomer), SubtensorModuleCalls.register, {
      netuid: SUBNET,
      block_number: BLOCK,
      nonce: enough.nonce,
      work: enough.work,
      hotkey: newcomer,
      coldkey: alice,
    }),
  ]),
)

const closedToWork = onSubnet.map((rule) =>
  rule.error === "SubtensorModule.SubNetRegistrationDisabled"
    ? { ...rule, change: stored((state) => NetworkPowRegistrationAllowed.set(state, SUBNET, false)) }
    : rule,
)

/** `register` of fork rao: by proof of work. */
export const raoRegisterSuite: Suite = {
  chapter: "registration",
  name: "register",
  title: "register",
  scenarios: [
    worked,
    ...replacements(worked),
    variant(worked, "with work on the oldest block that counts", (situation) => ({
      ...argument("block_number", (USUAL_BLOCK - 1n).toString())(situation),
      blockNumber: USUAL_BLOCK + 1n,
    })),
    ...refusals(worked, [
      { ...noSigner, excludesNext: true },
      {
        name: "by somebody else than the hotkey",
        change: by(signed(validator1)),
        error: "SubtensorModule.TransactorAccountShouldBeHotKey",
      },
      ...closedToWork,
      {
        name: "with work on a block that is too old",
        change: argument("block_number", (USUAL_BLOCK - 3n).toString()),
        error: "SubtensorModule.InvalidWorkBlock",
      },
      {
        name: "with too little work",
        change: stored((state) => Difficulty.set(state, SUBNET, (1n << 64n) - 1n)),
        error: "SubtensorModule.InvalidDifficulty",
      },
      {
        name: "with the work of another number",
        change: argument("nonce", tooEasy.nonce.toString()),
        error: "SubtensorModule.InvalidSeal",
      },
      foreign,
      noRoom,
    ]),
    ...refusals(worked, [
      {
        name: "with work on a block to come",
        change: argument("block_number", (USUAL_BLOCK + 1n).toString()),
        error: "SubtensorModule.InvalidWorkBlock",
      },
    ]),
  ],
}
