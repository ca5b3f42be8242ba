import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import {
  BlocksSinceLastStep,
  Keys,
  LastEpochBlock,
  MaxEpochsPerBlock,
  PendingEpochAt,
  SubnetEpochIndex,
  Tempo,
} from "../state/storage/subtensorModule.js"

/** The longest tempo an owner may set, in blocks; after that long without an epoch one is due in any case. */
export const MAX_TEMPO = 50_400

/** The tempo of a subnet that has no epochs. */
const NEVER = 0

/**
 * Whether an epoch of a subnet is due in the current block: its tempo has passed since its last slot, or a triggered
 * epoch has come, or none has run for longer than the longest tempo. With tempo 0 none is ever due.
 *
 * @clause coinbase-09
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:1085
 */
export function shouldRunEpoch({ state, blockNumber }: Chain, netuid: NetUid): boolean {
  const tempo = Tempo.get(state, netuid)
  if (tempo === NEVER) return false
  const pending = PendingEpochAt.get(state, netuid)
  if (pending > 0n && blockNumber >= pending) return true
  if (BlocksSinceLastStep.get(state, netuid) > BigInt(MAX_TEMPO)) return true
  return U64.saturatingSub(blockNumber, LastEpochBlock.get(state, netuid)) >= BigInt(tempo)
}

/**
 * The number of the epoch that a commitment or a reveal in the current block belongs to: how many slots the subnet has
 * used, and one more if another is due.
 *
 * @clause coinbase-09
 * @source pallets/subtensor/src/subnets/weights.rs:1275
 */
export function currentEpochWithLookahead(chain: Chain, netuid: NetUid): bigint {
  const index = SubnetEpochIndex.get(chain.state, netuid)
  return shouldRunEpoch(chain, netuid) ? U64.saturatingAdd(index, 1n) : index
}

/**
 * The blocks from the current one to the subnet's next epoch by its tempo: what was triggered, deferred or overdue does
 * not count. U64.MAX when the tempo is 0.
 *
 * @clause coinbase-11
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:1109
 */
export function blocksUntilNextAutoEpoch({ state, blockNumber }: Chain, netuid: NetUid, tempo: number): bigint {
  if (tempo === NEVER) return U64.MAX
  return U64.saturatingSub(U64.saturatingAdd(LastEpochBlock.get(state, netuid), BigInt(tempo)), blockNumber)
}

/**
 * The block in which the subnet's next epoch is expected, by its tempo or by a trigger, whichever comes first;
 * undefined when the tempo is 0.
 *
 * @clause coinbase-11
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:1124
 */
export function nextEpochStartBlock({ state }: Chain, netuid: NetUid): bigint | undefined {
  const tempo = Tempo.get(state, netuid)
  if (tempo === NEVER) return undefined
  const automatic = U64.saturatingAdd(LastEpochBlock.get(state, netuid), BigInt(tempo))
  const pending = PendingEpochAt.get(state, netuid)
  return pending > 0n && pending < automatic ? pending : automatic
}

/**
 * Whether no hotkey has two uids on the subnet. An epoch over such a subnet is skipped.
 *
 * @clause coinbase-13
 * @source pallets/subtensor/src/epoch/run_epoch.rs:1615
 */
export function isEpochInputConsistent({ state }: Chain, netuid: NetUid): boolean {
  const hotkeys = Keys.entriesUnder(state, netuid).map(([, hotkey]) => hotkey)
  return new Set(hotkeys).size === hotkeys.length
}

/**
 * Those of the subnets whose epoch is due in this block but has to wait, because as many epochs as a block may have run
 * before it. An epoch that will be skipped does not count.
 *
 * @param subnets in the order in which their epochs run
 * @clause coinbase-10
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:325
 */
export function epochsDeferredThisBlock(chain: Chain, subnets: readonly NetUid[]): ReadonlySet<NetUid> {
  const cap = MaxEpochsPerBlock.get(chain.state)
  const deferred = new Set<NetUid>()
  let running = 0
  for (const netuid of subnets) {
    if (!shouldRunEpoch(chain, netuid)) continue
    if (running >= cap) deferred.add(netuid)
    else if (isEpochInputConsistent(chain, netuid)) running++
  }
  return deferred
}
