import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import { type AccountId, type NetUid, type NetUidStorageIndex, ROOT } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { Weights } from "../state/storage/subtensorModule.js"
import { ensureMechanismExists, mechanismStorageIndex } from "../subnets/mechanismIndex.js"
import { isUidTaken, requiredUidOfHotkey, subnetworkSize } from "../subnets/neurons.js"
import {
  hasEnoughWeights,
  hasStakeForWeights,
  isCommitRevealEnabled,
  isVersionRecent,
  mayWeigh,
  passesWeightsRateLimit,
} from "./checks.js"
import { setLastUpdate } from "./lastUpdate.js"
import { maxUpscale } from "./maxUpscale.js"

/** The weights that a validator gives the neurons of one mechanism. */
export interface WeightSubmission {
  readonly netuid: NetUid
  readonly mechanism: number
  /** The neurons weighed. */
  readonly uids: readonly number[]
  /** A weight for each of them, in the same order. */
  readonly values: readonly number[]
  /** The version of the validator's software. */
  readonly versionKey: bigint
}

/**
 * Sets weights in the open. Refuses with SubtensorModule.CommitRevealEnabled on a subnet where they must be committed
 * first, before it asks who calls.
 *
 * @clause weights-10, weights-13
 * @source pallets/subtensor/src/macros/dispatches.rs:86
 */
export function setWeightsOpenly(chain: Chain, origin: Origin, submission: WeightSubmission): void {
  ensure(!isCommitRevealEnabled(chain, submission.netuid), "SubtensorModule.CommitRevealEnabled")
  chain.fork.rules.weights.setWeights(chain, ensureSigned(origin), submission)
}

/**
 * Sets a hotkey's weights for a mechanism, max-upscaled. Where commit-reveal is on, neither the rate limit nor the
 * record of the last update applies: the commit took care of both.
 *
 * @clause weights-09
 * @source pallets/subtensor/src/subnets/weights.rs:748
 */
export function setWeights(chain: Chain, hotkey: AccountId, submission: WeightSubmission): void {
  const { netuid, mechanism, uids, values } = submission
  ensureSubmissionFits(chain, submission)
  const uid = ensureHotkeyMaySubmit(chain, hotkey, submission)
  ensureWeightsAreValid(chain, netuid, uid, uids)

  const index = mechanismStorageIndex(netuid, mechanism)
  storeWeights(chain, index, uid, uids, maxUpscale(values))
  if (!isCommitRevealEnabled(chain, netuid)) setLastUpdate(chain, index, uid, chain.blockNumber)
  chain.deposit(SubtensorModuleEvents.WeightsSet, [index, uid])
}

/**
 * Stores a neuron's weights: each with the uid that it is for, in the order given.
 *
 * @clause weights-09
 * @source pallets/subtensor/src/subnets/weights.rs:879
 */
export function storeWeights(
  { state }: Chain,
  index: NetUidStorageIndex,
  uid: number,
  uids: readonly number[],
  values: readonly number[],
): void {
  Weights.set(
    state,
    index,
    uid,
    uids.map((weighed, place) => [weighed, values[place] ?? 0]),
  )
}

/** What the submission must be, whoever makes it. */
function ensureSubmissionFits(chain: Chain, { netuid, mechanism, uids, values }: WeightSubmission): void {
  ensure(netuid !== ROOT, "SubtensorModule.CanNotSetRootNetworkWeights")
  ensure(uids.length === values.length, "SubtensorModule.WeightVecNotEqualSize")
  ensureMechanismExists(chain, netuid, mechanism)
  ensure(uids.length <= subnetworkSize(chain, netuid), "SubtensorModule.UidsLengthExceedUidsInSubNet")
}

/** What the hotkey must be to submit now; gives its uid. */
function ensureHotkeyMaySubmit(chain: Chain, hotkey: AccountId, submission: WeightSubmission): number {
  const { netuid, mechanism, uids, versionKey } = submission
  const uid = requiredUidOfHotkey(chain, netuid, hotkey)
  ensure(hasStakeForWeights(chain, hotkey, netuid), "SubtensorModule.NotEnoughStakeToSetWeights")
  ensure(isVersionRecent(chain, netuid, versionKey), "SubtensorModule.IncorrectWeightVersionKey")
  ensure(
    isCommitRevealEnabled(chain, netuid) ||
      passesWeightsRateLimit(chain, mechanismStorageIndex(netuid, mechanism), uid),
    "SubtensorModule.SettingWeightsTooFast",
  )
  ensure(mayWeigh(chain, netuid, uid, uids), "SubtensorModule.NeuronNoValidatorPermit")
  return uid
}

/**
 * Refuses unless the neurons weighed are different ones, are there, and are enough.
 *
 * @clause weights-09
 * @source pallets/subtensor/src/subnets/weights.rs:853
 */
export function ensureWeightsAreValid(chain: Chain, netuid: NetUid, uid: number, uids: readonly number[]): void {
  ensure(new Set(uids).size === uids.length, "SubtensorModule.DuplicateUids")
  ensure(
    uids.every((weighed) => isUidTaken(chain, netuid, weighed)),
    "SubtensorModule.UidVecContainInvalidOne",
  )
  ensure(hasEnoughWeights(chain, netuid, uid, uids), "SubtensorModule.WeightVecLengthIsLow")
}
