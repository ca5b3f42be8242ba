import { publicFunction, publicFunctionWithCheckpoints } from "../../interface/publicFunction.js"
import {
  alphaBalance,
  bool,
  fixed,
  i16,
  optional,
  struct,
  u8,
  u16,
  u32,
  u64,
  vector,
} from "../../interface/valueTypes.js"
import { I64F64, U64F64 } from "../../numbers/formats.js"
import { emissionShares, shareOut } from "../emissionShares.js"
import { splitEmission } from "../emissionSplit.js"
import { runEpoch } from "../epoch.js"
import { mechanismWeight } from "../mechanismTotals.js"
import { flags, fractions, sparseMatrix, storedMatrix, u16s } from "./types.js"

const forks = ["balancer"]
const amounts = vector(alphaBalance)

/** The parameters of an epoch. */
export const epochInput = {
  size: u16,
  currentBlock: u64,
  tempo: u16,
  lastEpochBlock: u64,
  activityCutoffFactor: u32,
  lastUpdate: vector(u64),
  blockAtRegistration: vector(u64),
  stakeWeights: vector(fixed(I64F64)),
  stakeThreshold: u64,
  ownerUid: optional(u16),
  validatorPermits: flags,
  maxAllowedValidators: u16,
  weights: storedMatrix,
  bonds: storedMatrix,
  commitBlocks: optional(vector(u64)),
  kappa: u16,
  bondsPenalty: u16,
  bondsMovingAverage: u64,
  yuma3: bool,
  liquidAlpha: bool,
  alphaLow: u16,
  alphaHigh: u16,
  alphaSigmoidSteepness: i16,
  emission: alphaBalance,
}

export const epochOutput = struct({
  active: flags,
  stakeWeight: u16s,
  consensus: u16s,
  incentive: u16s,
  dividends: u16s,
  validatorTrust: u16s,
  validatorPermits: flags,
  bonds: storedMatrix,
  emission: amounts,
  serverEmission: amounts,
  validatorEmission: amounts,
  stake: vector(u64),
})

const epochCheckpoints = {
  stake: fractions,
  validatorPermits: flags,
  activeStake: fractions,
  weights: sparseMatrix,
  consensus: fractions,
  clippedWeights: sparseMatrix,
  validatorTrust: fractions,
  incentive: fractions,
  weightsForBonds: sparseMatrix,
  bonds: sparseMatrix,
  dividends: fractions,
  serverShares: fractions,
  validatorShares: fractions,
}

/** The epoch as a whole, and how emission is shared out. */
export const epochFunctions = [
  publicFunction({
    name: "consensus.emissionShares",
    clauses: ["consensus-21"],
    forks,
    parameters: { incentive: fractions, dividends: fractions, stake: fractions, activeStake: fractions },
    result: struct({ server: fractions, validator: fractions, combined: fractions }),
    run: ({ incentive, dividends, stake, activeStake }) => emissionShares(incentive, dividends, stake, activeStake),
  }),
  publicFunction({
    name: "consensus.shareOut",
    clauses: ["consensus-21"],
    forks,
    parameters: { shares: fractions, emission: alphaBalance },
    result: amounts,
    run: ({ shares, emission }) => shareOut(shares, emission),
  }),
  publicFunctionWithCheckpoints({
    name: "consensus.epoch",
    clauses: ["consensus-23"],
    forks,
    parameters: epochInput,
    result: epochOutput,
    checkpoints: epochCheckpoints,
    run: (input) => {
      const { output, checkpoints } = runEpoch(input)
      return { result: output, checkpoints }
    },
  }),
  publicFunction({
    name: "consensus.splitEmission",
    clauses: ["consensus-25"],
    forks,
    parameters: { emission: alphaBalance, count: u8, split: optional(u16s) },
    result: amounts,
    run: ({ emission, count, split }) => splitEmission(emission, count, split),
  }),
  publicFunction({
    name: "consensus.mechanismWeight",
    clauses: ["consensus-26"],
    forks,
    parameters: { part: alphaBalance, whole: alphaBalance, mechanism: u8 },
    result: fixed(U64F64),
    run: ({ part, whole, mechanism }) => mechanismWeight(part, whole, mechanism),
  }),
]
