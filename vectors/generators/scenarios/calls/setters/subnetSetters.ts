import type { CallDeclaration } from "../../../../../reference/state/call.js"
import { AdminUtilsCalls } from "../../../../../reference/state/calls.js"
import { type AccountId, hash, type NetUid, netUidStorageIndex } from "../../../../../reference/state/primitives.js"
import {
  Bonds,
  Incentive,
  LastRateLimitedBlock,
  LastUpdate,
  MaxAllowedUids,
  MaxMechanismCount,
  MechanismCountCurrent,
  MechanismEmissionSplit,
  MinChildkeyTake,
  NetworksAdded,
  TimelockedWeightCommits,
  WeightCommits,
  Weights,
} from "../../../../../reference/state/storage/subtensorModule.js"
import { accountOfNetuid } from "../../../../../reference/subnets/subnetAccount.js"
import { alice, owner, validator1 } from "../../accounts.js"
import { SUBNET } from "../../market.js"
import { all, argument, blockOn, by, callBy, signed, stored } from "../../situation.js"
import { accepted, type BrokenRule, refusals, type Scenario, type Suite, variant } from "../../suite.js"
import { noSubnet, ownedSubnet, setterSuite, waitOf, waitOfTransaction, wrong } from "./setterSuite.js"

const clause = "hyperparameters-13"
const on = { netuid: SUBNET }
const SECOND_MECHANISM = netUidStorageIndex(SUBNET + 4_096)

const noMechanisms: BrokenRule = { ...noSubnet, error: "SubtensorModule.MechanismDoesNotExist" }

function ownerHotkeySuite(call: CallDeclaration<{ readonly netuid: NetUid; readonly hotkey: AccountId }>): Suite {
  const title = `${call.pallet}.${call.name}`
  const step = callBy(signed(owner), call, { netuid: SUBNET, hotkey: validator1 })
  const waited = accepted(
    "by an owner who waited just long enough",
    ["hyperparameters-16"],
    blockOn(
      ownedSubnet().store((state) =>
        LastRateLimitedBlock.set(state, { type: "SetSNOwnerHotkey", value: SUBNET }, 49_600n),
      ),
      [step],
      100_000n,
    ),
  )
  const tooSoon: BrokenRule = {
    name: "one block too soon after the last change",
    change: stored((state) => LastRateLimitedBlock.set(state, { type: "SetSNOwnerHotkey", value: SUBNET }, 49_601n)),
    error: "SubtensorModule.TxRateLimitExceeded",
  }
  const rules: readonly BrokenRule[] = [
    { name: "by somebody else", change: by(signed(alice)), error: "BadOrigin", clauses: ["hyperparameters-01"] },
    {
      name: "on a subnet that is not there",
      change: stored((state) => NetworksAdded.remove(state, SUBNET)),
      error: "SubtensorModule.SubnetNotExists",
    },
    tooSoon,
    {
      name: "an account that belongs to a subnet",
      change: argument("hotkey", accountOfNetuid(SUBNET)),
      error: "SubtensorModule.CannotUseSystemAccount",
    },
  ]
  const byRoot = variant(waited, "by root", by("root"))
  const tooSoonForRoot = refusals(byRoot, [{ ...tooSoon, name: "by root, one block too soon after the last change" }])
  return {
    chapter: "hyperparameters",
    name: title,
    title,
    scenarios: [waited, byRoot, ...tooSoonForRoot, ...refusals(waited, rules)],
  }
}

/** Sixteen mechanisms of fifteen neurons, where the chain lets subnets have more, though none may. */
function sixteenMechanisms(sets: Scenario): readonly Scenario[] {
  const sixteen = variant(
    sets,
    "sixteen, which is the most",
    all(
      argument("mechanism_count", "16"),
      stored((state) => {
        MaxMechanismCount.set(state, 20)
        MaxAllowedUids.set(state, SUBNET, 15)
      }),
    ),
  )
  const rules: readonly BrokenRule[] = [
    {
      name: "sixteen of seventeen neurons",
      change: stored((state) => MaxAllowedUids.set(state, SUBNET, 17)),
      error: "SubtensorModule.TooManyUIDsPerMechanism",
    },
    wrong("seventeen", "mechanism_count", "17", "SubtensorModule.InvalidValue"),
  ]
  return [sixteen, ...refusals(sixteen, rules)]
}

