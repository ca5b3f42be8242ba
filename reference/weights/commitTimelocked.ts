import { currentEpochWithLookahead } from "../coinbase/epochSchedule.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import type { NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import type { Hex } from "../state/scaleTypes.js"
import { CommitRevealWeightsVersion, TimelockedWeightCommits } from "../state/storage/subtensorModule.js"
import { ensureMechanismExists, mechanismStorageIndex } from "../subnets/mechanismIndex.js"
import { isCommitRevealEnabled } from "./checks.js"
import { ciphertextHash } from "./commitHash.js"
import { ensureMayCommit, MOST_WAITING_COMMITS } from "./commitWeights.js"
import { setLastUpdate } from "./lastUpdate.js"

/** The version of the scheme that clients used which did not say. */
export const VERSION_OF_OLD_CLIENTS = 4

/** Weights that nobody can read before a drand round. */
export interface TimelockedSubmission {
  readonly netuid: NetUid
  readonly mechanism: number
  readonly ciphertext: Hex
  /** The drand round whose signature opens the ciphertext. */
  readonly round: bigint
  /** The version of the scheme that the client used. */
  readonly version: number
}

/**
 * Commits to weights as a ciphertext that the chain opens itself. It joins what was committed for the mechanism in the
 * current epoch, whoever committed it.
 *
 * @clause weights-36, weights-37, weights-38
 * @source pallets/subtensor/src/subnets/weights.rs:297
 */
export function commitTimelocked(chain: Chain, origin: Origin, submission: TimelockedSubmission): void {
  const { state, blockNumber } = chain
  const { netuid, mechanism, ciphertext, round, version } = submission
  ensureMechanismExists(chain, netuid, mechanism)
  const hotkey = ensureSigned(origin)
  ensure(isCommitRevealEnabled(chain, netuid), "SubtensorModule.CommitRevealDisabled")
  ensure(version === CommitRevealWeightsVersion.get(state), "SubtensorModule.IncorrectCommitRevealVersion")
  const uid = ensureMayCommit(chain, hotkey, netuid, mechanism)
  const index = mechanismStorageIndex(netuid, mechanism)
  const epoch = currentEpochWithLookahead(chain, netuid)
  const commits = TimelockedWeightCommits.get(state, index, epoch)
  const own = commits.filter(([committer]) => committer === hotkey)
  ensure(own.length < MOST_WAITING_COMMITS, "SubtensorModule.TooManyUnrevealedCommits")

  TimelockedWeightCommits.set(state, index, epoch, [...commits, [hotkey, blockNumber, ciphertext, round]])
  chain.deposit(SubtensorModuleEvents.TimelockedWeightsCommitted, [hotkey, index, ciphertextHash(ciphertext), round])
  setLastUpdate(chain, index, uid, blockNumber)
}
