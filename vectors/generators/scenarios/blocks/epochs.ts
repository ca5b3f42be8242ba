import { I96F32 } from "../../../../reference/numbers/formats.js"
import { hash, netUidStorageIndex } from "../../../../reference/state/primitives.js"
import type { State } from "../../../../reference/state/state.js"
import {
  ActivityCutoffFactorMilli,
  AlphaSigmoidSteepness,
  AutoStakeDestination,
  BlockAtRegistration,
  Bonds,
  ChildKeys,
  ChildkeyTake,
  CKBurn,
  CommitRevealWeightsEnabled,
  Delegates,
  IsNetworkMember,
  Kappa,
  Keys,
  LastEpochBlock,
  LastMechansimStepBlock,
  LastUpdate,
  LiquidAlphaOn,
  MaxAllowedValidators,
  MechanismCountCurrent,
  MechanismEmissionSplit,
  MinChildkeyTakePerSubnet,
  OwnedHotkeys,
  Owner,
  ParentKeys,
  PendingOwnerCut,
  PendingRootAlphaDivs,
  PendingServerEmission,
  PendingValidatorEmission,
  RecycleOrBurn,
  RevealPeriodEpochs,
  RootClaimable,
  StakeThreshold,
  SubnetEpochIndex,
  SubnetOwner,
  SubnetOwnerHotkey,
  SubnetworkN,
  TaoWeight,
  TimelockedWeightCommits,
  ValidatorPermit,
  VotingPower,
  VotingPowerDisableAtBlock,
  VotingPowerTrackingEnabled,
  WeightCommits,
  Weights,
  Yuma3On,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, carol, miner1, named, owner, ownerHotkey, stranger, validator1, validator2 } from "../accounts.js"
import { alpha } from "../amounts.js"
import { ROOT, SUBNET, workingSubnet } from "../market.js"
import type { Network } from "../network.js"
import { inBlock, type Situation } from "../situation.js"
import type { Suite } from "../suite.js"
import { type BlockCase, blockStepOn, blockSteps, where } from "./blockStep.js"

const MAIN = netUidStorageIndex(SUBNET)
const SECOND = netUidStorageIndex(SUBNET + 4_096)
const WHOLE = (1n << 64n) - 1n

/** Two validators who disagree a little about two miners, and a whole epoch's alpha waiting for them. */
function dueSubnet(): Network {
  return workingSubnet()
    .stake(ROOT, validator1, alice, alpha(2_000))
    .store((state) => {
      LastEpochBlock.set(state, SUBNET, 990n)
      LastMechansimStepBlock.set(state, SUBNET, 990n)
      LastUpdate.set(state, MAIN, [1n, 995n, 994n, 1n, 1n])
      TaoWeight.set(state, WHOLE / 5n)
      MaxAllowedValidators.set(state, SUBNET, 2)
      Weights.set(state, MAIN, 1, [
        [3, 65_535],
        [4, 21_845],
      ])
      Weights.set(state, MAIN, 2, [
        [3, 32_768],
        [4, 65_535],
      ])
      Bonds.set(state, MAIN, 1, [
        [3, 40_000],
        [4, 100],
      ])
      Bonds.set(state, MAIN, 2, [[4, 65_535]])
      PendingServerEmission.set(state, SUBNET, alpha(4))
      PendingValidatorEmission.set(state, SUBNET, alpha(3))
      PendingRootAlphaDivs.set(state, SUBNET, alpha(1))
      PendingOwnerCut.set(state, SUBNET, alpha(2))
    })
}

const due: Situation = blockStepOn(dueSubnet())

const yuma3 = (state: State) => {
  Yuma3On.set(state, SUBNET, true)
  Bonds.set(state, MAIN, 2, [
    [3, 12_000],
    [4, 65_535],
  ])
}
const liquid = (state: State) => LiquidAlphaOn.set(state, SUBNET, true)
const both =
  (...writes: readonly ((state: State) => void)[]) =>
  (state: State) => {
    for (const write of writes) write(state)
  }

