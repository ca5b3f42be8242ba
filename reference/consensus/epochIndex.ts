import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import {
  BlocksSinceLastStep,
  LastEpochBlock,
  PendingEpochAt,
  SubnetEpochIndex,
  Tempo,
} from "../state/storage/subtensorModule.js"

const MAX_TEMPO = 50_400n

/**
 * Whether an epoch of a subnet is due in the current block: its tempo has passed, or a triggered epoch has come, or
 * none has run for longer than the longest tempo. With tempo 0 none is ever due.
 *
 * @clause consensus-30
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:1085
 */
export function isEpochDue({ state, blockNumber }: Chain, netuid: NetUid): boolean {
  const tempo = Tempo.get(state, netuid)
  if (tempo === 0) return false
  const pending = PendingEpochAt.get(state, netuid)
  if (pending > 0n && blockNumber >= pending) return true
  if (BlocksSinceLastStep.get(state, netuid) > MAX_TEMPO) return true
  return U64.saturatingSub(blockNumber, LastEpochBlock.get(state, netuid)) >= BigInt(tempo)
}

/**
 * The number of the epoch that a commitment made in the current block belongs to: how many epochs the subnet has had,
 * and one more if another is due.
 *
 * @clause consensus-30
 * @source pallets/subtensor/src/subnets/weights.rs:1275
 */
export function currentEpochIndex(chain: Chain, netuid: NetUid): bigint {
  const epochs = SubnetEpochIndex.get(chain.state, netuid)
  return isEpochDue(chain, netuid) ? U64.saturatingAdd(epochs, 1n) : epochs
}
