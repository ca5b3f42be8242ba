import type { Chain } from "../../state/chain.js"
import type { NetUid } from "../../state/primitives.js"
import { LastUpdate } from "../../state/storage/subtensorModule.js"
import { MAIN_MECHANISM, mechanismStorageIndex } from "../../subnets/mechanismIndex.js"

/**
 * Records the block at which a neuron last set or committed weights; a uid beyond the subnet's list changes nothing.
 *
 * @clause weights-52
 * @source rao:pallets/subtensor/src/utils/misc.rs:114
 */
export function setLastUpdate({ state }: Chain, netuid: NetUid, uid: number, block: bigint): void {
  const index = mechanismStorageIndex(netuid, MAIN_MECHANISM)
  const updates = LastUpdate.get(state, index)
  if (uid < updates.length) LastUpdate.set(state, index, updates.with(uid, block))
}
