import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { netUidStorageIndex } from "../../../../reference/state/primitives.js"
import {
  CommitRevealWeightsEnabled,
  Keys,
  LastUpdate,
  MechanismCountCurrent,
  MinAllowedWeights,
  NetworksAdded,
  StakeThreshold,
  SubnetOwnerHotkey,
  SubnetworkN,
  Uids,
  ValidatorPermit,
  WeightsVersionKey,
} from "../../../../reference/state/storage/subtensorModule.js"
import { stranger, validator1 } from "../accounts.js"
import { alpha } from "../amounts.js"
import { ROOT, SUBNET, workingSubnet } from "../market.js"
import { all, argument, blockOn, by, callBy, type Situation, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, both, refusals, type Suite, variant } from "../suite.js"

/** Where the weights of subnet 1's second mechanism are. */
const SECOND_MECHANISM = netUidStorageIndex(SUBNET + 4_096)

function validators() {
  return workingSubnet().store((state) => {
    MinAllowedWeights.set(state, SUBNET, 2)
    WeightsVersionKey.set(state, SUBNET, 7n)
    StakeThreshold.set(state, alpha(3_000))
  })
}

const weights = { dests: [3, 4], weights: [30, 60], version_key: 7n }

const ordinary = accepted(
  "two neurons",
  ["weights-10", "weights-09"],
  blockOn(validators(), [callBy(signed(validator1), SubtensorModuleCalls.set_weights, { netuid: SUBNET, ...weights })]),
)

const mechanism: Situation = blockOn(
  validators().store((state) => {
    MechanismCountCurrent.set(state, SUBNET, 2)
    LastUpdate.set(state, SECOND_MECHANISM, [1n, 1n, 1n, 1n, 1n])
  }),
  [callBy(signed(validator1), SubtensorModuleCalls.set_mechanism_weights, { netuid: SUBNET, mecid: 1, ...weights })],
)

const onMechanism = accepted("of the second mechanism", ["weights-13", "weights-09"], mechanism)

const tooLittleStake: BrokenRule = {
  name: "with one alpha rao less than the threshold",
  change: stored((state) => StakeThreshold.set(state, alpha(3_000) + 1n)),
  error: "SubtensorModule.NotEnoughStakeToSetWeights",
  clauses: ["weights-11", "weights-03"],
}

const tooSoon: BrokenRule = {
  name: "one block too soon",
  change: stored((state) => LastUpdate.set(state, netUidStorageIndex(SUBNET), [1n, 901n, 1n, 1n, 1n])),
  error: "SubtensorModule.SettingWeightsTooFast",
  clauses: ["weights-12", "weights-05"],
}

const tooSoonOnMechanism: BrokenRule = {
  ...tooSoon,
  change: stored((state) => LastUpdate.set(state, SECOND_MECHANISM, [1n, 901n, 1n, 1n, 1n])),
}

const unsaid = stored((state) => CommitRevealWeightsEnabled.remove(state, SUBNET))

const commitReveal: BrokenRule = {
  name: "while weights must be committed",
  change: stored((state) => CommitRevealWeightsEnabled.set(state, SUBNET, true)),
  error: "SubtensorModule.CommitRevealEnabled",
  clauses: ["weights-02", "weights-10"],
}

const unequal: BrokenRule = {
  name: "more neurons than weights",
  change: argument("weights", ["30"]),
  error: "SubtensorModule.WeightVecNotEqualSize",
}

const noSubnet: BrokenRule = {
  name: "on a subnet that is not there",
  change: stored((state) => NetworksAdded.remove(state, SUBNET)),
  error: "SubtensorModule.SettingWeightsTooFast",
  clauses: ["weights-12", "subnets-04"],
}

const tooMany: BrokenRule = {
  name: "more neurons than the subnet has",
  change: stored((state) => SubnetworkN.set(state, SUBNET, 1)),
  error: "SubtensorModule.UidsLengthExceedUidsInSubNet",
}

const noNeuron: BrokenRule = {
  name: "by a hotkey that is no neuron",
  change: stored((state) => Uids.remove(state, SUBNET, validator1)),
  error: "SubtensorModule.HotKeyNotRegisteredInSubNet",
}

const oldSoftware: BrokenRule = {
  name: "with software that is too old",
  change: argument("version_key", "6"),
  error: "SubtensorModule.IncorrectWeightVersionKey",
  clauses: ["weights-04"],
}

const noPermit: BrokenRule = {
  name: "without a validator permit",
  change: stored((state) => ValidatorPermit.set(state, SUBNET, [false, false, true, false, false])),
  error: "SubtensorModule.NeuronNoValidatorPermit",
  clauses: ["weights-06"],
}

const repeated: BrokenRule = {
  name: "the same neuron twice",
  change: argument("dests", ["3", "3"]),
  error: "SubtensorModule.DuplicateUids",
}

const invalid: BrokenRule = {
  name: "a neuron that is not there",
  change: stored((state) => Keys.remove(state, SUBNET, 3)),
  error: "SubtensorModule.UidVecContainInvalidOne",
}

const tooFew: BrokenRule = {
  name: "fewer neurons than must be weighed",
  change: stored((state) => MinAllowedWeights.set(state, SUBNET, 3)),
  error: "SubtensorModule.WeightVecLengthIsLow",
  clauses: ["weights-07"],
}

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

