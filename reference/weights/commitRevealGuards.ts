import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { ensure, refuse } from "../state/refusal.js"
import { LastStoredRound } from "../state/storage/drand.js"
import { mechanismStorageIndex } from "../subnets/mechanismIndex.js"
import { uidOfHotkey } from "../subnets/neurons.js"
import { passesWeightsRateLimit } from "./checks.js"
import { type WeightsReveal, weightsCommitHash } from "./commitHash.js"
import { requiredCommits } from "./pendingCommits.js"
import { isRevealEpoch } from "./revealWindow.js"

/**
 * Refuses reveals unless the hotkey has a commit to each of them and each may be revealed now. Expired commits count.
 *
 * @clause weights-33
 * @source pallets/subtensor/src/guards/check_weights.rs:120
 */
export function checkReveals(
  chain: Chain,
  hotkey: AccountId,
  netuid: NetUid,
  mechanism: number,
  reveals: readonly WeightsReveal[],
): void {
  const index = mechanismStorageIndex(netuid, mechanism)
  const commits = requiredCommits(chain, index, hotkey)
  for (const reveal of reveals) {
    const hash = weightsCommitHash(hotkey, index, reveal)
    const commit = commits.find(([committed]) => committed === hash)
    if (commit === undefined) throw refuse("SubtensorModule.NoWeightsCommitFound")
    ensure(isRevealEpoch(chain, netuid, commit[1]), "SubtensorModule.RevealTooEarly")
  }
}

/**
 * Refuses with SubtensorModule.InvalidRevealRound a drand round before the last one that the chain has stored.
 *
 * @clause weights-34
 * @source pallets/subtensor/src/guards/check_weights.rs:230
 */
export function checkRevealRound({ state }: Chain, round: bigint): void {
  ensure(round >= LastStoredRound.get(state), "SubtensorModule.InvalidRevealRound")
}

/**
 * Refuses with SubtensorModule.CommittingWeightsTooFast a neuron that commits again too soon, or for a mechanism that
 * does not exist. A hotkey that is no neuron of the subnet passes.
 *
 * @clause weights-35
 * @source pallets/subtensor/src/guards/check_rate_limits.rs:31
 */
export function checkCommitRateLimit(chain: Chain, hotkey: AccountId, netuid: NetUid, mechanism: number): void {
  const uid = uidOfHotkey(chain, netuid, hotkey)
  if (uid === undefined) return
  const index = mechanismStorageIndex(netuid, mechanism)
  ensure(passesWeightsRateLimit(chain, index, uid), "SubtensorModule.CommittingWeightsTooFast")
}
