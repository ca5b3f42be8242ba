import type { Json, JsonObject } from "../../../../reference/interface/valueType.js"
import { I64F64 } from "../../../../reference/numbers/formats.js"
import { livePage } from "../model/livePage.js"
import { type Model, Refused } from "../model/model.js"
import { fieldIn, integerIn, listIn } from "../model/readJson.js"
import { type ConsensusCase, consensusCodec, type Grid } from "./consensusCase.js"

/** Raw bits of I32F32. */
export type Fractions = readonly bigint[]

/** What the page shows. Fractions are raw bits of I32F32; matrices have a row for each validator. */
export interface ConsensusView {
  readonly stake: Fractions
  /** Who may set weights for the next epoch. */
  readonly permits: readonly boolean[]
  readonly activeStake: Fractions
  readonly weights: readonly Fractions[]
  readonly consensus: Fractions
  readonly clippedWeights: readonly Fractions[]
  readonly validatorTrust: Fractions
  readonly incentive: Fractions
  readonly weightsForBonds: readonly Fractions[]
  readonly bonds: readonly Fractions[]
  readonly dividends: Fractions
  /** The neurons' shares of the emission, validators first. */
  readonly shares: Fractions
  /** In alpha rao, validators first. */
  readonly emission: readonly bigint[]
}

const ALPHA = 1_000_000_000n
const TEMPO = 360n
const BLOCK = 10_000n
const LAST_EPOCH = BLOCK - TEMPO - 1n
/** All weights were set after the last epoch and after everybody had registered, so that all of them count. */
const UPDATED = BLOCK - 100n
const REGISTERED = 1n

/** The input of the epoch: uids count the validators first, then the miners, who have no stake. */
export function epochInputOf(shown: ConsensusCase): JsonObject {
  const validators = shown.stakes.length
  const miners = shown.weights[0]?.length ?? 0
  const size = validators + miners
  const forAll = (value: bigint) => Array.from({ length: size }, () => value.toString())
  return {
    size: size.toString(),
    currentBlock: BLOCK.toString(),
    tempo: TEMPO.toString(),
    lastEpochBlock: LAST_EPOCH.toString(),
    activityCutoffFactor: "13889",
    lastUpdate: forAll(UPDATED),
    blockAtRegistration: forAll(REGISTERED),
    stakeWeights: stakeWeights(shown, miners),
    stakeThreshold: "0",
    ownerUid: null,
    validatorPermits: Array.from({ length: size }, (_, uid) => uid < validators),
    maxAllowedValidators: validators.toString(),
    weights: storedRows(shown.weights, miners),
    bonds: storedRows(shown.bonds, miners),
    commitBlocks: null,
    kappa: shown.kappa.toString(),
    bondsPenalty: shown.bondsPenalty.toString(),
    bondsMovingAverage: shown.bondsMovingAverage.toString(),
    yuma3: shown.yuma3,
    liquidAlpha: shown.liquidAlpha,
    alphaLow: shown.alphaLow.toString(),
    alphaHigh: shown.alphaHigh.toString(),
    alphaSigmoidSteepness: shown.steepness.toString(),
    emission: shown.emission.toString(),
  }
}

function stakeWeights({ stakes }: ConsensusCase, miners: number): readonly string[] {
  const ofValidators = stakes.map((stake) => I64F64.saturatingFromInteger(stake * ALPHA).toString())
  return [...ofValidators, ...Array.from({ length: miners }, () => "0")]
}

/** The rows as the chain stores them: entries that are not zero, by the uid of the miner. Miners have empty rows. */
function storedRows(grid: Grid, miners: number): readonly Json[] {
  const ofValidators = grid.map((row) =>
    row.flatMap((value, miner) => (value === 0n ? [] : [[String(grid.length + miner), value.toString()]])),
  )
  return [...ofValidators, ...Array.from({ length: miners }, () => [])]
}

function view(shown: ConsensusCase, model: Model): ConsensusView {
  const answer = model.answer("consensus.epoch", epochInputOf(shown))
  if ("error" in answer) throw new Refused("consensus.epoch", answer.error)
  return viewOf(shown, answer.checkpoints ?? {}, answer.ok)
}

function viewOf(shown: ConsensusCase, checkpoints: JsonObject, output: Json): ConsensusView {
  const validators = shown.stakes.length
  const miners = shown.weights[0]?.length ?? 0
  const ofValidators = (name: string) => integers(checkpoints[name]).slice(0, validators)
  const ofMiners = (name: string) => integers(checkpoints[name]).slice(validators)
  const grid = (name: string) => denseRows(checkpoints[name], validators, miners)
  return {
    stake: ofValidators("stake"),
    permits: listIn(checkpoints.validatorPermits)
      .slice(0, validators)
      .map((permit) => permit === true),
    activeStake: ofValidators("activeStake"),
    weights: grid("weights"),
    consensus: ofMiners("consensus"),
    clippedWeights: grid("clippedWeights"),
    validatorTrust: ofValidators("validatorTrust"),
    incentive: ofMiners("incentive"),
    weightsForBonds: grid("weightsForBonds"),
    bonds: grid("bonds"),
    dividends: ofValidators("dividends"),
    shares: [...ofValidators("validatorShares"), ...ofMiners("serverShares")],
    emission: integers(fieldIn(output, "emission")),
  }
}

function integers(json: Json | undefined): readonly bigint[] {
  return listIn(json).map(integerIn)
}

/** The validators' rows of a sparse matrix with a value for every miner. */
function denseRows(json: Json | undefined, validators: number, miners: number): readonly Fractions[] {
  return listIn(json)
    .slice(0, validators)
    .map((row) => {
      const values = new Map(listIn(row).map((entry) => [integerIn(listIn(entry)[0]), integerIn(listIn(entry)[1])]))
      return Array.from({ length: miners }, (_, miner) => values.get(BigInt(validators + miner)) ?? 0n)
    })
}

/** One epoch of Yuma Consensus with everything on the way. */
export const consensusPage = livePage(consensusCodec, view)
