import { type CallHandler, serve } from "../../state/dispatch.js"
import { SubtensorModuleCalls } from "../../state/rao/calls.js"
import { weightsCalls as newerCalls } from "../calls.js"
import { commitTimelocked } from "./commitTimelocked.js"
import { commitWeights } from "./commitWeights.js"

/** The calls of this chapter in fork `rao`: where both lists have a call, the second serves it. */
export const weightsCalls: readonly CallHandler<unknown>[] = [
  ...newerCalls,
  serve(SubtensorModuleCalls.commit_weights, (chain, origin, { netuid, commit_hash }) =>
    commitWeights(chain, origin, netuid, commit_hash),
  ),
  serve(SubtensorModuleCalls.set_tao_weights, () => {}),
  serve(SubtensorModuleCalls.commit_crv3_weights, (chain, origin, { netuid, commit, reveal_round }) =>
    commitTimelocked(chain, origin, netuid, commit, reveal_round),
  ),
]
