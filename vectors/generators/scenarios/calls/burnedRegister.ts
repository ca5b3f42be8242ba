import { U64F64 } from "../../../../reference/numbers/formats.js"
import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { netUidStorageIndex } from "../../../../reference/state/primitives.js"
import type { State } from "../../../../reference/state/state.js"
import {
  Active,
  BlockAtRegistration,
  Bonds,
  Burn,
  BurnIncreaseMult,
  Consensus,
  Dividends,
  Emission,
  ImmuneOwnerUidsLimit,
  ImmunityPeriod,
  Incentive,
  Keys,
  LastUpdate,
  MaxAllowedUids,
  MaxBurn,
  MechanismCountCurrent,
  MinBurn,
  MinNonImmuneUids,
  NetworkRegistrationAllowed,
  NetworksAdded,
  OwnedHotkeys,
  Owner,
  StakeWeight,
  SubnetMechanism,
  SubnetOwnerHotkey,
  Uids,
  ValidatorTrust,
  Weights,
} from "../../../../reference/state/storage/subtensorModule.js"
import { accountOfNetuid } from "../../../../reference/subnets/subnetAccount.js"
import { alice, bob, carol, named, owner, ownerHotkey } from "../accounts.js"
import { alphaRao, rao, tao } from "../amounts.js"
import { OTHER, SUBNET, workingSubnet } from "../market.js"
import { all, argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, both, refusals, type Scenario, type Suite, variant } from "../suite.js"

const CLAUSES = ["registration-01", "registration-02", "registration-03"]
const REPLACING = ["registration-04", "registration-05", "registration-09"]
const newcomer = named("newcomer")
/** The account of a subnet, and that somebody else is said to own. */
const ownedAccount = accountOfNetuid(OTHER)

const register = callBy(signed(alice), SubtensorModuleCalls.burned_register, { netuid: SUBNET, hotkey: newcomer })

const ordinary = accepted(
  "a hotkey that was never seen",
  CLAUSES,
  blockOn(workingSubnet().endow(alice, tao(10)), [register]),
)

const full = accepted(
  "on a full subnet, in place of the neuron that earned least",
  REPLACING,
  stored((state) => {
    MaxAllowedUids.set(state, SUBNET, 5)
    ImmunityPeriod.set(state, SUBNET, 100)
    MinNonImmuneUids.set(state, SUBNET, 1)
    Emission.set(state, SUBNET, [alphaRao(0), alphaRao(9), alphaRao(8), alphaRao(7), alphaRao(6)])
    Incentive.set(state, netUidStorageIndex(SUBNET), [1, 2, 3, 4, 5])
    Active.set(state, SUBNET, [false, false, false, false, false])
    Consensus.set(state, SUBNET, [1, 2, 3, 4, 5])
    Dividends.set(state, SUBNET, [1, 2, 3, 4, 5])
    ValidatorTrust.set(state, SUBNET, [1, 2, 3, 4, 5])
    StakeWeight.set(state, SUBNET, [1, 2, 3, 4, 5])
    Weights.set(state, netUidStorageIndex(SUBNET), 1, [
      [3, 65_535],
      [4, 30_000],
    ])
    Weights.set(state, netUidStorageIndex(SUBNET), 4, [[4, 1]])
    Bonds.set(state, netUidStorageIndex(SUBNET), 4, [[3, 1]])
  })(ordinary.situation),
)

const known = accepted("a hotkey that the coldkey owns", CLAUSES, stored(withOwners)(ordinary.situation))

