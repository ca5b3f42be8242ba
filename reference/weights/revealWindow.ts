import { currentEpochWithLookahead } from "../coinbase/epochSchedule.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import { RevealPeriodEpochs } from "../state/storage/subtensorModule.js"

/**
 * The epoch in which what was committed in an epoch may be revealed: as many later as the subnet's reveal period says.
 *
 * @clause weights-21
 * @source pallets/subtensor/src/subnets/weights.rs:1255
 */
function revealEpochOf({ state }: Chain, netuid: NetUid, commitEpoch: bigint): bigint {
  return U64.saturatingAdd(commitEpoch, RevealPeriodEpochs.get(state, netuid))
}

/**
 * Whether what was committed in an epoch may be revealed now: in its reveal epoch, neither before nor after.
 *
 * @clause weights-21
 * @source pallets/subtensor/src/subnets/weights.rs:1255
 */
export function isRevealEpoch(chain: Chain, netuid: NetUid, commitEpoch: bigint): boolean {
  return currentEpochWithLookahead(chain, netuid) === revealEpochOf(chain, netuid, commitEpoch)
}

/**
 * Whether the reveal epoch of what was committed in an epoch is over.
 *
 * @clause weights-21
 * @source pallets/subtensor/src/subnets/weights.rs:1287
 */
export function isCommitExpired(chain: Chain, netuid: NetUid, commitEpoch: bigint): boolean {
  return currentEpochWithLookahead(chain, netuid) > revealEpochOf(chain, netuid, commitEpoch)
}
