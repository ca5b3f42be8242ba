import { SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import type { DispatchGuard } from "../state/dispatch.js"
import { guardCall } from "../state/guard.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { MAIN_MECHANISM, mechanismStorageIndex } from "../subnets/mechanismIndex.js"
import { uidOfHotkey } from "../subnets/neurons.js"
import { hasStakeForWeights, isCommitRevealEnabled, passesWeightsRateLimit } from "./checks.js"

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

/** The checks of weights that calls pass before their rules run: stake first, then the rate limits. */
export const weightsGuards: readonly DispatchGuard[] = [
  guardCall(SubtensorModuleCalls.set_weights, (chain, hotkey, { netuid }) =>
    checkStakeForWeights(chain, hotkey, netuid),
  ),
  guardCall(SubtensorModuleCalls.set_mechanism_weights, (chain, hotkey, { netuid }) =>
    checkStakeForWeights(chain, hotkey, netuid),
  ),
  guardCall(SubtensorModuleCalls.set_weights, (chain, hotkey, { netuid }) =>
    checkWeightsRateLimit(chain, hotkey, netuid, MAIN_MECHANISM),
  ),
  guardCall(SubtensorModuleCalls.set_mechanism_weights, (chain, hotkey, { netuid, mecid }) =>
    checkWeightsRateLimit(chain, hotkey, netuid, mecid),
  ),
]