/** What is refused on root, where any stake is enough. */
const rulesOnRoot: readonly BrokenRule[] = [
  { ...noSigner, name: "by no signer, where any stake is enough" },
  {
    name: "on root",
    change: argument("netuid", "0"),
    error: "SubtensorModule.CanNotSetRootNetworkWeights",
    clauses: ["weights-09", "weights-03"],
  },
  { ...unequal, name: "more neurons than weights, where any stake is enough" },
]

const own = accepted(
  "only oneself, without a permit and fewer than must be weighed",
  ["weights-06", "weights-07"],
  all(argument("dests", ["1"]), argument("weights", ["1"]), noPermit.change)(ordinary.situation),
)

const enoughWithoutStake = stored((state) => {
  StakeThreshold.set(state, 0n)
  CommitRevealWeightsEnabled.set(state, ROOT, false)
})
const anyStake = variant(ordinary, "where any stake is enough, and root has no commitments", enoughWithoutStake, [
  "weights-03",
])
const anyStakeOnMechanism = variant(onMechanism, "where any stake is enough", enoughWithoutStake, ["weights-03"])

/** `set_weights`. */
export const setWeightsSuite: Suite = {
  chapter: "weights",
  name: "set_weights",
  title: "set_weights",
  scenarios: [
    ordinary,
    own,
    variant(own, "none that weighs anything", argument("weights", ["0"]), ["weights-01"]),
    variant(ordinary, "weights of which one is above half of the greatest", argument("weights", ["40000", "17"]), [
      "weights-01",
    ]),
    variant(ordinary, "weights of which the greatest is already the greatest", argument("weights", ["65535", "1"]), [
      "weights-01",
    ]),
    variant(
      ordinary,
      "any version where none is asked for",
      all(
        argument("version_key", "0"),
        stored((state) => WeightsVersionKey.set(state, SUBNET, 0n)),
      ),
      ["weights-04"],
    ),
    variant(
      ordinary,
      "just late enough",
      stored((state) => LastUpdate.set(state, netUidStorageIndex(SUBNET), [1n, 900n, 1n, 1n, 1n])),
      ["weights-05"],
    ),
    variant(
      ordinary,
      "by a neuron whose updates were never recorded",
      stored((state) => LastUpdate.remove(state, netUidStorageIndex(SUBNET))),
      ["weights-05", "weights-08"],
    ),
    variant(
      ordinary,
      "by the owner's neuron, without stake and permit",
      all(
        noPermit.change,
        stored((state) => SubnetOwnerHotkey.set(state, SUBNET, validator1)),
        tooLittleStake.change,
      ),
      ["weights-03", "weights-06", "subnets-06"],
    ),
    variant(
      ordinary,
      "fewer neurons than usual on a small subnet",
      all(
        argument("dests", ["0", "1", "2", "3", "4"]),
        argument("weights", ["1", "2", "3", "4", "5"]),
        stored((state) => MinAllowedWeights.set(state, SUBNET, 6)),
      ),
      ["weights-07"],
    ),
    ...refusals(ordinary, [tooLittleStake, tooSoon]),
    ...refusals(ordinary, [{ ...commitReveal, name: "where nothing says how weights are set", change: unsaid }]),
    ...refusals(ordinary, [commitReveal, noSigner, unequal, tooMany]),
    ...refusals(ordinary, [
      {
        name: "by somebody who is nobody",
        change: by(signed(stranger)),
        error: "SubtensorModule.NotEnoughStakeToSetWeights",
        clauses: ["weights-11"],
      },
    ]),
    ...refusals(ordinary, [noSubnet]),
    both(ordinary, tooMany, noNeuron),
    ...refusals(ordinary, [noNeuron, oldSoftware, noPermit, repeated, invalid, tooFew]),
    ...refusals(ordinary, [
      {
        name: "before any epoch gave permits",
        change: stored((state) => ValidatorPermit.remove(state, SUBNET)),
        error: "SubtensorModule.NeuronNoValidatorPermit",
        clauses: ["weights-06"],
      },
    ]),
    anyStake,
    ...refusals(anyStake, rulesOnRoot),
    variant(
      own,
      "oneself, beyond the neurons that are counted",
      stored((state) => {
        SubnetworkN.set(state, SUBNET, 1)
        LastUpdate.remove(state, netUidStorageIndex(SUBNET))
      }),
      ["weights-08"],
    ),
  ],
}

/** `set_mechanism_weights`. */
export const setMechanismWeightsSuite: Suite = {
  chapter: "weights",
  name: "set_mechanism_weights",
  title: "set_mechanism_weights",
  scenarios: [
    onMechanism,
    variant(onMechanism, "of the first mechanism", argument("mecid", "0")),
    ...refusals(onMechanism, [tooLittleStake, tooSoonOnMechanism]),
    ...refusals(onMechanism, [
      {
        name: "of a mechanism that is not there",
        change: argument("mecid", "2"),
        error: "SubtensorModule.SettingWeightsTooFast",
        clauses: ["weights-12", "subnets-04"],
      },
    ]),
    ...refusals(onMechanism, [
      { ...commitReveal, clauses: ["weights-02", "weights-13"] },
      noSigner,
      unequal,
      tooMany,
      noNeuron,
      oldSoftware,
      noPermit,
      repeated,
      invalid,
      tooFew,
    ]),
    anyStakeOnMechanism,
    ...refusals(anyStakeOnMechanism, rulesOnRoot),
  ],
}
