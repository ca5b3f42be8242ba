import { hotkeyStakeWeight } from "../consensus/hotkeyStake.js"
import { passesRateLimit } from "../hyperparameters/rateLimits.js"
import { I64F64 } from "../numbers/formats.js"
import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid, NetUidStorageIndex } from "../state/primitives.js"
import { attempt } from "../state/refusal.js"
import {
  CommitRevealWeightsEnabled,
  LastUpdate,
  MinAllowedWeights,
  StakeThreshold,
  ValidatorPermit,
  WeightsSetRateLimit,
  WeightsVersionKey,
} from "../state/storage/subtensorModule.js"
import { mechanismOfStorageIndex } from "../subnets/mechanismIndex.js"
import { isUidTaken, ownerUid, subnetworkSize, uidOfHotkey } from "../subnets/neurons.js"

/**
 * Whether weights on the subnet must be committed first and revealed later.
 *
 * @clause weights-02
 * @source pallets/subtensor/src/utils/misc.rs:583
 */
export function isCommitRevealEnabled(chain: Chain, netuid: NetUid): boolean {
  return CommitRevealWeightsEnabled.get(chain.state, netuid)
}

/**
 * Whether the hotkey has stake enough to set weights on the subnet: it is the hotkey of the subnet's owner and a
 * neuron, or its stake weight is at least the threshold.
 *
 * @clause weights-03
 * @source pallets/subtensor/src/lib.rs:2752
 */
export function hasStakeForWeights(chain: Chain, hotkey: AccountId, netuid: NetUid): boolean {
  const owner = ownerUid(chain, netuid)
  if (owner !== undefined && uidOfHotkey(chain, netuid, hotkey) === owner) return true
  return reachesStakeThreshold(chain, hotkey, netuid)
}

/**
 * Whether the stake weight of the hotkey on the subnet is at least the threshold.
 *
 * @clause weights-03
 * @source pallets/subtensor/src/lib.rs:2752
 */
export function reachesStakeThreshold(chain: Chain, hotkey: AccountId, netuid: NetUid): boolean {
  // The threshold is a whole number: it is reached exactly when the whole part of the stake weight reaches it.
  return I64F64.toInteger(hotkeyStakeWeight(chain, hotkey, netuid)) >= StakeThreshold.get(chain.state)
}

/**
 * Whether the version that the validator runs is recent enough for the subnet; a subnet that asks for 0 takes any.
 *
 * @clause weights-04
 * @source pallets/subtensor/src/subnets/weights.rs:1094
 */
export function isVersionRecent(chain: Chain, netuid: NetUid, versionKey: bigint): boolean {
  const wanted = WeightsVersionKey.get(chain.state, netuid)
  return wanted === 0n || versionKey >= wanted
}

/**
 * Whether enough blocks have passed since the neuron last set or committed weights for the mechanism. It always has
 * when it never did; never when the mechanism does not exist or the uid is free.
 *
 * @param index the subnet and the mechanism
 * @clause weights-05
 * @source pallets/subtensor/src/subnets/weights.rs:1104
 */
export function passesWeightsRateLimit(chain: Chain, index: NetUidStorageIndex, uid: number): boolean {
  const named = attempt(() => mechanismOfStorageIndex(chain, index))
  return named.ok && hasWaited(chain, named.value.netuid, index, uid)
}

/**
 * Whether the uid is a neuron's that last set or committed weights long enough ago, or never did.
 *
 * @param index where the subnet's updates are noted
 * @clause weights-05
 * @source pallets/subtensor/src/subnets/weights.rs:1104
 */
export function hasWaited(chain: Chain, netuid: NetUid, index: NetUidStorageIndex, uid: number): boolean {
  const { state, blockNumber } = chain
  if (!isUidTaken(chain, netuid, uid)) return false
  const last = LastUpdate.get(state, index)[uid] ?? 0n
  return passesRateLimit(last, blockNumber, WeightsSetRateLimit.get(state, netuid))
}

/**
 * Whether the neuron may set these weights: it gives a weight to itself alone, or is the owner's neuron, or holds a
 * validator permit.
 *
 * @clause weights-06
 * @source pallets/subtensor/src/subnets/weights.rs:1157
 */
export function mayWeigh(chain: Chain, netuid: NetUid, uid: number, uids: readonly number[]): boolean {
  return ownerUid(chain, netuid) === uid || mayWeighWithoutOwning(chain, netuid, uid, uids)
}

/**
 * Whether the neuron gives a weight to itself alone or holds a validator permit.
 *
 * @clause weights-06
 * @source pallets/subtensor/src/subnets/weights.rs:1157
 */
export function mayWeighWithoutOwning(chain: Chain, netuid: NetUid, uid: number, uids: readonly number[]): boolean {
  return isSelfWeight(uid, uids) || (ValidatorPermit.get(chain.state, netuid)[uid] ?? false)
}

/**
 * Whether the only neuron weighed is the one that weighs.
 *
 * @clause weights-06
 * @source pallets/subtensor/src/subnets/weights.rs:1229
 */
export function isSelfWeight(uid: number, uids: readonly number[]): boolean {
  return uids.length === 1 && uids[0] === uid
}

/**
 * Whether enough neurons are weighed: one that weighs itself alone, or as many as the subnet asks for, or all it has.
 *
 * @clause weights-07
 * @source pallets/subtensor/src/subnets/weights.rs:1174
 */
export function hasEnoughWeights(chain: Chain, netuid: NetUid, uid: number, uids: readonly number[]): boolean {
  const needed = Math.min(subnetworkSize(chain, netuid), MinAllowedWeights.get(chain.state, netuid))
  return isSelfWeight(uid, uids) || uids.length >= needed
}
