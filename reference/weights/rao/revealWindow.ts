import { epochIndex } from "../../coinbase/rao/epochSchedule.js"
import { U64 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import type { NetUid } from "../../state/primitives.js"
import { RevealPeriodEpochs, Tempo } from "../../state/storage/subtensorModule.js"

/** The first and the last block of an epoch. */
export interface BlockRange {
  readonly first: bigint
  readonly last: bigint
}

/** Blocks from one epoch of the subnet to the next. */
function epochLength({ state }: Chain, netuid: NetUid): bigint {
  return U64.saturatingAdd(BigInt(Tempo.get(state, netuid)), 1n)
}

/** By how many blocks a subnet's epochs come earlier than multiples of their length. */
function epochOffset(netuid: NetUid): bigint {
  return BigInt(netuid) + 1n
}

/** The epoch in which what was committed in a block may be revealed. */
function revealEpochOf(chain: Chain, netuid: NetUid, commitBlock: bigint): bigint {
  return U64.saturatingAdd(epochIndex(chain, netuid, commitBlock), RevealPeriodEpochs.get(chain.state, netuid))
}

/**
 * Whether what was committed in a block may be revealed now: in its reveal epoch, neither before nor after.
 *
 * @clause weights-53
 * @source rao:pallets/subtensor/src/subnets/weights.rs:1020
 */
export function isRevealEpoch(chain: Chain, netuid: NetUid, commitBlock: bigint): boolean {
  return epochIndex(chain, netuid, chain.blockNumber) === revealEpochOf(chain, netuid, commitBlock)
}

/**
 * Whether the reveal epoch of what was committed in a block is over.
 *
 * @clause weights-53
 * @source rao:pallets/subtensor/src/subnets/weights.rs:1043
 */
export function isCommitExpired(chain: Chain, netuid: NetUid, commitBlock: bigint): boolean {
  return epochIndex(chain, netuid, chain.blockNumber) > revealEpochOf(chain, netuid, commitBlock)
}

/**
 * The blocks in which what is committed in a block may be revealed, as the tempo stands: the first is its reveal epoch
 * times (tempo + 1), less netuid + 1 (no less than 0); the last is tempo blocks later.
 *
 * @clause weights-53
 * @source rao:pallets/subtensor/src/subnets/weights.rs:1052
 */
export function revealBlocks(chain: Chain, netuid: NetUid, commitBlock: bigint): BlockRange {
  const start = U64.saturatingMul(revealEpochOf(chain, netuid, commitBlock), epochLength(chain, netuid))
  const first = U64.saturatingSub(start, epochOffset(netuid))
  return { first, last: U64.saturatingAdd(first, BigInt(Tempo.get(chain.state, netuid))) }
}
