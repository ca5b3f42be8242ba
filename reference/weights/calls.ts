import { SubtensorModuleCalls } from "../state/calls.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { MAIN_MECHANISM } from "../subnets/mechanismIndex.js"
import { setWeightsOpenly } from "./setWeights.js"

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
