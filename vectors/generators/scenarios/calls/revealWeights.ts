import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { hash } from "../../../../reference/state/primitives.js"
import {
  CommitRevealWeightsEnabled,
  LastEpochBlock,
  MinAllowedWeights,
  RevealPeriodEpochs,
  StakeThreshold,
  SubnetEpochIndex,
  ValidatorPermit,
  WeightCommits,
} from "../../../../reference/state/storage/subtensorModule.js"
import { mechanismStorageIndex } from "../../../../reference/subnets/mechanismIndex.js"
import { weightsCommitHash } from "../../../../reference/weights/commitHash.js"
import { validator1 } from "../accounts.js"
import { alpha } from "../amounts.js"
import { SUBNET, workingSubnet } from "../market.js"
import { argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, both, refusals, type Scenario, type Suite, variant } from "../suite.js"
import { tooLittleStake } from "./commitWeights.js"

const INDEX = mechanismStorageIndex(SUBNET, 0)
const uids = [3, 4]
const values = [60, 40]
const salt = [1, 2, 3]
const OWN = weightsCommitHash(validator1, INDEX, { uids, values, salt, versionKey: 0n })
const OTHER = hash(`0x${"12".repeat(32)}`)

/** A commit of an epoch. The two block numbers in it play no part here. */
const commit = (to: typeof OWN, epoch: bigint) => [to, epoch, 0n, 0n] as const

const commits = (...all: readonly ReturnType<typeof commit>[]) =>
  stored((state) => WeightCommits.set(state, INDEX, validator1, all))

/** A subnet in its fifth epoch, in which what was committed to in the fourth may be revealed. */
function inFifthEpoch() {
  return workingSubnet().store((state) => {
    MinAllowedWeights.set(state, SUBNET, 2)
    StakeThreshold.set(state, alpha(3_000))
    CommitRevealWeightsEnabled.set(state, SUBNET, true)
    RevealPeriodEpochs.set(state, SUBNET, 1n)
    SubnetEpochIndex.set(state, SUBNET, 5n)
    LastEpochBlock.set(state, SUBNET, 995n)
    WeightCommits.set(state, INDEX, validator1, [commit(OWN, 4n)])
  })
}

const reveal = { netuid: SUBNET, uids, values, salt, version_key: 0n }

/** In the fifth epoch the validator reveals what it committed to in the fourth. */
const revealed = accepted(
  "in its epoch",
  ["weights-26", "weights-20", "weights-21", "weights-22"],
  blockOn(inFifthEpoch(), [callBy(signed(validator1), SubtensorModuleCalls.reveal_weights, reveal)]),
)

const ofMechanism = accepted(
  "in its epoch",
  ["weights-27", "weights-26"],
  blockOn(inFifthEpoch(), [
    callBy(signed(validator1), SubtensorModuleCalls.reveal_mechanism_weights, { ...reveal, mecid: 0 }),
  ]),
)

const rules: readonly BrokenRule[] = [
  { name: "by no signer", change: by("root"), error: "BadOrigin" },
  {
    name: "where weights are not committed to",
    change: stored((state) => CommitRevealWeightsEnabled.set(state, SUBNET, false)),
    error: "SubtensorModule.CommitRevealDisabled",
  },
]

const uncommitted: BrokenRule = {
  name: "without a commit",
  change: stored((state) => WeightCommits.remove(state, INDEX, validator1)),
  error: "SubtensorModule.NoWeightsCommitFound",
  clauses: ["weights-33"],
}

const tooEarly: BrokenRule = {
  name: "an epoch too soon",
  change: commits(commit(OWN, 5n)),
  error: "SubtensorModule.RevealTooEarly",
  clauses: ["weights-33", "weights-21"],
}

/** What all reveals are refused with, by the checks before the call first. */
function revealRefusals(of: Scenario, early = tooEarly): readonly Scenario[] {
  return [...refusals(of, [tooLittleStake, uncommitted]), ...refusals(of, [early]), ...refusals(of, rules)]
}

