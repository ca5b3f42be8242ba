import { currentEpochWithLookahead } from "../coinbase/epochSchedule.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import type { AccountId, Hash, NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { WeightCommits } from "../state/storage/subtensorModule.js"
import { ensureMechanismExists, mechanismStorageIndex } from "../subnets/mechanismIndex.js"
import { requiredUidOfHotkey } from "../subnets/neurons.js"
import { isCommitRevealEnabled, passesWeightsRateLimit } from "./checks.js"
import { setLastUpdate } from "./lastUpdate.js"
import { splitExpired } from "./pendingCommits.js"

/** How many commits a hotkey may have waiting for a mechanism. */
export const MOST_WAITING_COMMITS = 10

/** The field of a commit that the chain keeps and no longer reads. */
const UNUSED = 0n

/**
 * Commits to the hash of weights that are to be revealed later. Expired commits at the front of the hotkey's list go
 * first.
 *
 * @clause weights-24, weights-25
 * @source pallets/subtensor/src/subnets/weights.rs:61
 */
export function commitWeights(chain: Chain, origin: Origin, netuid: NetUid, mechanism: number, commitHash: Hash): void {
  const { state, blockNumber } = chain
  ensureMechanismExists(chain, netuid, mechanism)
  const hotkey = ensureSigned(origin)
  ensure(isCommitRevealEnabled(chain, netuid), "SubtensorModule.CommitRevealDisabled")
  const uid = ensureMayCommit(chain, hotkey, netuid, mechanism)
  const index = mechanismStorageIndex(netuid, mechanism)
  const { live } = splitExpired(chain, netuid, WeightCommits.get(state, index, hotkey) ?? [])
  ensure(live.length < MOST_WAITING_COMMITS, "SubtensorModule.TooManyUnrevealedCommits")

  const epoch = currentEpochWithLookahead(chain, netuid)
  WeightCommits.set(state, index, hotkey, [...live, [commitHash, epoch, blockNumber, UNUSED]])
  chain.deposit(SubtensorModuleEvents.WeightsCommitted, [hotkey, index, commitHash])
  setLastUpdate(chain, index, uid, blockNumber)
}

/**
 * What a hotkey must be to commit for a mechanism now; gives its uid.
 *
 * @clause weights-23
 * @source pallets/subtensor/src/subnets/weights.rs:84
 */
export function ensureMayCommit(chain: Chain, hotkey: AccountId, netuid: NetUid, mechanism: number): number {
  const uid = requiredUidOfHotkey(chain, netuid, hotkey)
  const index = mechanismStorageIndex(netuid, mechanism)
  ensure(passesWeightsRateLimit(chain, index, uid), "SubtensorModule.CommittingWeightsTooFast")
  return uid
}
