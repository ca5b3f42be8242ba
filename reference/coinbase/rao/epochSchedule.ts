import { U64 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import type { NetUid } from "../../state/primitives.js"
import { Tempo } from "../../state/storage/subtensorModule.js"

/** The tempo of a subnet that has no epochs. */
const NEVER = 0

/**
 * The blocks from the given one to the subnet's next epoch, which runs where (block + netuid + 1) mod (tempo + 1) is
 * the tempo. U64.MAX when the tempo is 0.
 *
 * @clause coinbase-41
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:831
 */
export function blocksUntilNextEpoch(netuid: NetUid, tempo: number, blockNumber: bigint): bigint {
  if (tempo === NEVER) return U64.MAX
  const shifted = U64.wrappingAdd(blockNumber, BigInt(netuid) + 1n)
  return U64.saturatingSub(BigInt(tempo), shifted % (BigInt(tempo) + 1n))
}

/**
 * Whether the subnet's epoch runs in the current block.
 *
 * @clause coinbase-41
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:816
 */
export function shouldRunEpoch({ state, blockNumber }: Chain, netuid: NetUid): boolean {
  return blocksUntilNextEpoch(netuid, Tempo.get(state, netuid), blockNumber) === 0n
}

/**
 * The number of the epoch that a block belongs to: how many epochs of this tempo would have ended by then.
 *
 * @clause coinbase-41
 * @source rao:pallets/subtensor/src/subnets/weights.rs:1058
 */
export function epochIndex({ state }: Chain, netuid: NetUid, blockNumber: bigint): bigint {
  const length = BigInt(Tempo.get(state, netuid)) + 1n
  return U64.saturatingAdd(blockNumber, BigInt(netuid) + 1n) / length
}
