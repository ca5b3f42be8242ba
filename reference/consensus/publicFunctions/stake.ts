import { publicFunction } from "../../interface/publicFunction.js"
import { bool, fixed, optional, struct, u16, u32, u64, vector } from "../../interface/valueTypes.js"
import { I64F64, U96F32 } from "../../numbers/formats.js"
import { activeNeurons, activityCutoffBlocks, lastTempoBlock } from "../activity.js"
import { isCommitExpired } from "../commitBlocks.js"
import { activeStake, normalizedStake, stakeAboveThreshold } from "../normalizedStake.js"
import { fractionOfU64, inheritedStake, stakeWeight } from "../stakeWeight.js"
import { isTopkNonzero, withOwnerPermit } from "../validatorPermits.js"
import { averageVotingPower, nextVotingPower } from "../votingPower.js"
import { flags, fractions } from "./types.js"

const forks = ["balancer"]
const stakes = vector(fixed(I64F64))

/** Who counts, and for how much: activity, stake, permits, voting power. */
export const stakeFunctions = [
  publicFunction({
    name: "consensus.activityCutoffBlocks",
    clauses: ["consensus-02"],
    forks,
    parameters: { factorMilli: u32, tempo: u16 },
    result: u64,
    run: ({ factorMilli, tempo }) => activityCutoffBlocks(factorMilli, tempo),
  }),
  publicFunction({
    name: "consensus.activeNeurons",
    clauses: ["consensus-02"],
    forks,
    parameters: { lastUpdate: vector(u64), cutoff: u64, currentBlock: u64 },
    result: flags,
    run: ({ lastUpdate, cutoff, currentBlock }) => activeNeurons(lastUpdate, cutoff, currentBlock),
  }),
  publicFunction({
    name: "consensus.lastTempoBlock",
    clauses: ["consensus-15"],
    forks,
    parameters: { lastEpochBlock: u64, currentBlock: u64, tempo: u16 },
    result: u64,
    run: ({ lastEpochBlock, currentBlock, tempo }) => lastTempoBlock(lastEpochBlock, currentBlock, tempo),
  }),
  publicFunction({
    name: "consensus.fractionOfU64",
    clauses: ["consensus-03"],
    forks,
    parameters: { value: u64 },
    result: fixed(U96F32),
    run: ({ value }) => fractionOfU64(value),
  }),
  publicFunction({
    name: "consensus.inheritedStake",
    clauses: ["consensus-03"],
    forks,
    parameters: {
      ownStake: u64,
      childProportions: vector(u64),
      parents: vector(struct({ proportion: u64, stake: u64 })),
    },
    result: u64,
    run: ({ ownStake, childProportions, parents }) => inheritedStake(ownStake, childProportions, parents),
  }),
  publicFunction({
    name: "consensus.stakeWeight",
    clauses: ["consensus-04"],
    forks,
    parameters: { inheritedAlpha: u64, inheritedTao: u64, taoWeight: u64 },
    result: fixed(I64F64),
    run: ({ inheritedAlpha, inheritedTao, taoWeight }) => stakeWeight(inheritedAlpha, inheritedTao, taoWeight),
  }),
  publicFunction({
    name: "consensus.stakeAboveThreshold",
    clauses: ["consensus-05"],
    forks,
    parameters: { stakeWeights: stakes, threshold: u64, ownerUid: optional(u16) },
    result: stakes,
    run: ({ stakeWeights, threshold, ownerUid }) => stakeAboveThreshold(stakeWeights, threshold, ownerUid),
  }),
  publicFunction({
    name: "consensus.normalizedStake",
    clauses: ["consensus-05"],
    forks,
    parameters: { stakes },
    result: fractions,
    run: (input) => normalizedStake(input.stakes),
  }),
  publicFunction({
    name: "consensus.isTopkNonzero",
    clauses: ["consensus-06"],
    forks,
    parameters: { vector: fractions, k: u16 },
    result: flags,
    run: (input) => isTopkNonzero(input.vector, input.k),
  }),
  publicFunction({
    name: "consensus.withOwnerPermit",
    clauses: ["consensus-06"],
    forks,
    parameters: { permits: flags, ownerUid: optional(u16) },
    result: flags,
    run: ({ permits, ownerUid }) => withOwnerPermit(permits, ownerUid),
  }),
  publicFunction({
    name: "consensus.activeStake",
    clauses: ["consensus-07"],
    forks,
    parameters: { stake: fractions, active: flags, permits: flags },
    result: fractions,
    run: ({ stake, active, permits }) => activeStake(stake, active, permits),
  }),
  publicFunction({
    name: "consensus.isCommitExpired",
    clauses: ["consensus-27"],
    forks,
    parameters: { commitEpoch: u64, revealPeriod: u64, currentEpoch: u64 },
    result: bool,
    run: ({ commitEpoch, revealPeriod, currentEpoch }) => isCommitExpired(commitEpoch, revealPeriod, currentEpoch),
  }),
  publicFunction({
    name: "consensus.averageVotingPower",
    clauses: ["consensus-29"],
    forks,
    parameters: { stake: u64, before: u64, alpha: u64 },
    result: u64,
    run: ({ stake, before, alpha }) => averageVotingPower(stake, before, alpha),
  }),
  publicFunction({
    name: "consensus.nextVotingPower",
    clauses: ["consensus-29"],
    forks,
    parameters: { stake: u64, before: u64, alpha: u64, threshold: u64 },
    result: optional(u64),
    run: ({ stake, before, alpha, threshold }) => nextVotingPower(stake, before, alpha, threshold),
  }),
]