/** Setters of a subnet's weights, mechanisms and services. */
export const subnetSetterSuites: readonly Suite[] = [
  setterSuite(
    AdminUtilsCalls.sudo_set_weights_version_key,
    { ...on, weights_version_key: 9n },
    { clause, wait: waitOfTransaction(4, 1_800n), rules: [noSubnet] },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_weights_set_rate_limit,
    { ...on, weights_set_rate_limit: 0n },
    { clause, rules: [noSubnet] },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_min_allowed_weights,
    { ...on, min_allowed_weights: 1 },
    { clause, wait: waitOf("MinAllowedWeights"), rules: [noSubnet] },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_commit_reveal_weights_enabled,
    { ...on, enabled: false },
    { clause, wait: waitOf("CommitRevealEnabled"), rules: [noSubnet] },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_commit_reveal_weights_interval,
    { ...on, interval: 1n },
    {
      clause,
      wait: waitOf("WeightCommitInterval"),
      variants: [["the longest", argument("interval", "100")]],
      rules: [
        noSubnet,
        {
          ...wrong("longer than the longest", "interval", "101", "SubtensorModule.RevealPeriodTooLarge"),
          excludesNext: true,
        },
        wrong("none", "interval", "0", "SubtensorModule.RevealPeriodTooSmall"),
      ],
    },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_mechanism_count,
    { ...on, mechanism_count: 2 },
    {
      clause: "hyperparameters-14",
      wait: waitOfTransaction(7, 7_200n),
      store: (state) => {
        MaxAllowedUids.set(state, SUBNET, 128)
        MechanismEmissionSplit.set(state, SUBNET, [65_535])
      },
      variants: [
        ["as many as there are", stored((state) => MechanismCountCurrent.set(state, SUBNET, 2))],
        [
          "one less, whose weights and bonds go",
          (situation) =>
            argument(
              "mechanism_count",
              "1",
            )(
              stored((state) => {
                MechanismCountCurrent.set(state, SUBNET, 2)
                Weights.set(state, SECOND_MECHANISM, 1, [[2, 9]])
                Bonds.set(state, SECOND_MECHANISM, 1, [[2, 9]])
                Incentive.set(state, SECOND_MECHANISM, [1, 2, 3])
                LastUpdate.set(state, SECOND_MECHANISM, [1n, 2n, 3n])
                WeightCommits.set(state, SECOND_MECHANISM, alice, [[hash(`0x${"ab".repeat(32)}`), 1n, 2n, 3n]])
                TimelockedWeightCommits.set(state, SECOND_MECHANISM, 4n, [[alice, 5n, "0x06", 7n]])
              })(situation),
            ),
        ],
      ],
      rules: [
        noMechanisms,
        wrong("none", "mechanism_count", "0", "SubtensorModule.InvalidValue"),
        {
          name: "more than subnets may have",
          change: stored((state) => MaxMechanismCount.set(state, 1)),
          error: "SubtensorModule.InvalidValue",
        },
        {
          name: "so many that there would be too many neurons",
          change: stored((state) => MaxAllowedUids.set(state, SUBNET, 129)),
          error: "SubtensorModule.TooManyUIDsPerMechanism",
        },
      ],
      others: sixteenMechanisms,
    },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_mechanism_emission_split,
    { ...on, maybe_split: [65_000, 535] },
    {
      clause: "hyperparameters-15",
      wait: waitOfTransaction(8, 7_200n),
      store: (state) => MechanismCountCurrent.set(state, SUBNET, 2),
      variants: [
        ["of the first mechanism alone", argument("maybe_split", ["65535"])],
        ["none, so that all are equal", argument("maybe_split", null)],
      ],
      rules: [
        noMechanisms,
        wrong("of no mechanism", "maybe_split", [], "SubtensorModule.InvalidValue"),
        wrong(
          "of more mechanisms than there are",
          "maybe_split",
          ["65000", "500", "35"],
          "SubtensorModule.InvalidValue",
        ),
        wrong("parts that are not the whole", "maybe_split", ["65000", "534"], "SubtensorModule.InvalidValue"),
      ],
    },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_max_mechanism_count,
    { max_mechanism_count: 16 },
    {
      clause,
      rules: [
        wrong("none", "max_mechanism_count", "0", "SubtensorModule.InvalidValue"),
        wrong("seventeen", "max_mechanism_count", "17", "SubtensorModule.InvalidValue"),
      ],
    },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_serving_rate_limit,
    { ...on, serving_rate_limit: 5n },
    { clause, wait: waitOf("ServingRateLimit") },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_min_childkey_take_per_subnet,
    { ...on, take: 11_796 },
    {
      clause,
      wait: waitOf("MinChildkeyTake"),
      store: (state) => MinChildkeyTake.set(state, 10),
      variants: [["the least", argument("take", "10")]],
      rules: [
        noSubnet,
        wrong("above the greatest take", "take", "11797", "AdminUtils.InvalidValue"),
        wrong("below the least take", "take", "9", "AdminUtils.InvalidValue"),
      ],
    },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_toggle_transfer,
    { ...on, toggle: false },
    { clause, wait: waitOf("TransferEnabled") },
  ),
  ownerHotkeySuite(AdminUtilsCalls.sudo_set_subnet_owner_hotkey),
  ownerHotkeySuite(AdminUtilsCalls.sudo_set_sn_owner_hotkey),
]
