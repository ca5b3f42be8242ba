import type { CallDeclaration } from "../../../../reference/state/call.js"
import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { hash, type NetUidStorageIndex } from "../../../../reference/state/primitives.js"
import { LastStoredRound } from "../../../../reference/state/storage/drand.js"
import {
  CommitRevealWeightsEnabled,
  CommitRevealWeightsVersion,
  LastEpochBlock,
  LastUpdate,
  MechanismCountCurrent,
  NetworksAdded,
  StakeThreshold,
  SubnetEpochIndex,
  TimelockedWeightCommits,
  Uids,
  WeightCommits,
  WeightsSetRateLimit,
} from "../../../../reference/state/storage/subtensorModule.js"
import { mechanismStorageIndex } from "../../../../reference/subnets/mechanismIndex.js"
import { alice, validator1 } from "../accounts.js"
import { alpha } from "../amounts.js"
import { NOWHERE, SUBNET } from "../market.js"
import { Network } from "../network.js"
import { argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite } from "../suite.js"

const MAIN = mechanismStorageIndex(SUBNET, 0)
const SECOND = mechanismStorageIndex(SUBNET, 1)
const EPOCH = 5n
const ROUND = 77n
const VERSION = 4
const commitHash = hash(`0x${"12".repeat(32)}`)

/** One validator on a subnet with two mechanisms, which last committed a hundred blocks ago, as often as it may. */
function oneValidator(): Network {
  return new Network()
    .hotkey(validator1, alice)
    .neuron(SUBNET, validator1, true)
    .stake(SUBNET, validator1, alice, alpha(3_000))
    .store((state) => {
      NetworksAdded.set(state, SUBNET, true)
      CommitRevealWeightsEnabled.set(state, SUBNET, true)
      CommitRevealWeightsVersion.set(state, VERSION)
      MechanismCountCurrent.set(state, SUBNET, 2)
      WeightsSetRateLimit.set(state, SUBNET, 100n)
      SubnetEpochIndex.set(state, SUBNET, EPOCH)
      LastEpochBlock.set(state, SUBNET, 995n)
      for (const index of [MAIN, SECOND]) LastUpdate.set(state, index, [900n])
    })
}

export const tooLittleStake: BrokenRule = {
  name: "with one alpha rao less than the threshold",
  change: stored((state) => StakeThreshold.set(state, alpha(3_000) + 1n)),
  error: "SubtensorModule.NotEnoughStakeToSetWeights",
  clauses: ["weights-11", "weights-03"],
}

const tooSoon = (index: NetUidStorageIndex): BrokenRule => ({
  name: "one block too soon",
  change: stored((state) => LastUpdate.set(state, index, [901n])),
  error: "SubtensorModule.CommittingWeightsTooFast",
  clauses: ["weights-23", "weights-05"],
})

const noMechanism: BrokenRule = {
  name: "for a subnet that is not there",
  change: argument("netuid", NOWHERE.toString()),
  error: "SubtensorModule.MechanismDoesNotExist",
  clauses: ["subnets-04"],
}

const thirdMechanism: BrokenRule = {
  name: "for a mechanism that is not there",
  change: argument("mecid", "2"),
  error: "SubtensorModule.CommittingWeightsTooFast",
  clauses: ["weights-35", "weights-05"],
}

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

const inTheOpen: BrokenRule = {
  name: "where weights are set in the open",
  change: stored((state) => CommitRevealWeightsEnabled.set(state, SUBNET, false)),
  error: "SubtensorModule.CommitRevealDisabled",
  clauses: ["weights-02"],
}

const noNeuron: BrokenRule = {
  name: "by a hotkey that is no neuron",
  change: stored((state) => Uids.remove(state, SUBNET, validator1)),
  error: "SubtensorModule.HotKeyNotRegisteredInSubNet",
  clauses: ["weights-23"],
}

function suiteOf<Values>(
  call: CallDeclaration<Values>,
  values: Values,
  clauses: readonly string[],
  ...lists: readonly (readonly BrokenRule[])[]
): Suite {
  const usual = accepted(
    "as soon as it may be",
    clauses,
    blockOn(oneValidator(), [callBy(signed(validator1), call, values)]),
  )
  const scenarios = [usual, ...lists.flatMap((rules) => refusals(usual, rules))]
  return { chapter: "weights", name: call.name, title: call.name, scenarios }
}

