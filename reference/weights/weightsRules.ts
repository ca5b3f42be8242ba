import type { Chain } from "../state/chain.js"
import type { DispatchError } from "../state/dispatchError.js"
import type { Origin } from "../state/origin.js"
import type { AccountId, Hash, NetUid } from "../state/primitives.js"
import type { WeightSubmission } from "./setWeights.js"

/** What forks do differently with weights. */
export interface WeightsRules {
  /** Sets a hotkey's weights, committed to before or not. */
  setWeights(chain: Chain, hotkey: AccountId, submission: WeightSubmission): void
  /** Commits to the hash of weights. */
  commitWeights(chain: Chain, origin: Origin, netuid: NetUid, mechanism: number, hash: Hash): void
  /** Whether a commit may no longer be revealed; `made` is what it notes of its time, an epoch or a block. */
  isCommitExpired(chain: Chain, netuid: NetUid, made: bigint): boolean
  /** Whether a commit may be revealed now. */
  isRevealDue(chain: Chain, netuid: NetUid, made: bigint): boolean
  /** Tells what one item of a batch was refused with. */
  depositItemFailed(chain: Chain, netuid: NetUid, error: DispatchError): void
}
