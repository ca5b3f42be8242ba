import { AdminUtilsCalls } from "../../../../reference/state/calls.js"
import { netUidStorageIndex } from "../../../../reference/state/primitives.js"
import {
  AssociatedEvmAddress,
  BlockAtRegistration,
  Bonds,
  Emission,
  ImmuneOwnerUidsLimit,
  ImmunityPeriod,
  Keys,
  LastEpochBlock,
  MaxAllowedUids,
  MechanismCountCurrent,
  MinAllowedUids,
  NetworksAdded,
  PendingEpochAt,
  SubnetOwnerHotkey,
  Tempo,
  TransactionKeyLastBlock,
  Weights,
} from "../../../../reference/state/storage/subtensorModule.js"
import { mechanismStorageIndex } from "../../../../reference/subnets/mechanismIndex.js"
import { owner, stranger } from "../accounts.js"
import { alphaRao } from "../amounts.js"
import { SUBNET, workingSubnet } from "../market.js"
import { argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"

const CLAUSES = ["registration-15", "registration-16"]
const TRIMMING = 9

const fiveToThree = accepted(
  "five neurons to three",
  CLAUSES,
  stored((state) => {
    Tempo.set(state, SUBNET, 360)
    LastEpochBlock.set(state, SUBNET, 990n)
    MinAllowedUids.set(state, SUBNET, 2)
    MaxAllowedUids.set(state, SUBNET, 8)
    ImmunityPeriod.set(state, SUBNET, 100)
    ImmuneOwnerUidsLimit.set(state, SUBNET, 1)
    Emission.set(state, SUBNET, [alphaRao(0), alphaRao(9), alphaRao(3), alphaRao(3), alphaRao(6)])
    Weights.set(state, netUidStorageIndex(SUBNET), 4, [
      [0, 5],
      [2, 6],
      [4, 7],
    ])
    Bonds.set(state, netUidStorageIndex(SUBNET), 3, [[4, 1]])
  })(
    blockOn(workingSubnet(), [
      callBy(signed(owner), AdminUtilsCalls.sudo_trim_to_max_allowed_uids, { netuid: SUBNET, max_n: 3 }),
    ]),
  ),
)

const rules: readonly BrokenRule[] = [
  { name: "by a stranger", change: by(signed(stranger)), error: "BadOrigin" },
  {
    name: "by the owner too soon after the last time",
    change: stored((state) => TransactionKeyLastBlock.set(state, owner, SUBNET, TRIMMING, 999n)),
    error: "SubtensorModule.TxRateLimitExceeded",
    clauses: ["registration-15", "hyperparameters-03"],
  },
  {
    name: "while an epoch is triggered",
    change: stored((state) => PendingEpochAt.set(state, SUBNET, 1_001n)),
    error: "SubtensorModule.AdminActionProhibitedDuringWeightsWindow",
    clauses: ["registration-15", "hyperparameters-02"],
  },
  {
    name: "on a subnet that is not there",
    change: stored((state) => NetworksAdded.remove(state, SUBNET)),
    error: "SubtensorModule.SubnetNotExists",
  },
  {
    name: "below the least",
    change: argument("max_n", "1"),
    error: "SubtensorModule.InvalidValue",
    excludesNext: true,
  },
  { name: "above the most", change: argument("max_n", "9"), error: "SubtensorModule.InvalidValue" },
  {
    name: "where immune neurons would be all that is left",
    change: stored((state) => ImmunityPeriod.set(state, SUBNET, 1_000)),
    error: "SubtensorModule.TrimmingWouldExceedMaxImmunePercentage",
  },
]

/** `sudo_trim_to_max_allowed_uids`. */
export const trimUidsSuite: Suite = {
  chapter: "registration",
  name: "sudo_trim_to_max_allowed_uids",
  title: "sudo_trim_to_max_allowed_uids",
  scenarios: [
    fiveToThree,
    variant(fiveToThree, "to as many as there are", argument("max_n", "5"), ["registration-15"]),
    variant(fiveToThree, "by root, which no limit binds", by("root"), ["registration-15"]),
    variant(
      fiveToThree,
      "where the owner's hotkey is no neuron",
      stored((state) => SubnetOwnerHotkey.set(state, SUBNET, stranger)),
      ["registration-08", "registration-15"],
    ),
    variant(
      fiveToThree,
      "where the one that earned least is immune",
      stored((state) => BlockAtRegistration.set(state, SUBNET, 3, 950n)),
      ["registration-15"],
    ),
    variant(
      fiveToThree,
      "with two mechanisms, and an address that moves",
      stored((state) => {
        MechanismCountCurrent.set(state, SUBNET, 2)
        Weights.set(state, mechanismStorageIndex(SUBNET, 1), 4, [[1, 8]])
        AssociatedEvmAddress.set(state, SUBNET, 4, [`0x${"22".repeat(20)}`, 5n])
      }),
      ["registration-16"],
    ),
    variant(
      fiveToThree,
      "where a place that nobody takes goes",
      stored((state) => Keys.remove(state, SUBNET, 3)),
      ["registration-15"],
    ),
    ...refusals(fiveToThree, rules),
  ],
}
