import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import { ensureSigned, type Origin } from "../../state/origin.js"
import type { AccountId, Hash, NetUid } from "../../state/primitives.js"
import { ensure } from "../../state/refusal.js"
import { WeightCommits } from "../../state/storage/subtensorModule.js"
import { MAIN_MECHANISM, mechanismStorageIndex } from "../../subnets/mechanismIndex.js"
import { requiredUidOfHotkey } from "../../subnets/neurons.js"
import { hasWaited, isCommitRevealEnabled } from "../checks.js"
import { MOST_WAITING_COMMITS } from "../commitWeights.js"
import { splitExpired } from "../pendingCommits.js"
import { setLastUpdate } from "./lastUpdate.js"
import { revealBlocks } from "./revealWindow.js"

/**
 * Commits to the hash of weights that are to be revealed later. Expired commits at the front of the hotkey's list go
 * first. The commit notes its block and the blocks of its reveal epoch; nothing reads these two again.
 *
 * @clause weights-54
 * @source rao:pallets/subtensor/src/subnets/weights.rs:40
 */
export function commitWeights(chain: Chain, origin: Origin, netuid: NetUid, commitHash: Hash): void {
  const { state, blockNumber } = chain
  const { hotkey, uid } = ensureMayCommit(chain, origin, netuid)
  const index = mechanismStorageIndex(netuid, MAIN_MECHANISM)
  const { live } = splitExpired(chain, netuid, WeightCommits.get(state, index, hotkey) ?? [])
  ensure(live.length < MOST_WAITING_COMMITS, "SubtensorModule.TooManyUnrevealedCommits")

  const { first, last } = revealBlocks(chain, netuid, blockNumber)
  WeightCommits.set(state, index, hotkey, [...live, [commitHash, blockNumber, first, last]])
  chain.deposit(SubtensorModuleEvents.WeightsCommitted, [hotkey, index, commitHash])
  setLastUpdate(chain, netuid, uid, blockNumber)
}

/**
 * What a caller must be to commit on a subnet now; gives the hotkey and its uid.
 *
 * @clause weights-54
 * @source rao:pallets/subtensor/src/subnets/weights.rs:46
 */
export function ensureMayCommit(
  chain: Chain,
  origin: Origin,
  netuid: NetUid,
): { readonly hotkey: AccountId; readonly uid: number } {
  const hotkey = ensureSigned(origin)
  ensure(isCommitRevealEnabled(chain, netuid), "SubtensorModule.CommitRevealDisabled")
  const uid = requiredUidOfHotkey(chain, netuid, hotkey)
  const index = mechanismStorageIndex(netuid, MAIN_MECHANISM)
  ensure(hasWaited(chain, netuid, index, uid), "SubtensorModule.CommittingWeightsTooFast")
  return { hotkey, uid }
}
