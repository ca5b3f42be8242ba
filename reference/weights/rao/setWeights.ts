import { normalize } from "../../consensus/normalization.js"
import { I32F32 } from "../../numbers/formats.js"
import { U16 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import { type AccountId, type NetUid, ROOT } from "../../state/primitives.js"
import { ensure } from "../../state/refusal.js"
import { MaxWeightsLimit } from "../../state/storage/subtensorModule.js"
import { subnetExists } from "../../subnets/existence.js"
import { MAIN_MECHANISM, mechanismStorageIndex } from "../../subnets/mechanismIndex.js"
import { requiredUidOfHotkey, subnetworkSize } from "../../subnets/neurons.js"
import {
  hasWaited,
  isCommitRevealEnabled,
  isSelfWeight,
  isVersionRecent,
  mayWeighWithoutOwning,
  reachesStakeThreshold,
} from "../checks.js"
import { maxUpscale } from "../maxUpscale.js"
import { ensureWeightsAreValid, storeWeights, type WeightSubmission } from "../setWeights.js"
import { setLastUpdate } from "./lastUpdate.js"

const U16_MAX = I32F32.saturatingFromInteger(U16.MAX)

/**
 * Sets a hotkey's weights, max-upscaled. Where commit-reveal is on, neither the rate limit nor the record of the last
 * update applies: the commit took care of both.
 *
 * @clause weights-50
 * @source rao:pallets/subtensor/src/subnets/weights.rs:620
 */
export function setWeights(chain: Chain, hotkey: AccountId, submission: WeightSubmission): void {
  const { netuid, uids, values } = submission
  ensureSubmissionFits(chain, submission)
  const uid = ensureHotkeyMaySubmit(chain, hotkey, submission)
  ensureWeightsAreValid(chain, netuid, uid, uids)
  const upscaled = maxUpscale(values)
  ensure(keepsMaxWeight(chain, netuid, uid, uids, upscaled), "SubtensorModule.MaxWeightExceeded")

  const index = mechanismStorageIndex(netuid, MAIN_MECHANISM)
  storeWeights(chain, index, uid, uids, upscaled)
  if (!isCommitRevealEnabled(chain, netuid)) setLastUpdate(chain, netuid, uid, chain.blockNumber)
  chain.deposit(SubtensorModuleEvents.WeightsSet, [index, uid])
}

/** What the submission must be, whoever makes it. */
function ensureSubmissionFits(chain: Chain, { netuid, uids, values }: WeightSubmission): void {
  ensure(netuid !== ROOT, "SubtensorModule.CanNotSetRootNetworkWeights")
  ensure(uids.length === values.length, "SubtensorModule.WeightVecNotEqualSize")
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubNetworkDoesNotExist")
  ensure(uids.length <= subnetworkSize(chain, netuid), "SubtensorModule.UidsLengthExceedUidsInSubNet")
}

/** What the hotkey must be to submit now; gives its uid. */
function ensureHotkeyMaySubmit(chain: Chain, hotkey: AccountId, submission: WeightSubmission): number {
  const { netuid, uids, versionKey } = submission
  const uid = requiredUidOfHotkey(chain, netuid, hotkey)
  ensure(reachesStakeThreshold(chain, hotkey, netuid), "SubtensorModule.NotEnoughStakeToSetWeights")
  ensure(isVersionRecent(chain, netuid, versionKey), "SubtensorModule.IncorrectWeightVersionKey")
  const index = mechanismStorageIndex(netuid, MAIN_MECHANISM)
  ensure(
    isCommitRevealEnabled(chain, netuid) || hasWaited(chain, netuid, index, uid),
    "SubtensorModule.SettingWeightsTooFast",
  )
  ensure(mayWeighWithoutOwning(chain, netuid, uid, uids), "SubtensorModule.NeuronNoValidatorPermit")
  return uid
}

/**
 * Whether no weight is a larger part of their sum than the subnet's MaxWeightsLimit is of 65535: both quotients in
 * I32F32. A neuron that weighs itself alone always keeps it, and so does everybody where the limit is 65535.
 *
 * @param weights one for each neuron weighed, u16
 * @clause weights-51
 * @source rao:pallets/subtensor/src/subnets/weights.rs:960
 */
export function keepsMaxWeight(
  { state }: Chain,
  netuid: NetUid,
  uid: number,
  uids: readonly number[],
  weights: readonly number[],
): boolean {
  const limit = MaxWeightsLimit.get(state, netuid)
  if (isSelfWeight(uid, uids) || limit === U16.MAX) return true
  const most = I32F32.safeDiv(I32F32.saturatingFromInteger(limit), U16_MAX)
  return normalize(weights.map((weight) => I32F32.saturatingFromInteger(weight))).every((part) => part <= most)
}