const rules: readonly BrokenRule[] = [
  { name: "by no signer", change: by("root"), error: "BadOrigin" },
  {
    name: "on root",
    change: argument("netuid", "0"),
    error: "SubtensorModule.RegistrationNotPermittedOnRootSubnet",
    excludesNext: true,
  },
  {
    name: "on a subnet that is not there",
    change: stored((state) => NetworksAdded.remove(state, SUBNET)),
    error: "SubtensorModule.SubnetNotExists",
  },
  {
    name: "on a subnet that is closed",
    change: stored((state) => NetworkRegistrationAllowed.set(state, SUBNET, false)),
    error: "SubtensorModule.SubNetRegistrationDisabled",
  },
  {
    name: "a hotkey that is registered",
    change: stored((state) => Uids.set(state, SUBNET, newcomer, 3)),
    error: "SubtensorModule.HotKeyAlreadyRegisteredInSubNet",
  },
  {
    name: "for more than the coldkey has",
    change: stored((state) => Burn.set(state, SUBNET, rao(tao(10) + 1n))),
    error: "SubtensorModule.NotEnoughBalanceToStake",
  },
]

const systemAccount: BrokenRule = {
  name: "an account that belongs to a subnet",
  change: argument("hotkey", accountOfNetuid(SUBNET)),
  error: "SubtensorModule.CannotUseSystemAccount",
  clauses: ["keys-02", "registration-01"],
}

const somebodyElses: BrokenRule = {
  name: "a hotkey that somebody else owns",
  change: stored((state) => Owner.set(state, newcomer, bob)),
  error: "SubtensorModule.NonAssociatedColdKey",
  clauses: ["keys-01", "registration-01"],
}

const noNeurons: BrokenRule = {
  name: "on a subnet that has no neurons at all",
  change: stored((state) => MaxAllowedUids.set(state, SUBNET, 0)),
  error: "SubtensorModule.NoNeuronIdAvailable",
}

/** The coldkey owns the newcomer, and somebody else is said to own the account of a subnet. */
export function withOwners(state: State): void {
  Owner.set(state, newcomer, alice)
  OwnedHotkeys.set(state, alice, [newcomer])
  Owner.set(state, ownedAccount, bob)
}

/** What comes after the price, where the coldkey owns the newcomer. */
export function ownerRefusals(of: Scenario, before: readonly BrokenRule[]): readonly Scenario[] {
  return [
    ...refusals(of, [...before, { ...systemAccount, excludesNext: true }, somebodyElses, noNeurons]),
    both(of, systemAccount, somebodyElses, all(somebodyElses.change, argument("hotkey", ownedAccount))),
  ]
}

const everybodyImmortal = accepted(
  "on a full subnet, where all but one belong to the owner and stay",
  ["registration-08", "registration-09"],
  all(
    stored((state) => {
      ImmuneOwnerUidsLimit.set(state, SUBNET, 4)
      MinNonImmuneUids.set(state, SUBNET, 0)
      OwnedHotkeys.set(state, owner, [
        ownerHotkey,
        named("validator-1"),
        named("validator-2"),
        named("miner-1"),
        named("miner-2"),
      ])
    }),
  )(full.situation),
)

