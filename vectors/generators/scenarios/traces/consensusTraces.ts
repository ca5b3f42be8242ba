import { AdminUtilsCalls, SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { netUidStorageIndex } from "../../../../reference/state/primitives.js"
import type { State } from "../../../../reference/state/state.js"
import {
  AdminFreezeWindow,
  BondsMovingAverage,
  BondsPenalty,
  ImmunityPeriod,
  LastEpochBlock,
  LastUpdate,
  LiquidAlphaOn,
  MaxAllowedUids,
  MaxAllowedValidators,
  MechanismCountCurrent,
  MinAllowedWeights,
  MinNonImmuneUids,
  StakeThreshold,
  TaoWeight,
  VotingPowerTrackingEnabled,
  Weights,
  WeightsSetRateLimit,
  Yuma3On,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, bob, named, validator1, validator2 } from "../accounts.js"
import { alpha, tao } from "../amounts.js"
import { ROOT, SUBNET, workingSubnet } from "../market.js"
import type { Network } from "../network.js"
import { callBy, signed } from "../situation.js"
import { blocks, type TraceScenario } from "../trace.js"

const FIRST = 1_001
const MAIN = netUidStorageIndex(SUBNET)
const SECOND = netUidStorageIndex(SUBNET + 4_096)
const epochs = ["coinbase-01", "coinbase-09", "coinbase-14", "consensus-23", "consensus-26"]

/** A subnet with an epoch every ten blocks, in whose pools and pendings everything else goes its usual way. */
function running(settings: (state: State) => void = () => {}): Network {
  return workingSubnet(10)
    .stake(ROOT, validator1, alice, alpha(2_000))
    .endow(alice, tao(100))
    .endow(bob, tao(100))
    .store((state) => {
      LastEpochBlock.set(state, SUBNET, 1_000n)
      LastUpdate.set(state, MAIN, [1n, 999n, 999n, 1n, 1n])
      TaoWeight.set(state, 1n << 62n)
      MaxAllowedValidators.set(state, SUBNET, 3)
      MinAllowedWeights.set(state, SUBNET, 1)
      WeightsSetRateLimit.set(state, SUBNET, 0n)
      AdminFreezeWindow.set(state, 2)
      Weights.set(state, MAIN, 1, [
        [3, 65_535],
        [4, 21_845],
      ])
      Weights.set(state, MAIN, 2, [
        [3, 32_768],
        [4, 65_535],
      ])
    })
    .store(settings)
}

const weigh = (validator: typeof validator1, uids: readonly number[], weights: readonly number[]) =>
  callBy(signed(validator), SubtensorModuleCalls.set_weights, { netuid: SUBNET, dests: uids, weights, version_key: 0n })

const weighMechanism = (
  validator: typeof validator1,
  mecid: number,
  uids: readonly number[],
  weights: readonly number[],
) =>
  callBy(signed(validator), SubtensorModuleCalls.set_mechanism_weights, {
    netuid: SUBNET,
    mecid,
    dests: uids,
    weights,
    version_key: 0n,
  })

const changingWeights = {
  1005: [weigh(validator1, [3, 4], [1, 9])],
  1012: [weigh(validator2, [3], [1])],
  1017: [weigh(validator1, [3, 4], [5, 5]), weigh(validator2, [4], [7])],
  1026: [weigh(validator2, [0, 3, 4], [1, 2, 3])],
}

/** Traces of several epochs under different settings of consensus. */
export const consensusTraces: readonly TraceScenario[] = [
  {
    chapter: "consensus",
    name: "trace-yuma",
    comment: "Three epochs of Yuma, in which nobody does anything",
    clauses: [...epochs, "consensus-19"],
    network: running(),
    blocks: blocks(FIRST, 31),
  },
  {
    chapter: "consensus",
    name: "trace-yuma-weights",
    comment: "Three epochs of Yuma, between which validators change their weights",
    clauses: [...epochs, "consensus-19", "weights-09"],
    network: running((state) => BondsPenalty.set(state, SUBNET, 30_000)),
    blocks: blocks(FIRST, 31, changingWeights),
  },
  {
    chapter: "consensus",
    name: "trace-yuma3",
    comment: "Four epochs of Yuma 3, between which validators change their weights",
    clauses: [...epochs, "consensus-20", "weights-09"],
    network: running((state) => {
      Yuma3On.set(state, SUBNET, true)
      BondsMovingAverage.set(state, SUBNET, 500_000n)
    }),
    blocks: blocks(FIRST, 41, changingWeights),
  },
  {
    chapter: "consensus",
    name: "trace-yuma-liquid",
    comment: "Three epochs of Yuma with liquid alpha",
    clauses: [...epochs, "consensus-17", "consensus-18", "consensus-19"],
    network: running((state) => LiquidAlphaOn.set(state, SUBNET, true)),
    blocks: blocks(FIRST, 31, changingWeights),
  },
  {
    chapter: "consensus",
    name: "trace-yuma3-liquid",
    comment: "Three epochs of Yuma 3 with liquid alpha, the last of them with another steepness",
    clauses: [...epochs, "consensus-17", "consensus-20", "hyperparameters-10"],
    network: running((state) => {
      Yuma3On.set(state, SUBNET, true)
      LiquidAlphaOn.set(state, SUBNET, true)
    }),
    blocks: blocks(FIRST, 31, {
      ...changingWeights,
      1023: [callBy("root", AdminUtilsCalls.sudo_set_alpha_sigmoid_steepness, { netuid: SUBNET, steepness: -500 })],
    }),
  },
  {
    chapter: "consensus",
    name: "trace-yuma-becomes-yuma3",
    comment: "A subnet turns from Yuma to Yuma 3 between two epochs, and its bonds are read anew",
    clauses: [...epochs, "consensus-15", "consensus-20", "hyperparameters-10"],
    network: running(),
    blocks: blocks(FIRST, 31, {
      1015: [callBy("root", AdminUtilsCalls.sudo_set_yuma3_enabled, { netuid: SUBNET, enabled: true })],
    }),
  },
  {
    chapter: "consensus",
    name: "trace-mechanisms",
    comment: "Three epochs of two mechanisms with a split that changes",
    clauses: ["consensus-25", "consensus-26", "weights-13", "hyperparameters-15"],
    network: running((state) => {
      MechanismCountCurrent.set(state, SUBNET, 2)
      LastUpdate.set(state, SECOND, [1n, 1n, 1n, 1n, 1n])
    }),
    blocks: blocks(FIRST, 31, {
      1003: [weighMechanism(validator1, 1, [4], [1]), weighMechanism(validator2, 1, [3, 4], [1, 2])],
      1014: [
        callBy("root", AdminUtilsCalls.sudo_set_mechanism_emission_split, {
          netuid: SUBNET,
          maybe_split: [50_000, 15_535],
        }),
      ],
    }),
  },
  {
    chapter: "consensus",
    name: "trace-commitments",
    comment:
      "A subnet on which weights must be committed from the second epoch on, with a commitment that outlives a registration",
    clauses: ["consensus-27", "hyperparameters-13", "registration-03"],
    network: running(),
    blocks: blocks(FIRST, 31, {
      1012: [
        callBy("root", AdminUtilsCalls.sudo_set_commit_reveal_weights_enabled, { netuid: SUBNET, enabled: true }),
        callBy(signed(alice), SubtensorModuleCalls.burned_register, { netuid: SUBNET, hotkey: named("newcomer") }),
        weigh(validator1, [3], [1]),
      ],
    }),
    refused: ["SubtensorModule.CommitRevealEnabled"],
  },
  {
    chapter: "consensus",
    name: "trace-voting-power",
    comment: "Voting power of two validators over three epochs, one of whom unstakes",
    clauses: ["consensus-29", "staking-32"],
    network: running((state) => {
      VotingPowerTrackingEnabled.set(state, SUBNET, true)
      StakeThreshold.set(state, 1_000_000_000n)
    }),
    blocks: blocks(FIRST, 31, {
      1013: [
        callBy(signed(bob), SubtensorModuleCalls.remove_stake, {
          hotkey: validator2,
          netuid: SUBNET,
          amount_unstaked: alpha(1_000),
        }),
      ],
    }),
  },
  {
    chapter: "registration",
    name: "trace-registrations",
    comment: "Newcomers on a full subnet take the places of those who earn least, and the price rises and decays",
    clauses: ["registration-01", "registration-04", "registration-07", "registration-09", "registration-30"],
    network: running((state) => {
      MaxAllowedUids.set(state, SUBNET, 6)
      ImmunityPeriod.set(state, SUBNET, 5)
      MinNonImmuneUids.set(state, SUBNET, 0)
    }),
    blocks: blocks(FIRST, 31, {
      1004: [callBy(signed(alice), SubtensorModuleCalls.burned_register, { netuid: SUBNET, hotkey: named("first") })],
      1013: [callBy(signed(bob), SubtensorModuleCalls.burned_register, { netuid: SUBNET, hotkey: named("second") })],
      1014: [
        callBy(signed(bob), SubtensorModuleCalls.burned_register, { netuid: SUBNET, hotkey: named("third") }),
        callBy(signed(bob), SubtensorModuleCalls.burned_register, { netuid: SUBNET, hotkey: named("third") }),
        weigh(validator1, [3, 4], [1, 1]),
      ],
      1025: [callBy(signed(alice), SubtensorModuleCalls.burned_register, { netuid: SUBNET, hotkey: named("fourth") })],
    }),
    refused: ["SubtensorModule.HotKeyAlreadyRegisteredInSubNet"],
  },
]
