import { hash, netUidStorageIndex } from "../../../../reference/state/primitives.js"
import { SubtensorModuleCalls } from "../../../../reference/state/rao/calls.js"
import type { Hex } from "../../../../reference/state/scaleTypes.js"
import { struct, u16, u64, vector } from "../../../../reference/state/scaleTypes.js"
import type { State } from "../../../../reference/state/state.js"
import { Pulses } from "../../../../reference/state/storage/drand.js"
import {
  CommitRevealWeightsEnabled,
  CRV3WeightCommits,
  LastUpdate,
  MaxWeightsLimit,
  MinAllowedWeights,
  NetworksAdded,
  RevealPeriodEpochs,
  StakeThreshold,
  SubnetworkN,
  Tempo,
  Uids,
  ValidatorPermit,
  WeightCommits,
  WeightsSetRateLimit,
  WeightsVersionKey,
} from "../../../../reference/state/storage/subtensorModule.js"
import { lockText, SIGNATURE } from "../../../../reference/weights/testing/lockText.js"
import { validator1 } from "../accounts.js"
import { alpha } from "../amounts.js"
import { blockStepOn, blockSteps, where } from "../blocks/blockStep.js"
import { SUBNET } from "../market.js"
import { argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"
import { raoSubnet } from "./market.js"

const INDEX = netUidStorageIndex(SUBNET)
const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

const noNeuron: BrokenRule = {
  name: "by a hotkey that is no neuron",
  change: stored((state) => Uids.remove(state, SUBNET, validator1)),
  error: "SubtensorModule.HotKeyNotRegisteredInSubNet",
}

/** A subnet whose second neuron may set weights for two others in this block. */
const validators = () =>
  raoSubnet().store((state) => {
    MinAllowedWeights.set(state, SUBNET, 2)
    MaxWeightsLimit.set(state, SUBNET, 50_000)
    WeightsVersionKey.set(state, SUBNET, 7n)
    StakeThreshold.set(state, alpha(3_000))
    WeightsSetRateLimit.set(state, SUBNET, 100n)
    LastUpdate.set(state, INDEX, [1n, 900n, 1n, 1n, 1n])
  })

const weighed = accepted(
  "two neurons",
  ["weights-10", "weights-50", "weights-51", "weights-52"],
  blockOn(validators(), [
    callBy(signed(validator1), SubtensorModuleCalls.set_weights, {
      netuid: SUBNET,
      dests: [3, 4],
      weights: [40, 60],
      version_key: 7n,
    }),
  ]),
)

/** `set_weights` of fork rao. */
export const raoSetWeightsSuite: Suite = {
  chapter: "weights",
  name: "set_weights",
  title: "set_weights",
  scenarios: [
    weighed,
    variant(
      weighed,
      "of which one weighs all, where that is allowed",
      (situation) =>
        argument("weights", ["100", "0"])(stored((state) => MaxWeightsLimit.set(state, SUBNET, 65_535))(situation)),
      ["weights-51"],
    ),
    variant(
      weighed,
      "itself alone, without a permit",
      (situation) =>
        argument("dests", ["1"])(
          argument("weights", ["9"])(stored((state) => ValidatorPermit.set(state, SUBNET, []))(situation)),
        ),
      ["weights-51", "weights-50"],
    ),
    variant(
      weighed,
      "where nobody's last time is known",
      stored((state) => LastUpdate.remove(state, INDEX)),
      ["weights-52"],
    ),
    ...refusals(weighed, [
      {
        name: "while weights must be committed",
        change: stored((state) => CommitRevealWeightsEnabled.set(state, SUBNET, true)),
        error: "SubtensorModule.CommitRevealEnabled",
      },
      noSigner,
      {
        name: "of root",
        change: argument("netuid", "0"),
        error: "SubtensorModule.CanNotSetRootNetworkWeights",
      },
      {
        name: "more neurons than weights",
        change: argument("weights", ["40"]),
        error: "SubtensorModule.WeightVecNotEqualSize",
      },
      {
        name: "on a subnet that is not there",
        change: stored((state) => NetworksAdded.remove(state, SUBNET)),
        error: "SubtensorModule.SubNetworkDoesNotExist",
      },
      {
        name: "more neurons than the subnet has",
        change: stored((state) => SubnetworkN.set(state, SUBNET, 1)),
        error: "SubtensorModule.UidsLengthExceedUidsInSubNet",
      },
      noNeuron,
      {
        name: "with one alpha rao less than the threshold",
        change: stored((state) => StakeThreshold.set(state, alpha(3_000) + 1n)),
        error: "SubtensorModule.NotEnoughStakeToSetWeights",
      },
      {
        name: "with software that is too old",
        change: argument("version_key", "6"),
        error: "SubtensorModule.IncorrectWeightVersionKey",
      },
      {
        name: "one block too soon",
        change: stored((state) => LastUpdate.set(state, INDEX, [1n, 901n, 1n, 1n, 1n])),
        error: "SubtensorModule.SettingWeightsTooFast",
      },
      {
        name: "without a validator permit",
        change: stored((state) => ValidatorPermit.set(state, SUBNET, [false, false, true, false, false])),
        error: "SubtensorModule.NeuronNoValidatorPermit",
      },
      {
        name: "the same neuron twice",
        change: argument("dests", ["3", "3"]),
        error: "SubtensorModule.DuplicateUids",
        excludesNext: true,
      },
      {
        name: "a neuron that is not there",
        change: argument("dests", ["3", "7"]),
        error: "SubtensorModule.UidVecContainInvalidOne",
      },
      {
        name: "fewer than the least",
        change: stored((state) => MinAllowedWeights.set(state, SUBNET, 3)),
        error: "SubtensorModule.WeightVecLengthIsLow",
      },
      {
        name: "one with more than the greatest weight",
        change: stored((state) => MaxWeightsLimit.set(state, SUBNET, 39_000)),
        error: "SubtensorModule.MaxWeightExceeded",
        clauses: ["weights-51"],
      },
    ]),
  ],
}

const committing = () =>
  validators().store((state) => {
    CommitRevealWeightsEnabled.set(state, SUBNET, true)
    RevealPeriodEpochs.set(state, SUBNET, 2n)
    Tempo.set(state, SUBNET, 99)
  })

const commitHash = hash(`0x${"12".repeat(32)}`)
const waitingCommit = [commitHash, 950n, 1_098n, 1_197n] as const

/** Where a commit may not be made, but for the tenth. */
const commitRules: readonly BrokenRule[] = [
  noSigner,
  {
    name: "where weights are set in the open",
    change: stored((state) => CommitRevealWeightsEnabled.set(state, SUBNET, false)),
    error: "SubtensorModule.CommitRevealDisabled",
  },
  noNeuron,
  {
    name: "one block too soon",
    change: stored((state) => LastUpdate.set(state, INDEX, [1n, 901n, 1n, 1n, 1n])),
    error: "SubtensorModule.CommittingWeightsTooFast",
  },
]

const committed = accepted(
  "the first one, just long enough after the last time",
  ["weights-54", "weights-53", "weights-52"],
  blockOn(committing(), [
    callBy(signed(validator1), SubtensorModuleCalls.commit_weights, { netuid: SUBNET, commit_hash: commitHash }),
  ]),
)

/** `commit_weights` of fork rao. */
export const raoCommitWeightsSuite: Suite = {
  chapter: "weights",
  name: "commit_weights",
  title: "commit_weights",
  scenarios: [
    committed,
    variant(
      committed,
      "after one that has expired and one that has not",
      stored((state) => WeightCommits.set(state, INDEX, validator1, [[commitHash, 700n, 898n, 997n], waitingCommit])),
      ["weights-54", "weights-53"],
    ),
    ...refusals(committed, [
      ...commitRules,
      {
        name: "while ten wait",
        change: stored((state) =>
          WeightCommits.set(
            state,
            INDEX,
            validator1,
            Array.from({ length: 10 }, () => waitingCommit),
          ),
        ),
        error: "SubtensorModule.TooManyUnrevealedCommits",
      },
    ]),
  ],
}

const ROUND = 77n
const NOW_EPOCH = 10n
const payload = struct({ uids: vector(u16), values: vector(u16), version_key: u64 })
const locked = (uids: number[], values: number[]) => lockText(payload.encode({ uids, values, version_key: 7n }))
const goodWeights = locked([3, 4], [40, 60])

const timelocked = accepted(
  "the first one, just long enough after the last time",
  ["weights-55", "weights-52"],
  blockOn(committing(), [
    callBy(signed(validator1), SubtensorModuleCalls.commit_crv3_weights, {
      netuid: SUBNET,
      commit: goodWeights,
      reveal_round: ROUND,
    }),
  ]),
)

/** `commit_crv3_weights` of fork rao. */
export const raoCommitTimelockedSuite: Suite = {
  chapter: "weights",
  name: "commit_crv3_weights",
  title: "commit_crv3_weights",
  scenarios: [
    timelocked,
    variant(timelocked, "in the block that an epoch ends in, for the next one", (situation) => ({
      ...situation,
      blockNumber: 1_097n,
    })),
    ...refusals(timelocked, [
      ...commitRules,
      {
        name: "the eleventh of an epoch",
        change: stored((state) =>
          CRV3WeightCommits.set(
            state,
            INDEX,
            NOW_EPOCH,
            Array.from({ length: 10 }, () => [validator1, goodWeights, ROUND] as const),
          ),
        ),
        error: "SubtensorModule.TooManyUnrevealedCommits",
      },
    ]),
  ],
}

/** `set_tao_weights`, which does nothing. */
export const raoSetTaoWeightsSuite: Suite = {
  chapter: "weights",
  name: "set_tao_weights",
  title: "set_tao_weights",
  scenarios: [
    accepted(
      "whoever calls",
      ["weights-54"],
      blockOn(raoSubnet(), [
        callBy(signed(validator1), SubtensorModuleCalls.set_tao_weights, {
          netuid: SUBNET,
          hotkey: validator1,
          dests: [1],
          weights: [1],
          version_key: 0n,
        }),
      ]),
    ),
  ],
}

function commitOf(ciphertext: Hex, epoch: bigint): (state: State) => void {
  return (state) => CRV3WeightCommits.set(state, INDEX, epoch, [[validator1, ciphertext, ROUND]])
}

/** In block 1097 an epoch ends, in which what was committed one epoch before is revealed. */
const revealing = blockStepOn(
  committing().store((state) => {
    commitOf(goodWeights, NOW_EPOCH)(state)
    Pulses.set(state, ROUND, { round: ROUND, randomness: "0x", signature: SIGNATURE })
  }),
  1_097n,
)

/** Block steps of fork rao in which timelocked weights are revealed. */
export const raoTimelockSuite: Suite = {
  chapter: "weights",
  name: "block-step-timelock",
  title: "Timelocked commitments",
  scenarios: blockSteps("of the epoch before are set", ["weights-61", "weights-50"], revealing, [
    where("whose round is not known yet are lost", ["weights-61"], (state) => Pulses.clear(state)),
    where("of older epochs are dropped", ["weights-61"], commitOf(goodWeights, 7n)),
    where("that cannot be opened are dropped", ["weights-61"], commitOf("0x00", NOW_EPOCH)),
    where("that cannot be read are dropped", ["weights-61"], commitOf(lockText(Uint8Array.of(8, 1)), NOW_EPOCH)),
    where("that are refused are dropped", ["weights-61"], commitOf(locked([3, 3], [1, 1]), NOW_EPOCH)),
    where("of nobody", ["weights-61"], (state) => CRV3WeightCommits.clear(state)),
    where("in the first epoch of a subnet are left", ["weights-61"], (state) => Tempo.set(state, SUBNET, 1_098)),
  ]),
}