const tenHashes = (index: NetUidStorageIndex): BrokenRule => ({
  name: "with ten commits that wait",
  change: stored((state) =>
    WeightCommits.set(
      state,
      index,
      validator1,
      Array.from({ length: 10 }, () => [commitHash, EPOCH, 900n, 0n] as const),
    ),
  ),
  error: "SubtensorModule.TooManyUnrevealedCommits",
})

/** The guard asks a neuron about the time first, the call then everybody about the rest. */
function hashRules(index: NetUidStorageIndex): readonly (readonly BrokenRule[])[] {
  return [
    [tooLittleStake, { ...tooSoon(index), clauses: ["weights-35", "weights-05"] }],
    ...(index === SECOND ? [[thirdMechanism]] : []),
    [noMechanism, noSigner, inTheOpen, noNeuron, tenHashes(index)],
  ]
}

/** A round before the last one that is stored. */
const roundThatPassed: BrokenRule = {
  name: "for a round that has passed",
  change: stored((state) => LastStoredRound.set(state, ROUND + 1n)),
  error: "SubtensorModule.InvalidRevealRound",
  clauses: ["weights-34"],
}

const otherVersion: BrokenRule = {
  name: "where another version is asked for",
  change: stored((state) => CommitRevealWeightsVersion.set(state, VERSION + 1)),
  error: "SubtensorModule.IncorrectCommitRevealVersion",
}

const tenCiphertexts = (index: NetUidStorageIndex): BrokenRule => ({
  name: "with ten commits of the epoch",
  change: stored((state) =>
    TimelockedWeightCommits.set(
      state,
      index,
      EPOCH,
      Array.from({ length: 10 }, () => [validator1, 900n, "0x06", ROUND] as const),
    ),
  ),
  error: "SubtensorModule.TooManyUnrevealedCommits",
})

function timelockedRules(index: NetUidStorageIndex): readonly BrokenRule[] {
  return [
    tooLittleStake,
    roundThatPassed,
    noMechanism,
    noSigner,
    inTheOpen,
    otherVersion,
    noNeuron,
    tooSoon(index),
    tenCiphertexts(index),
  ]
}

const timelocked = { netuid: SUBNET, commit: "0x0102", reveal_round: ROUND } as const
const onSecond = { netuid: SUBNET, mecid: 1 } as const

/** Commits to the hash of weights, and to their ciphertext. */
export const commitWeightsSuites: readonly Suite[] = [
  suiteOf(
    SubtensorModuleCalls.commit_weights,
    { netuid: SUBNET, commit_hash: commitHash },
    ["weights-24"],
    ...hashRules(MAIN),
  ),
  suiteOf(
    SubtensorModuleCalls.commit_mechanism_weights,
    { ...onSecond, commit_hash: commitHash },
    ["weights-25", "weights-24"],
    ...hashRules(SECOND),
  ),
  suiteOf(
    SubtensorModuleCalls.commit_timelocked_weights,
    { ...timelocked, commit_reveal_version: VERSION },
    ["weights-36"],
    timelockedRules(MAIN),
  ),
  suiteOf(
    SubtensorModuleCalls.commit_timelocked_mechanism_weights,
    { ...timelocked, ...onSecond, commit_reveal_version: VERSION },
    ["weights-37", "weights-36"],
    timelockedRules(SECOND),
  ),
  suiteOf(
    SubtensorModuleCalls.commit_crv3_mechanism_weights,
    { ...timelocked, ...onSecond },
    ["weights-38", "weights-36"],
    timelockedRules(SECOND),
  ),
  suiteOf(
    SubtensorModuleCalls.batch_commit_weights,
    { netuids: [SUBNET], commit_hashes: [commitHash] },
    ["weights-31", "weights-29"],
    [unequal("commit_hashes"), tooLittleStake],
    [noSigner],
  ),
  suiteOf(
    SubtensorModuleCalls.batch_set_weights,
    { netuids: [SUBNET], weights: [[[0, 1]]], version_keys: [0n] },
    ["weights-30", "weights-29"],
    [unequal("version_keys"), tooLittleStake],
    [noSigner],
  ),
]

function unequal(list: string): BrokenRule {
  return {
    name: "with a list that is shorter",
    change: argument(list, []),
    error: "SubtensorModule.InputLengthsUnequal",
    clauses: ["weights-32"],
  }
}