const consensusCases: readonly BlockCase[] = [
  where("Yuma 3", ["consensus-20", "consensus-26"], yuma3),
  where("liquid alpha", ["consensus-17", "consensus-18"], liquid),
  where("Yuma 3 with liquid alpha", ["consensus-17", "consensus-20"], both(yuma3, liquid)),
  where("Yuma 3 with the steepest sigmoid", ["consensus-17"], (state) => {
    both(yuma3, liquid)(state)
    AlphaSigmoidSteepness.set(state, SUBNET, 32_767)
  }),
  where("Yuma 3 with the steepest sigmoid turned round", ["consensus-17"], (state) => {
    both(yuma3, liquid)(state)
    AlphaSigmoidSteepness.set(state, SUBNET, -32_768)
  }),
  where("without bonds so far", ["consensus-15", "consensus-19"], (state) => Bonds.clearUnder(state, MAIN)),
  where("a majority of everybody", ["consensus-11"], (state) => Kappa.set(state, SUBNET, 65_535)),
  where("without weights", ["consensus-08", "consensus-21"], (state) => Weights.clearUnder(state, MAIN)),
  where("weights for a neuron that is gone", ["consensus-01", "consensus-08"], (state) =>
    Weights.set(state, MAIN, 1, [
      [3, 9],
      [7, 9],
    ]),
  ),
  where("a miner registered after the weights", ["consensus-08"], (state) =>
    BlockAtRegistration.set(state, SUBNET, 3, 996n),
  ),
  where("an idle validator", ["consensus-02", "consensus-07"], (state) => {
    ActivityCutoffFactorMilli.set(state, SUBNET, 1_000)
    LastUpdate.set(state, MAIN, [1n, 995n, 989n, 1n, 1n])
  }),
  where("a subnet for which no permits are stored", ["consensus-07", "consensus-15"], (state) =>
    ValidatorPermit.remove(state, SUBNET),
  ),
  where("updates that were never recorded", ["consensus-01", "consensus-02"], (state) =>
    LastUpdate.set(state, MAIN, [1n, 995n]),
  ),
  where("a place that nobody takes", ["consensus-01", "consensus-28"], (state) => Keys.remove(state, SUBNET, 0)),
  where("a validator below the stake threshold", ["consensus-05"], (state) => StakeThreshold.set(state, alpha(2_000))),
  where("everybody below the stake threshold", ["consensus-05", "consensus-21"], (state) =>
    StakeThreshold.set(state, WHOLE),
  ),
  where("validators who lose their permits", ["consensus-06", "consensus-28"], (state) =>
    MaxAllowedValidators.set(state, SUBNET, 1),
  ),
  where("a subnet without neurons", ["consensus-26", "coinbase-14"], (state) => {
    SubnetworkN.remove(state, SUBNET)
    Keys.clearUnder(state, SUBNET)
    ValidatorPermit.remove(state, SUBNET)
    LastUpdate.remove(state, MAIN)
  }),
  where("nothing gathered", ["consensus-25", "coinbase-14"], (state) => {
    for (const item of [PendingServerEmission, PendingValidatorEmission, PendingRootAlphaDivs, PendingOwnerCut])
      item.remove(state, SUBNET)
  }),
]

/** Block steps with the epoch of a subnet with two validators and two miners. */
export const consensusSuite: Suite = {
  chapter: "consensus",
  name: "block-step-epoch",
  title: "An epoch",
  scenarios: blockSteps(
    "Yuma",
    ["consensus-01", "consensus-19", "consensus-23", "consensus-26", "consensus-28"],
    due,
    consensusCases,
  ),
}

const mechanisms = (split: readonly number[] | undefined) => (state: State) => {
  MechanismCountCurrent.set(state, SUBNET, 2)
  if (split !== undefined) MechanismEmissionSplit.set(state, SUBNET, split)
  LastUpdate.set(state, SECOND, [1n, 993n, 992n, 1n, 1n])
  Weights.set(state, SECOND, 1, [[4, 65_535]])
  Weights.set(state, SECOND, 2, [[4, 65_535]])
}

/** Block steps with the epoch of a subnet with several mechanisms. */
export const mechanismsSuite: Suite = {
  chapter: "consensus",
  name: "block-step-mechanisms",
  title: "An epoch of several mechanisms",
  scenarios: blockSteps(
    "two that share alike",
    ["consensus-25", "consensus-26"],
    blockStepOn(dueSubnet().store(mechanisms(undefined))),
    [
      where("two of which one has four fifths", ["consensus-25"], mechanisms([52_428, 13_107])),
      where("two of which the second has nothing", ["consensus-25"], mechanisms([65_535])),
      where("two that count every stake for voting", ["consensus-26"], (state) =>
        VotingPowerTrackingEnabled.set(state, SUBNET, true),
      ),
      where("none at all", ["consensus-25", "consensus-26"], (state) => MechanismCountCurrent.set(state, SUBNET, 0)),
      where("nothing gathered", ["consensus-25"], (state) => {
        for (const item of [PendingServerEmission, PendingValidatorEmission, PendingRootAlphaDivs])
          item.remove(state, SUBNET)
      }),
    ],
  ),
}

