import type { Chain } from "../state/chain.js"
import { type AccountId, type NetUid, type NetUidStorageIndex, NO_ALPHA } from "../state/primitives.js"
import {
  Active,
  AssociatedEvmAddress,
  Axons,
  BlockAtRegistration,
  Bonds,
  Consensus,
  Dividends,
  Emission,
  Incentive,
  IsNetworkMember,
  Keys,
  NeuronCertificates,
  Prometheus,
  StakeWeight,
  SubnetworkN,
  Uids,
  ValidatorPermit,
  ValidatorTrust,
  Weights,
} from "../state/storage/subtensorModule.js"
import { storageIndicesOf } from "../subnets/mechanismIndex.js"
import { subnetOwnerHotkey, subnetworkSize } from "../subnets/neurons.js"
import { setLastUpdate } from "../weights/lastUpdate.js"

/**
 * Adds a neuron to a subnet under the next free uid and gives that uid. StakeWeight is not lengthened: the next epoch
 * writes it anew.
 *
 * @clause registration-03
 * @source pallets/subtensor/src/subnets/uids.rs:109
 */
export function appendNeuron(chain: Chain, netuid: NetUid, hotkey: AccountId): number {
  const { state, blockNumber } = chain
  const uid = subnetworkSize(chain, netuid)
  SubnetworkN.set(state, netuid, uid + 1)
  Active.mutate(state, netuid, (active) => [...active, true])
  Emission.mutate(state, netuid, (emission) => [...emission, NO_ALPHA])
  Consensus.mutate(state, netuid, (consensus) => [...consensus, 0])
  for (const index of storageIndicesOf(chain, netuid)) {
    Incentive.mutate(state, index, (incentive) => [...incentive, 0])
    setLastUpdate(chain, index, uid, blockNumber)
  }
  Dividends.mutate(state, netuid, (dividends) => [...dividends, 0])
  ValidatorTrust.mutate(state, netuid, (trust) => [...trust, 0])
  ValidatorPermit.mutate(state, netuid, (permits) => [...permits, false])
  takeSlot(chain, netuid, uid, hotkey)
  return uid
}

/**
 * Gives a neuron's uid to another hotkey. Nothing happens, and nobody is told, if the uid is the subnet owner's.
 *
 * @clause registration-04
 * @source pallets/subtensor/src/subnets/uids.rs:54
 */
export function replaceNeuron(chain: Chain, netuid: NetUid, uid: number, hotkey: AccountId): void {
  const { state, blockNumber } = chain
  const replaced = Keys.get(state, netuid, uid)
  if (subnetOwnerHotkey(chain, netuid) === replaced) return

  leaveSlot(chain, netuid, uid, replaced)
  if (uid < Active.get(state, netuid).length) Active.mutate(state, netuid, (active) => active.with(uid, true))
  takeSlot(chain, netuid, uid, hotkey)
  clearNeuron(chain, netuid, uid)
  for (const index of storageIndicesOf(chain, netuid)) setLastUpdate(chain, index, uid, blockNumber)
}

/**
 * Takes what a subnet knows of a hotkey from it.
 *
 * @clause registration-04
 * @source pallets/subtensor/src/subnets/uids.rs:78
 */
function leaveSlot({ state }: Chain, netuid: NetUid, uid: number, hotkey: AccountId): void {
  Uids.remove(state, netuid, hotkey)
  AssociatedEvmAddress.remove(state, netuid, uid)
  IsNetworkMember.remove(state, hotkey, netuid)
  Keys.remove(state, netuid, uid)
  Axons.remove(state, netuid, hotkey)
  NeuronCertificates.remove(state, netuid, hotkey)
  Prometheus.remove(state, netuid, hotkey)
}

/**
 * Makes a hotkey the one of a uid, registered in this block.
 *
 * @clause registration-03
 * @source pallets/subtensor/src/subnets/uids.rs:132
 */
export function takeSlot({ state, blockNumber }: Chain, netuid: NetUid, uid: number, hotkey: AccountId): void {
  Keys.set(state, netuid, uid, hotkey)
  Uids.set(state, netuid, hotkey, uid)
  BlockAtRegistration.set(state, netuid, uid, blockNumber)
  IsNetworkMember.set(state, hotkey, netuid, true)
}

/**
 * Sets what the epochs found out about a neuron to zero and removes its weights and bonds. Of what others gave it,
 * weights become zero and bonds stay: the next epoch masks them.
 *
 * @clause registration-05
 * @source pallets/subtensor/src/subnets/uids.rs:23
 */
export function clearNeuron(chain: Chain, netuid: NetUid, uid: number): void {
  const { state } = chain
  Emission.mutate(state, netuid, (emission) => replaced(emission, uid, NO_ALPHA))
  Consensus.mutate(state, netuid, (consensus) => replaced(consensus, uid, 0))
  for (const index of storageIndicesOf(chain, netuid)) clearMechanism(chain, index, uid)
  Dividends.mutate(state, netuid, (dividends) => replaced(dividends, uid, 0))
  StakeWeight.mutate(state, netuid, (weight) => replaced(weight, uid, 0))
  ValidatorTrust.mutate(state, netuid, (trust) => replaced(trust, uid, 0))
  ValidatorPermit.mutate(state, netuid, (permits) => replaced(permits, uid, false))
}

function clearMechanism({ state }: Chain, index: NetUidStorageIndex, uid: number): void {
  Incentive.mutate(state, index, (incentive) => replaced(incentive, uid, 0))
  Bonds.remove(state, index, uid)
  Weights.remove(state, index, uid)
  for (const [from, row] of Weights.entriesUnder(state, index)) {
    Weights.set(
      state,
      index,
      from,
      row.map(([to, weight]) => [to, to === uid ? 0 : weight]),
    )
  }
}

/**
 * The list with another value at a place; the same list if it is not that long.
 *
 * @clause registration-05
 * @source pallets/subtensor/src/subnets/uids.rs:14
 */
export function replaced<T>(values: readonly T[], place: number, value: T): readonly T[] {
  return place < values.length ? values.with(place, value) : values
}