/** `burned_register`. */
export const burnedRegisterSuite: Suite = {
  chapter: "registration",
  name: "burned_register",
  title: "burned_register",
  scenarios: [
    ordinary,
    known,
    variant(
      ordinary,
      "for a price at its greatest",
      stored((state) => MaxBurn.set(state, SUBNET, rao(100_000_000))),
      ["registration-07"],
    ),
    variant(
      ordinary,
      "where each registration would lower the price",
      stored((state) => BurnIncreaseMult.set(state, SUBNET, U64F64.fromBits(1n))),
      ["registration-07"],
    ),
    variant(
      ordinary,
      "for a price at its least",
      stored((state) => MinBurn.set(state, SUBNET, rao(500_000_000))),
      ["registration-07"],
    ),
    variant(
      ordinary,
      "for nothing",
      stored((state) => {
        Burn.set(state, SUBNET, rao(0))
        MinBurn.set(state, SUBNET, rao(0))
      }),
      ["registration-02"],
    ),
    variant(
      ordinary,
      "on a subnet with two mechanisms",
      stored((state) => MechanismCountCurrent.set(state, SUBNET, 2)),
      ["registration-03", "weights-08"],
    ),
    variant(
      ordinary,
      "on a subnet without a pool",
      stored((state) => SubnetMechanism.set(state, SUBNET, 0)),
      ["registration-02"],
    ),
    variant(
      ordinary,
      "for all that the coldkey has, of which the existential deposit stays",
      stored((state) => Burn.set(state, SUBNET, tao(10))),
      ["registration-02", "emission-06"],
    ),
    full,
    variant(
      full,
      "two that earned as little: the older one goes",
      stored((state) => {
        Emission.set(state, SUBNET, [alphaRao(0), alphaRao(9), alphaRao(6), alphaRao(6), alphaRao(6)])
        BlockAtRegistration.set(state, SUBNET, 3, 0n)
      }),
      ["registration-09"],
    ),
    variant(
      full,
      "two of the same age that earned as little: the lower uid goes",
      stored((state) => Emission.set(state, SUBNET, [alphaRao(0), alphaRao(6), alphaRao(6), alphaRao(6), alphaRao(6)])),
      ["registration-09"],
    ),
    variant(
      full,
      "the one that earned least is immune",
      stored((state) => BlockAtRegistration.set(state, SUBNET, 4, 901n)),
      ["registration-06", "registration-09"],
    ),
    variant(
      full,
      "the one that earned least is immune no longer",
      stored((state) => BlockAtRegistration.set(state, SUBNET, 4, 900n)),
      ["registration-06", "registration-09"],
    ),
    variant(
      full,
      "nearly all are immune, so that one of the immune goes",
      all(
        stored((state) => {
          for (const uid of [1, 2, 3]) BlockAtRegistration.set(state, SUBNET, uid, 990n)
        }),
      ),
      ["registration-09"],
    ),
    variant(
      full,
      "of which no epoch found out anything",
      stored((state) => {
        for (const item of [Active, Consensus, Dividends, ValidatorTrust, StakeWeight]) item.remove(state, SUBNET)
        Emission.remove(state, SUBNET)
        Incentive.remove(state, netUidStorageIndex(SUBNET))
        LastUpdate.remove(state, netUidStorageIndex(SUBNET))
      }),
      ["registration-05", "weights-08"],
    ),
    variant(
      full,
      "the owner's neuron, where none of the owner's stays: nothing is replaced",
      stored((state) => ImmuneOwnerUidsLimit.set(state, SUBNET, 0)),
      ["registration-04", "registration-08"],
    ),
    variant(
      full,
      "the owner has a hotkey that is no neuron",
      stored((state) => OwnedHotkeys.set(state, owner, [named("elsewhere"), ownerHotkey])),
      ["registration-08"],
    ),
    variant(
      full,
      "a place that nobody takes is no candidate",
      stored((state) => Keys.remove(state, SUBNET, 4)),
      ["registration-09", "subnets-05"],
    ),
    variant(
      ordinary,
      "a hotkey that the coldkey is said to own already",
      stored((state) => OwnedHotkeys.set(state, alice, [newcomer])),
      ["keys-02"],
    ),
    everybodyImmortal,
    variant(
      everybodyImmortal,
      "the hotkey that a subnet is run with is not its owner's",
      stored((state) => SubnetOwnerHotkey.set(state, SUBNET, named("miner-2"))),
      ["registration-08", "registration-04"],
    ),
    ...ownerRefusals(known, rules),
    ...refusals(everybodyImmortal, [
      {
        name: "on a full subnet that has nobody to replace",
        change: stored((state) => ImmuneOwnerUidsLimit.set(state, SUBNET, 10)),
        error: "SubtensorModule.NoNeuronIdAvailable",
      },
    ]),
    ...refusals(ordinary, [
      {
        name: "by a coldkey that has nothing",
        change: by(signed(carol)),
        error: "SubtensorModule.NotEnoughBalanceToStake",
      },
    ]),
  ],
}