const COMMITMENT = hash(`0x${"ab".repeat(32)}`)

const hidden = (state: State) => {
  CommitRevealWeightsEnabled.set(state, SUBNET, true)
  RevealPeriodEpochs.set(state, SUBNET, 3n)
  SubnetEpochIndex.set(state, SUBNET, 50n)
  BlockAtRegistration.set(state, SUBNET, 3, 992n)
}

/** Block steps with the epoch of a subnet whose weights are committed first. */
export const commitRevealSuite: Suite = {
  chapter: "consensus",
  name: "block-step-commitments",
  title: "An epoch with commitments",
  scenarios: blockSteps("nobody has committed", ["consensus-27"], blockStepOn(dueSubnet().store(hidden)), [
    where("a validator committed before a miner was registered", ["consensus-27", "consensus-08"], (state) =>
      WeightCommits.set(state, MAIN, validator1, [[COMMITMENT, 49n, 991n, 0n]]),
    ),
    where("a validator's first commitment is too old, the second is not", ["consensus-27"], (state) =>
      WeightCommits.set(state, MAIN, validator1, [
        [COMMITMENT, 47n, 900n, 0n],
        [COMMITMENT, 48n, 991n, 0n],
      ]),
    ),
    where("a validator's commitments are all too old", ["consensus-27"], (state) =>
      WeightCommits.set(state, MAIN, validator1, [[COMMITMENT, 47n, 900n, 0n]]),
    ),
    where("timelocked ones, of which the earliest counts", ["consensus-27"], (state) => {
      TimelockedWeightCommits.set(state, MAIN, 50n, [
        [validator2, 991n, "0x00", 1n],
        [validator2, 990n, "0x00", 1n],
        [validator2, 992n, "0x00", 1n],
      ])
      TimelockedWeightCommits.set(state, MAIN, 51n, [[validator2, 993n, "0x00", 1n]])
      WeightCommits.set(state, MAIN, validator1, [[COMMITMENT, 49n, 995n, 0n]])
    }),
    where("a place that nobody takes", ["consensus-27"], (state) => Keys.remove(state, SUBNET, 0)),
    where("one by somebody who is no neuron", ["consensus-27"], (state) =>
      WeightCommits.set(state, MAIN, stranger, [[COMMITMENT, 49n, 991n, 0n]]),
    ),
  ]),
}

const tracked = (state: State) => {
  VotingPowerTrackingEnabled.set(state, SUBNET, true)
  StakeThreshold.set(state, 1_000n)
  VotingPower.set(state, SUBNET, validator1, 5_000n)
}

/** Block steps with an epoch of a subnet that tracks voting power. */
export const votingPowerSuite: Suite = {
  chapter: "consensus",
  name: "block-step-voting-power",
  title: "Voting power",
  scenarios: blockSteps("of two validators", ["consensus-29"], blockStepOn(dueSubnet().store(tracked)), [
    where("of one who left", ["consensus-29"], (state) => {
      VotingPower.set(state, SUBNET, stranger, 5_000n)
      IsNetworkMember.set(state, stranger, SUBNET, false)
    }),
    where("of one without a permit", ["consensus-29"], (state) => VotingPower.set(state, SUBNET, miner1, 5_000n)),
    where("of one who falls below the threshold", ["consensus-29"], (state) => {
      VotingPower.set(state, SUBNET, validator2, 2_000_000_000_000_000n)
      StakeThreshold.set(state, 1_999_000_000_000_000n)
      SubnetOwnerHotkey.set(state, SUBNET, validator2)
    }),
    where("is no longer tracked from this block on", ["consensus-29"], (state) =>
      VotingPowerDisableAtBlock.set(state, SUBNET, 1_000n),
    ),
    where("is no longer tracked from the next block on", ["consensus-29"], (state) =>
      VotingPowerDisableAtBlock.set(state, SUBNET, 1_001n),
    ),
  ]),
}

