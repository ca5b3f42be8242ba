import { epochIndex, shouldRunEpoch } from "../../coinbase/rao/epochSchedule.js"
import { U64 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import type { Origin } from "../../state/origin.js"
import type { NetUid } from "../../state/primitives.js"
import { ensure } from "../../state/refusal.js"
import type { Hex } from "../../state/scaleTypes.js"
import { CRV3WeightCommits } from "../../state/storage/subtensorModule.js"
import { MAIN_MECHANISM, mechanismStorageIndex } from "../../subnets/mechanismIndex.js"
import { ciphertextHash } from "../commitHash.js"
import { MOST_WAITING_COMMITS } from "../commitWeights.js"
import { ensureMayCommit } from "./commitWeights.js"
import { setLastUpdate } from "./lastUpdate.js"

/**
 * Commits to weights as a ciphertext that the chain opens itself. It joins what was committed in the current epoch,
 * whoever committed it; in the block in which an epoch runs, the next epoch counts as current.
 *
 * @param ciphertext nothing looks at it before the reveal
 * @param round the drand round whose signature opens it
 * @clause weights-55
 * @source rao:pallets/subtensor/src/subnets/weights.rs:215
 */
export function commitTimelocked(chain: Chain, origin: Origin, netuid: NetUid, ciphertext: Hex, round: bigint): void {
  const { state, blockNumber } = chain
  const { hotkey, uid } = ensureMayCommit(chain, origin, netuid)
  const index = mechanismStorageIndex(netuid, MAIN_MECHANISM)
  const epoch = epochOfCommits(chain, netuid)
  const commits = CRV3WeightCommits.get(state, index, epoch)
  const own = commits.filter(([committer]) => committer === hotkey)
  ensure(own.length < MOST_WAITING_COMMITS, "SubtensorModule.TooManyUnrevealedCommits")

  CRV3WeightCommits.set(state, index, epoch, [...commits, [hotkey, ciphertext, round]])
  chain.deposit(SubtensorModuleEvents.CRV3WeightsCommitted, [hotkey, index, ciphertextHash(ciphertext)])
  setLastUpdate(chain, netuid, uid, blockNumber)
}

/** The epoch that commits of this block count for. */
function epochOfCommits(chain: Chain, netuid: NetUid): bigint {
  const epoch = epochIndex(chain, netuid, chain.blockNumber)
  return shouldRunEpoch(chain, netuid) ? U64.saturatingAdd(epoch, 1n) : epoch
}
