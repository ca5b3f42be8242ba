import type { Chain } from "../state/chain.js"
import type { AccountId, Hash, NetUid, NetUidStorageIndex } from "../state/primitives.js"
import { refuse } from "../state/refusal.js"
import { WeightCommits } from "../state/storage/subtensorModule.js"

/** A hash committed to: the hash, when it was committed to (in an epoch or a block, as the fork notes it), and more. */
export type WeightCommit = NonNullable<ReturnType<typeof WeightCommits.get>>[number]

/** A hotkey's commits for a mechanism, oldest first: those at the front that expired, and all from the first that did not. */
export interface PendingCommits {
  readonly expired: readonly WeightCommit[]
  readonly live: readonly WeightCommit[]
}

/**
 * Splits commits before the first that has not expired. An expired one behind it counts as live.
 *
 * @param commits in the order in which they were made
 * @clause weights-22
 * @source pallets/subtensor/src/subnets/weights.rs:111
 */
export function splitExpired(chain: Chain, netuid: NetUid, commits: readonly WeightCommit[]): PendingCommits {
  const { rules } = chain.fork
  const firstLive = commits.findIndex(([, made]) => !rules.weights.isCommitExpired(chain, netuid, made))
  const count = firstLive === -1 ? commits.length : firstLive
  return { expired: commits.slice(0, count), live: commits.slice(count) }
}

/**
 * The commits of a hotkey for a mechanism. Refuses with SubtensorModule.NoWeightsCommitFound when it has no entry.
 *
 * @clause weights-22
 * @source pallets/subtensor/src/subnets/weights.rs:481
 */
export function requiredCommits(
  { state }: Chain,
  index: NetUidStorageIndex,
  hotkey: AccountId,
): readonly WeightCommit[] {
  const commits = WeightCommits.get(state, index, hotkey)
  if (commits === undefined) throw refuse("SubtensorModule.NoWeightsCommitFound")
  return commits
}

/**
 * Stores the commits that are left of a hotkey's; no entry when none are.
 *
 * @clause weights-22
 * @source pallets/subtensor/src/subnets/weights.rs:530
 */
export function storeCommits(
  { state }: Chain,
  index: NetUidStorageIndex,
  hotkey: AccountId,
  commits: readonly WeightCommit[],
): void {
  if (commits.length === 0) WeightCommits.remove(state, index, hotkey)
  else WeightCommits.set(state, index, hotkey, commits)
}

/**
 * The first live commit to a hash: its place among the live ones and when it was made. Refuses when there is none: with
 * ExpiredWeightCommit if one expired, else with InvalidRevealCommitHashNotMatch.
 *
 * @clause weights-22
 * @source pallets/subtensor/src/subnets/weights.rs:682
 */
export function firstCommitTo({ expired, live }: PendingCommits, hash: Hash): { place: number; made: bigint } {
  const place = live.findIndex(([committed]) => committed === hash)
  const commit = live[place]
  if (commit !== undefined) return { place, made: commit[1] }
  const hasExpired = expired.some(([committed]) => committed === hash)
  throw refuse(`SubtensorModule.${hasExpired ? "ExpiredWeightCommit" : "InvalidRevealCommitHashNotMatch"}`)
}
