import type { Chain } from "../state/chain.js"
import type { NetUidStorageIndex } from "../state/primitives.js"
import { LastUpdate } from "../state/storage/subtensorModule.js"
import { netuidOfStorageIndex } from "../subnets/mechanismIndex.js"
import { subnetworkSize } from "../subnets/neurons.js"

/**
 * Records the block at which a neuron last set or committed weights for a mechanism. A list shorter than the subnet is
 * first filled up with zeros; a uid beyond the list changes nothing.
 *
 * @param index the subnet and the mechanism
 * @clause weights-08
 * @source pallets/subtensor/src/utils/misc.rs:215
 */
export function setLastUpdate(chain: Chain, index: NetUidStorageIndex, uid: number, block: bigint): void {
  const stored = LastUpdate.get(chain.state, index)
  const missing = subnetworkSize(chain, netuidOfStorageIndex(index)) - stored.length
  const updates = missing > 0 ? [...stored, ...new Array<bigint>(missing).fill(0n)] : stored
  if (uid < updates.length) LastUpdate.set(chain.state, index, updates.with(uid, block))
}