/** What the check before the call finds wrong with the commits that are there. */
const wrongCommits: readonly BrokenRule[] = [
  {
    name: "where only other commits are, which expired",
    change: commits(commit(OTHER, 1n)),
    error: "SubtensorModule.NoWeightsCommitFound",
  },
  {
    name: "of a commit that expired",
    change: commits(commit(OWN, 1n)),
    error: "SubtensorModule.RevealTooEarly",
  },
  {
    name: "of a commit that expired, before another",
    change: commits(commit(OWN, 1n), commit(OTHER, 4n)),
    error: "SubtensorModule.RevealTooEarly",
  },
  {
    name: "of what was not committed to",
    change: commits(commit(OTHER, 4n)),
    error: "SubtensorModule.NoWeightsCommitFound",
  },
]

/** `reveal_mechanism_weights`. */
export const revealMechanismSuite: Suite = {
  chapter: "weights",
  name: "reveal_mechanism_weights",
  title: "reveal_mechanism_weights",
  scenarios: [ofMechanism, ...revealRefusals(ofMechanism)],
}

/** `reveal_weights`. */
export const revealWeightsSuite: Suite = {
  chapter: "weights",
  name: "reveal_weights",
  title: "reveal_weights",
  scenarios: [
    revealed,
    variant(
      revealed,
      "before later commits, which stay",
      commits(commit(OTHER, 3n), commit(OWN, 4n), commit(OTHER, 5n)),
    ),
    ...revealRefusals(revealed),
    ...refusals(revealed, [
      {
        name: "without a validator permit",
        change: stored((state) => ValidatorPermit.set(state, SUBNET, [true, false, true, false, false])),
        error: "SubtensorModule.NeuronNoValidatorPermit",
        clauses: ["weights-26", "weights-06"],
      },
    ]),
    ...wrongCommits.flatMap((rule) => refusals(revealed, [rule])),
  ],
}

const LATER_SALT = [4]
const LATER = weightsCommitHash(validator1, INDEX, { uids, values, salt: LATER_SALT, versionKey: 0n })

const inOrder = accepted(
  "in the order of the commits",
  ["weights-28", "weights-22"],
  blockOn(
    inFifthEpoch().store((state) => WeightCommits.set(state, INDEX, validator1, [commit(OWN, 4n), commit(LATER, 4n)])),
    [
      callBy(signed(validator1), SubtensorModuleCalls.batch_reveal_weights, {
        netuid: SUBNET,
        uids_list: [uids, uids],
        values_list: [values, values],
        salts_list: [salt, LATER_SALT],
        version_keys: [0n, 0n],
      }),
    ],
  ),
)

const texts = (...salts: readonly (readonly number[])[]) => salts.map((numbers) => numbers.map(String))

/** `batch_reveal_weights`. */
export const batchRevealSuite: Suite = {
  chapter: "weights",
  name: "batch_reveal_weights",
  title: "batch_reveal_weights",
  scenarios: [
    inOrder,
    variant(inOrder, "the later commit first", argument("salts_list", texts(LATER_SALT, salt))),
    ...refusals(inOrder, [
      {
        name: "with a list that is shorter",
        change: argument("version_keys", []),
        error: "SubtensorModule.InputLengthsUnequal",
        clauses: ["weights-32"],
      },
      tooLittleStake,
    ]),
    both(inOrder, tooLittleStake, uncommitted),
    ...refusals(inOrder, [uncommitted]),
    ...refusals(inOrder, [{ ...tooEarly, change: commits(commit(OWN, 5n), commit(LATER, 5n)) }]),
    ...refusals(inOrder, [
      ...rules,
      {
        name: "one commit twice",
        change: argument("salts_list", texts(salt, salt)),
        error: "SubtensorModule.InvalidRevealCommitHashNotMatch",
      },
    ]),
  ],
}
