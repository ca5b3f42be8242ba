import type { CallDeclaration } from "../state/call.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import type { DispatchGuard } from "../state/dispatch.js"
import { guardCall } from "../state/guard.js"
import { type AccountId, type NetUid, netUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { MAIN_MECHANISM, mechanismStorageIndex } from "../subnets/mechanismIndex.js"
import { uidOfHotkey } from "../subnets/neurons.js"
import { ensureSameLengths } from "./batches.js"
import { zipReveals } from "./batchReveal.js"
import { hasStakeForWeights, isCommitRevealEnabled, passesWeightsRateLimit } from "./checks.js"
import { checkCommitRateLimit, checkRevealRound, checkReveals } from "./commitRevealGuards.js"

/**
 * Refuses with SubtensorModule.NotEnoughStakeToSetWeights a hotkey whose stake does not reach the threshold.
 *
 * @clause weights-11
 * @source pallets/subtensor/src/guards/check_weights.rs:79
 */
export function checkStakeForWeights(chain: Chain, hotkey: AccountId, netuid: NetUid): void {
  ensure(hasStakeForWeights(chain, hotkey, netuid), "SubtensorModule.NotEnoughStakeToSetWeights")
}

/**
 * Refuses with SubtensorModule.SettingWeightsTooFast a neuron that sets weights in the open again too soon, or for a
 * mechanism that does not exist. A hotkey that is no neuron of the subnet passes, and so does everybody where
 * commit-reveal is on.
 *
 * @clause weights-12
 * @source pallets/subtensor/src/guards/check_rate_limits.rs:31
 */
export function checkWeightsRateLimit(chain: Chain, hotkey: AccountId, netuid: NetUid, mechanism: number): void {
  if (isCommitRevealEnabled(chain, netuid)) return
  const uid = uidOfHotkey(chain, netuid, hotkey)
  if (uid === undefined) return
  const index = mechanismStorageIndex(netuid, mechanism)
  ensure(passesWeightsRateLimit(chain, index, uid), "SubtensorModule.SettingWeightsTooFast")
}

/** The checks that look at a call's arguments alone. */
const lengthGuards: readonly DispatchGuard[] = [
  guardCall(SubtensorModuleCalls.batch_commit_weights, (_chain, _hotkey, { netuids, commit_hashes }) =>
    ensureSameLengths(netuids, commit_hashes),
  ),
  guardCall(SubtensorModuleCalls.batch_reveal_weights, (_chain, _hotkey, values) =>
    ensureSameLengths(values.uids_list, values.values_list, values.salts_list, values.version_keys),
  ),
  guardCall(SubtensorModuleCalls.batch_set_weights, (_chain, _hotkey, { netuids, weights, version_keys }) =>
    ensureSameLengths(netuids, weights, version_keys),
  ),
]

function stakeGuard<Arguments extends { readonly netuid: NetUid }>(call: CallDeclaration<Arguments>): DispatchGuard {
  return guardCall(call, (chain, hotkey, { netuid }) => checkStakeForWeights(chain, hotkey, netuid))
}

function stakeOnEachGuard<Arguments extends { readonly netuids: readonly number[] }>(
  call: CallDeclaration<Arguments>,
): DispatchGuard {
  return guardCall(call, (chain, hotkey, { netuids }) => {
    for (const netuid of netuids) checkStakeForWeights(chain, hotkey, netUid(netuid))
  })
}

const stakeGuards: readonly DispatchGuard[] = [
  stakeGuard(SubtensorModuleCalls.commit_weights),
  stakeGuard(SubtensorModuleCalls.commit_mechanism_weights),
  stakeGuard(SubtensorModuleCalls.reveal_weights),
  stakeGuard(SubtensorModuleCalls.reveal_mechanism_weights),
  stakeGuard(SubtensorModuleCalls.batch_reveal_weights),
  stakeGuard(SubtensorModuleCalls.set_weights),
  stakeGuard(SubtensorModuleCalls.set_mechanism_weights),
  stakeGuard(SubtensorModuleCalls.commit_timelocked_weights),
  stakeGuard(SubtensorModuleCalls.commit_timelocked_mechanism_weights),
  stakeGuard(SubtensorModuleCalls.commit_crv3_mechanism_weights),
  stakeOnEachGuard(SubtensorModuleCalls.batch_commit_weights),
  stakeOnEachGuard(SubtensorModuleCalls.batch_set_weights),
]

function roundGuard<Arguments extends { readonly reveal_round: bigint }>(
  call: CallDeclaration<Arguments>,
): DispatchGuard {
  return guardCall(call, (chain, _hotkey, { reveal_round }) => checkRevealRound(chain, reveal_round))
}

const commitRevealGuards: readonly DispatchGuard[] = [
  guardCall(SubtensorModuleCalls.reveal_weights, (chain, hotkey, { version_key, netuid, ...reveal }) =>
    checkReveals(chain, hotkey, netuid, MAIN_MECHANISM, [{ ...reveal, versionKey: version_key }]),
  ),
  guardCall(SubtensorModuleCalls.reveal_mechanism_weights, (chain, hotkey, { version_key, netuid, mecid, ...reveal }) =>
    checkReveals(chain, hotkey, netuid, mecid, [{ ...reveal, versionKey: version_key }]),
  ),
  guardCall(SubtensorModuleCalls.batch_reveal_weights, (chain, hotkey, { netuid, ...lists }) =>
    checkReveals(chain, hotkey, netuid, MAIN_MECHANISM, zipReveals(lists)),
  ),
  roundGuard(SubtensorModuleCalls.commit_timelocked_weights),
  roundGuard(SubtensorModuleCalls.commit_timelocked_mechanism_weights),
  roundGuard(SubtensorModuleCalls.commit_crv3_mechanism_weights),
]

const rateLimitGuards: readonly DispatchGuard[] = [
  guardCall(SubtensorModuleCalls.commit_weights, (chain, hotkey, { netuid }) =>
    checkCommitRateLimit(chain, hotkey, netuid, MAIN_MECHANISM),
  ),
  guardCall(SubtensorModuleCalls.commit_mechanism_weights, (chain, hotkey, { netuid, mecid }) =>
    checkCommitRateLimit(chain, hotkey, netuid, mecid),
  ),
  guardCall(SubtensorModuleCalls.set_weights, (chain, hotkey, { netuid }) =>
    checkWeightsRateLimit(chain, hotkey, netuid, MAIN_MECHANISM),
  ),
  guardCall(SubtensorModuleCalls.set_mechanism_weights, (chain, hotkey, { netuid, mecid }) =>
    checkWeightsRateLimit(chain, hotkey, netuid, mecid),
  ),
]

/** The checks of weights that calls pass before their rules run, in their order. */
export const weightsGuards: readonly DispatchGuard[] = [
  ...lengthGuards,
  ...stakeGuards,
  ...commitRevealGuards,
  ...rateLimitGuards,
]
