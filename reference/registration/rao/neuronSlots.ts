import type { Chain } from "../../state/chain.js"
import { type AccountId, type NetUid, NO_ALPHA } from "../../state/primitives.js"
import { PruningScores, Rank, Trust } from "../../state/rao/storage/subtensorModule.js"
import {
  Active,
  Axons,
  Bonds,
  Consensus,
  Dividends,
  Emission,
  Incentive,
  IsNetworkMember,
  Keys,
  LastUpdate,
  NeuronCertificates,
  SubnetworkN,
  Uids,
  ValidatorPermit,
  ValidatorTrust,
} from "../../state/storage/subtensorModule.js"
import { MAIN_MECHANISM, mechanismStorageIndex } from "../../subnets/mechanismIndex.js"
import { subnetOwnerHotkey, subnetworkSize } from "../../subnets/neurons.js"
import { replaced, takeSlot } from "../neuronSlots.js"

/**
 * Adds a neuron to a subnet under the next free uid and gives that uid.
 *
 * @clause registration-41
 * @source rao:pallets/subtensor/src/subnets/uids.rs:85
 */
export function appendNeuron(chain: Chain, netuid: NetUid, hotkey: AccountId): number {
  const { state, blockNumber } = chain
  const index = mechanismStorageIndex(netuid, MAIN_MECHANISM)
  const uid = subnetworkSize(chain, netuid)
  SubnetworkN.set(state, netuid, uid + 1)
  for (const item of [Rank, Trust, Consensus, Dividends, PruningScores, ValidatorTrust]) {
    item.mutate(state, netuid, (values) => [...values, 0])
  }
  Active.mutate(state, netuid, (active) => [...active, true])
  Emission.mutate(state, netuid, (emission) => [...emission, NO_ALPHA])
  Incentive.mutate(state, index, (incentive) => [...incentive, 0])
  LastUpdate.mutate(state, index, (updates) => [...updates, blockNumber])
  ValidatorPermit.mutate(state, netuid, (permits) => [...permits, false])
  takeSlot(chain, netuid, uid, hotkey)
  return uid
}

/**
 * Gives a neuron's uid to another hotkey. Nothing happens, and nobody is told, if the uid is the subnet owner's. The
 * weights that others gave the neuron stay, and so do its own, its permit, its trust and when it last set weights.
 *
 * @clause registration-41
 * @source rao:pallets/subtensor/src/subnets/uids.rs:33
 */
export function replaceNeuron(chain: Chain, netuid: NetUid, uid: number, hotkey: AccountId): void {
  const { state } = chain
  const old = Keys.get(state, netuid, uid)
  if (subnetOwnerHotkey(chain, netuid) === old) return

  Uids.remove(state, netuid, old)
  IsNetworkMember.remove(state, old, netuid)
  Keys.remove(state, netuid, uid)
  if (uid < Active.get(state, netuid).length) Active.mutate(state, netuid, (active) => active.with(uid, true))
  takeSlot(chain, netuid, uid, hotkey)
  NeuronCertificates.remove(state, netuid, old)
  clearNeuron(chain, netuid, uid)
  Axons.remove(state, netuid, old)
}

/** Sets what the epochs gave a neuron to zero, but for its rank, its permit and its validator trust, and removes its bonds. */
function clearNeuron({ state }: Chain, netuid: NetUid, uid: number): void {
  const index = mechanismStorageIndex(netuid, MAIN_MECHANISM)
  Emission.mutate(state, netuid, (emission) => replaced(emission, uid, NO_ALPHA))
  for (const item of [Trust, Consensus, Dividends]) item.mutate(state, netuid, (values) => replaced(values, uid, 0))
  Incentive.mutate(state, index, (incentive) => replaced(incentive, uid, 0))
  Bonds.remove(state, index, uid)
}