const HALF = WHOLE / 2n

const withParent = (state: State) => {
  ParentKeys.set(state, validator2, SUBNET, [[HALF, validator1]])
  ChildKeys.set(state, validator1, SUBNET, [[HALF, validator2]])
}

/** Block steps that give out what a subnet has gathered. */
export const distributionSuite: Suite = {
  chapter: "coinbase",
  name: "block-step-distribution",
  title: "Giving out what a subnet has gathered",
  scenarios: blockSteps(
    "to miners, validators, root and the owner",
    ["coinbase-14", "coinbase-15", "coinbase-16", "coinbase-17", "coinbase-19", "coinbase-20", "root-02", "staking-07"],
    due,
    [
      where("the owner mines, and what it earns is burnt", ["coinbase-19"], (state) => {
        Weights.set(state, MAIN, 1, [[0, 65_535]])
      }),
      where(
        "the owner mines, and what it earns is recycled",
        ["coinbase-19", "emission-08", "emission-09"],
        (state) => {
          Weights.set(state, MAIN, 1, [[0, 65_535]])
          RecycleOrBurn.set(state, SUBNET, "Recycle")
        },
      ),
      where("a miner belongs to the owner", ["coinbase-19"], (state) =>
        OwnedHotkeys.set(state, owner, [ownerHotkey, miner1, stranger]),
      ),
      where("a miner's coldkey stakes elsewhere", ["coinbase-19"], (state) =>
        AutoStakeDestination.set(state, carol, SUBNET, validator2),
      ),
      where("nobody mines, so that validators have it all", ["coinbase-14"], (state) =>
        Weights.clearUnder(state, MAIN),
      ),
      where("a validator takes nothing", ["coinbase-20"], (state) => Delegates.set(state, validator1, 0)),
      where("a validator takes everything", ["coinbase-20"], (state) => Delegates.set(state, validator1, 65_535)),
      where("a validator has a parent of another owner", ["coinbase-15"], withParent),
      where("a validator takes from its parent, and a part is recycled", ["coinbase-15", "children-04"], (state) => {
        withParent(state)
        ChildkeyTake.set(state, validator2, SUBNET, 6_553)
        CKBurn.set(state, WHOLE / 10n)
      }),
      where(
        "a validator takes from its parent what the subnet wants at least",
        ["coinbase-15", "children-04"],
        (state) => {
          withParent(state)
          MinChildkeyTakePerSubnet.set(state, SUBNET, 3_000)
        },
      ),
      where("a validator has a parent of the same owner", ["coinbase-15"], (state) => {
        withParent(state)
        Owner.set(state, validator2, alice)
        ChildkeyTake.set(state, validator2, SUBNET, 6_553)
      }),
      where("a validator has two parents", ["coinbase-15"], (state) => {
        ParentKeys.set(state, validator2, SUBNET, [
          [HALF, validator1],
          [WHOLE, named("parent")],
        ])
      }),
      where("a validator whose parent and itself have nothing", ["coinbase-15", "coinbase-16"], (state) => {
        Weights.set(state, MAIN, 1, [[2, 65_535]])
        ParentKeys.set(state, miner1, SUBNET, [[HALF, named("parent")]])
        Weights.set(state, MAIN, 2, [[3, 65_535]])
      }),
      where("without stake on root", ["coinbase-16"], (state) => TaoWeight.set(state, 0n)),
      where("root's dividend is more than its stake", ["root-01"], (state) =>
        PendingRootAlphaDivs.set(state, SUBNET, alpha(3_000)),
      ),
      where("root has more to claim already", ["root-01"], (state) =>
        RootClaimable.set(state, validator1, [
          [ROOT, I96F32.fromBits(1n)],
          [SUBNET, I96F32.fromBits(3n)],
        ]),
      ),
      where("nobody owns the subnet", ["coinbase-17"], (state) => SubnetOwner.remove(state, SUBNET)),
      where("the owner runs it with no hotkey", ["coinbase-17"], (state) => SubnetOwnerHotkey.remove(state, SUBNET)),
      ["in a block that nobody authors", ["coinbase-14"], (situation) => ({ ...situation, author: undefined })],
      ["a block later", ["coinbase-14"], inBlock(1_001n)],
    ],
  ),
}
