import type { Recording } from "../../../harness/replay/recording.js"
import type { EpochInput } from "../../../reference/consensus/epochInput.js"
import { epochInput, epochOutput } from "../../../reference/consensus/publicFunctions/epoch.js"
import { balancer } from "../../../reference/forks/balancer.js"
import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import { isJsonObject, type JsonObject } from "../../../reference/interface/valueType.js"
import { struct } from "../../../reference/interface/valueTypes.js"
import { Chain } from "../../../reference/state/chain.js"
import type { NetUid } from "../../../reference/state/primitives.js"
import type { State } from "../../../reference/state/state.js"
import * as storage from "../../../reference/state/storage/subtensorModule.js"
import { mechanismStorageIndex } from "../../../reference/subnets/mechanismIndex.js"
import { apply, recordingsOf, startOf } from "../captured.js"
import type { BoundaryCase, KnownCase } from "../functions/functionCases.js"
import { firstEpochDue } from "./epochsDue.js"

const FAMILIES = ["yuma", "schedule"]
const MOST_NEURONS = 20

/** What the chain stored of an epoch. */
function storedResult(state: State, netuid: NetUid, size: number) {
  const index = mechanismStorageIndex(netuid, 0)
  return {
    active: storage.Active.get(state, netuid),
    stakeWeight: storage.StakeWeight.get(state, netuid),
    consensus: storage.Consensus.get(state, netuid),
    incentive: storage.Incentive.get(state, index),
    dividends: storage.Dividends.get(state, netuid),
    validatorTrust: storage.ValidatorTrust.get(state, netuid),
    validatorPermits: storage.ValidatorPermit.get(state, netuid),
    bonds: Array.from({ length: size }, (_, uid) => storage.Bonds.get(state, index, uid)),
    emission: storage.Emission.get(state, netuid),
  }
}

/** An epoch as the chain ran it. */
interface RecordedEpoch {
  readonly input: EpochInput
  readonly stored: ReturnType<typeof storedResult>
}

function* epochsOf(recording: Recording): Generator<RecordedEpoch> {
  const state = startOf(recording)
  const author = recording.header.blockAuthor
  for (const { block, parentHash, initialize, steps } of recording.blocks) {
    const due = firstEpochDue(new Chain(balancer, state, { number: BigInt(block), parentHash, author }))
    state.forgetHistory()
    apply(state, initialize?.diff)
    const isSmall = due !== undefined && due.input.size > 1 && due.input.size <= MOST_NEURONS
    if (isSmall) yield { input: due.input, stored: storedResult(state, due.netuid, due.input.size) }
    for (const { diff } of steps) apply(state, diff)
  }
}

function level(value: number, whole: number): string {
  if (value === 0) return "none"
  return value >= whole ? "all" : "some"
}

/** What sets an epoch apart from others, in words. */
function traitsOf(input: EpochInput): string {
  const steepness = input.alphaSigmoidSteepness
  return [
    input.yuma3 ? "Yuma 3" : "Yuma",
    ...(input.liquidAlpha ? [`liquid alpha ${steepness < 0 ? "falling" : "rising"}`] : []),
    ...(input.commitBlocks === undefined ? [] : ["commit-reveal"]),
    ...(input.ownerUid === undefined ? [] : ["an owner"]),
    `bonds penalty ${level(input.bondsPenalty, 65_535)}`,
    `kappa ${level(input.kappa, 65_535)}`,
    ...(input.activityCutoffFactor === 5_000 ? [] : [`cutoff ${input.activityCutoffFactor}`]),
    `moving average ${input.bondsMovingAverage}`,
    `${input.size} neurons`,
    ...(input.stakeThreshold === 0n ? [] : ["a threshold"]),
  ].join(", ")
}

const inputType = struct(epochInput)

/** The answer that the chain gave: the model's, with everything that the chain stored in its place. */
function expectationOf(declared: PublicFunction, input: JsonObject, stored: RecordedEpoch["stored"]) {
  const answer = declared.call(input)
  const model = "ok" in answer ? answer.ok : {}
  const { serverEmission, validatorEmission, stake } = epochOutput.fromJson(model)
  const result = epochOutput.toJson({ ...stored, serverEmission, validatorEmission, stake })
  if (!isJsonObject(result)) throw new Error("the result of an epoch is an object")
  return { ok: result }
}

/** Epochs of the recordings, the first of each kind. */
export function recordedEpochs(declared: PublicFunction): {
  readonly boundaries: readonly BoundaryCase[]
  readonly known: readonly KnownCase[]
} {
  const byTraits = new Map<string, RecordedEpoch>()
  for (const epoch of FAMILIES.flatMap((family) =>
    recordingsOf("balancer", family).flatMap((recording) => [...epochsOf(recording)]),
  )) {
    const traits = `recorded, ${traitsOf(epoch.input)}`
    if (!byTraits.has(traits)) byTraits.set(traits, epoch)
  }
  const cases = [...byTraits].map(([name, { input, stored }]) => ({ name, stored, input: inputType.toJson(input) }))
  return {
    boundaries: cases.map(({ name, input }) => ({ name, input })),
    known: cases.map(({ name, input, stored }) => ({ name, input, expect: expectationOf(declared, input, stored) })),
  }
}
