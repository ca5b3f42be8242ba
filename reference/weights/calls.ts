import { SubtensorModuleCalls } from "../state/calls.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { MAIN_MECHANISM } from "../subnets/mechanismIndex.js"
import { batchCommitWeights, batchSetWeights } from "./batches.js"
import { batchRevealWeights } from "./batchReveal.js"
import { commitTimelocked, VERSION_OF_OLD_CLIENTS } from "./commitTimelocked.js"
import { commitWeights } from "./commitWeights.js"
import { revealWeights } from "./revealWeights.js"
import { setWeightsOpenly } from "./setWeights.js"

const settingCalls: readonly CallHandler<unknown>[] = [
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
  serve(SubtensorModuleCalls.batch_set_weights, (chain, origin, { netuids, weights, version_keys }) =>
    batchSetWeights(chain, origin, { netuids, weights, versionKeys: version_keys }),
  ),
]

const committingCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.commit_weights, (chain, origin, { netuid, commit_hash }) =>
    commitWeights(chain, origin, netuid, MAIN_MECHANISM, commit_hash),
  ),
  serve(SubtensorModuleCalls.commit_mechanism_weights, (chain, origin, { netuid, mecid, commit_hash }) =>
    commitWeights(chain, origin, netuid, mecid, commit_hash),
  ),
  serve(SubtensorModuleCalls.batch_commit_weights, (chain, origin, { netuids, commit_hashes }) =>
    batchCommitWeights(chain, origin, netuids, commit_hashes),
  ),
]

const revealingCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.reveal_weights, (chain, origin, { netuid, version_key, ...reveal }) =>
    revealWeights(chain, origin, netuid, MAIN_MECHANISM, { ...reveal, versionKey: version_key }),
  ),
  serve(SubtensorModuleCalls.reveal_mechanism_weights, (chain, origin, { netuid, mecid, version_key, ...reveal }) =>
    revealWeights(chain, origin, netuid, mecid, { ...reveal, versionKey: version_key }),
  ),
  serve(SubtensorModuleCalls.batch_reveal_weights, (chain, origin, { netuid, ...lists }) =>
    batchRevealWeights(chain, origin, netuid, lists),
  ),
]

const timelockedCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.commit_timelocked_weights, (chain, origin, values) =>
    commitTimelocked(chain, origin, {
      netuid: values.netuid,
      mechanism: MAIN_MECHANISM,
      ciphertext: values.commit,
      round: values.reveal_round,
      version: values.commit_reveal_version,
    }),
  ),
  serve(SubtensorModuleCalls.commit_timelocked_mechanism_weights, (chain, origin, values) =>
    commitTimelocked(chain, origin, {
      netuid: values.netuid,
      mechanism: values.mecid,
      ciphertext: values.commit,
      round: values.reveal_round,
      version: values.commit_reveal_version,
    }),
  ),
  serve(SubtensorModuleCalls.commit_crv3_mechanism_weights, (chain, origin, { netuid, mecid, commit, reveal_round }) =>
    commitTimelocked(chain, origin, {
      netuid,
      mechanism: mecid,
      ciphertext: commit,
      round: reveal_round,
      version: VERSION_OF_OLD_CLIENTS,
    }),
  ),
]

/** The calls that this chapter serves. */
export const weightsCalls: readonly CallHandler<unknown>[] = [
  ...settingCalls,
  ...committingCalls,
  ...revealingCalls,
  ...timelockedCalls,
]
