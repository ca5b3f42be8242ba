import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import type { Hash, NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { mechanismStorageIndex } from "../subnets/mechanismIndex.js"
import { isCommitRevealEnabled } from "./checks.js"
import { type WeightsReveal, weightsCommitHash } from "./commitHash.js"
import { firstCommitTo, type PendingCommits, requiredCommits, splitExpired, storeCommits } from "./pendingCommits.js"

/**
 * Reveals weights that were committed to, and sets them. Commits older than the one revealed are given up.
 *
 * @clause weights-26, weights-27
 * @source pallets/subtensor/src/subnets/weights.rs:451
 */
export function revealWeights(
  chain: Chain,
  origin: Origin,
  netuid: NetUid,
  mechanism: number,
  reveal: WeightsReveal,
): void {
  const index = mechanismStorageIndex(netuid, mechanism)
  const hotkey = ensureSigned(origin)
  ensure(isCommitRevealEnabled(chain, netuid), "SubtensorModule.CommitRevealDisabled")
  const commits = splitExpired(chain, netuid, requiredCommits(chain, index, hotkey))
  const hash = weightsCommitHash(hotkey, index, reveal)
  const place = placeOfRevealed(chain, netuid, commits, hash)

  storeCommits(chain, index, hotkey, commits.live.slice(place + 1))
  chain.fork.rules.weights.setWeights(chain, hotkey, { netuid, mechanism, ...reveal })
  chain.deposit(SubtensorModuleEvents.WeightsRevealed, [hotkey, index, hash])
}

/**
 * The place of the first live commit to this hash. Refuses unless there is one and it may be revealed now.
 *
 * @clause weights-26
 * @source pallets/subtensor/src/subnets/weights.rs:509
 */
function placeOfRevealed(chain: Chain, netuid: NetUid, commits: PendingCommits, hash: Hash): number {
  const nothingKnown = commits.live.length === 0 && !commits.expired.some(([committed]) => committed === hash)
  ensure(!nothingKnown, "SubtensorModule.NoWeightsCommitFound")
  const { place, made } = firstCommitTo(commits, hash)
  ensure(chain.fork.rules.weights.isRevealDue(chain, netuid, made), "SubtensorModule.RevealTooEarly")
  return place
}
