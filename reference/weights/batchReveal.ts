import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import type { AccountId, Hash, NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { MAIN_MECHANISM, mechanismStorageIndex } from "../subnets/mechanismIndex.js"
import { ensureSameLengths } from "./batches.js"
import { isCommitRevealEnabled } from "./checks.js"
import { type WeightsReveal, weightsCommitHash } from "./commitHash.js"
import {
  firstCommitTo,
  type PendingCommits,
  requiredCommits,
  splitExpired,
  storeCommits,
  type WeightCommit,
} from "./pendingCommits.js"

/** Several reveals of one hotkey: element i of each list belongs to the i-th. */
export interface RevealLists {
  readonly uids_list: readonly (readonly number[])[]
  readonly values_list: readonly (readonly number[])[]
  readonly salts_list: readonly (readonly number[])[]
  readonly version_keys: readonly bigint[]
}

type HashedReveal = WeightsReveal & { readonly hash: Hash }

/**
 * Reveals several commits of one hotkey for a subnet's main mechanism. All must be due before the first is set; each is
 * then set in turn, so that the last of them stays. Older commits that are not revealed wait on.
 *
 * @clause weights-28
 * @source pallets/subtensor/src/subnets/weights.rs:605
 */
export function batchRevealWeights(chain: Chain, origin: Origin, netuid: NetUid, lists: RevealLists): void {
  const reveals = zipReveals(lists)
  const hotkey = ensureSigned(origin)
  ensure(isCommitRevealEnabled(chain, netuid), "SubtensorModule.CommitRevealDisabled")
  const index = mechanismStorageIndex(netuid, MAIN_MECHANISM)
  const commits = splitExpired(chain, netuid, requiredCommits(chain, index, hotkey))
  const hashed = reveals.map((reveal) => ({ ...reveal, hash: weightsCommitHash(hotkey, index, reveal) }))
  for (const { hash } of hashed) ensureDue(chain, netuid, commits, hash)

  const left = hashed.reduce(
    (live, reveal) => settle(chain, hotkey, netuid, { ...commits, live }, reveal),
    commits.live,
  )
  storeCommits(chain, index, hotkey, left)
  const hashes = hashed.map(({ hash }) => hash)
  chain.deposit(SubtensorModuleEvents.WeightsBatchRevealed, [hotkey, netuid, hashes])
}

/**
 * The reveals one by one. Refuses lists of different lengths with SubtensorModule.InputLengthsUnequal.
 *
 * @clause weights-28
 * @source pallets/subtensor/src/subnets/weights.rs:616
 */
export function zipReveals({
  uids_list,
  values_list,
  salts_list,
  version_keys,
}: RevealLists): readonly WeightsReveal[] {
  ensureSameLengths(uids_list, values_list, salts_list, version_keys)
  return uids_list.flatMap((uids, place) =>
    only(values_list, place).flatMap((values) =>
      only(salts_list, place).flatMap((salt) =>
        only(version_keys, place).map((versionKey) => ({ uids, values, salt, versionKey })),
      ),
    ),
  )
}

/** The element at a place, in a list of its own. */
function only<T>(list: readonly T[], place: number): readonly T[] {
  return list.slice(place, place + 1)
}

/**
 * Refuses unless a live commit to the hash may be revealed now.
 *
 * @clause weights-28
 * @source pallets/subtensor/src/subnets/weights.rs:680
 */
function ensureDue(chain: Chain, netuid: NetUid, commits: PendingCommits, hash: Hash): void {
  const { made } = firstCommitTo(commits, hash)
  ensure(chain.fork.rules.weights.isRevealDue(chain, netuid, made), "SubtensorModule.RevealTooEarly")
}

/**
 * Sets the weights of one reveal; gives the live commits without the one revealed.
 *
 * @clause weights-28
 * @source pallets/subtensor/src/subnets/weights.rs:708
 */
function settle(
  chain: Chain,
  hotkey: AccountId,
  netuid: NetUid,
  commits: PendingCommits,
  { hash, ...reveal }: HashedReveal,
): readonly WeightCommit[] {
  const { place } = firstCommitTo(commits, hash)
  chain.fork.rules.weights.setWeights(chain, hotkey, { netuid, mechanism: MAIN_MECHANISM, ...reveal })
  return commits.live.toSpliced(place, 1)
}
