import { SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import { ensure } from "../state/refusal.js"
import { MAIN_MECHANISM } from "../subnets/mechanismIndex.js"
import { isCommitRevealEnabled } from "./checks.js"
import { setWeights, type WeightSubmission } from "./setWeights.js"

/**
 * Sets weights in the open. Refuses with SubtensorModule.CommitRevealEnabled on a subnet where they must be committed
 * first, before it asks who calls.
 *
 * @clause weights-10
 * @source pallets/subtensor/src/macros/dispatches.rs:86
 */
export function setWeightsOpenly(chain: Chain, origin: Origin, submission: WeightSubmission): void {
  ensure(!isCommitRevealEnabled(chain, submission.netuid), "SubtensorModule.CommitRevealEnabled")
  setWeights(chain, ensureSigned(origin), submission)
}

/** The calls that this chapter serves. */
export const weightsCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.set_weights, (chain, origin, { netuid, dests, weights, version_key }) =>
    setWeightsOpenly(chain, origin, {
      netuid,
      mechanism: MAIN_MECHANISM,
      uids: dests,
      values: weights,
      versionKey: version_key,
    }),
  ),
  serve(SubtensorModuleCalls.set_mechanism_weights, (chain, origin, { netuid, mecid, dests, weights, version_key }) =>
    setWeightsOpenly(chain, origin, {
      netuid,
      mechanism: mecid,
      uids: dests,
      values: weights,
      versionKey: version_key,
    }),
  ),
]
