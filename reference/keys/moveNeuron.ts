import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import {
  Axons,
  IsNetworkMember,
  Keys,
  LoadedEmission,
  NeuronCertificates,
  Prometheus,
  Uids,
  WeightCommits,
} from "../state/storage/subtensorModule.js"
import type { StorageDoubleMap } from "../state/storageItem.js"
import { storageIndicesOf } from "../subnets/mechanismIndex.js"

/**
 * Gives a hotkey's membership of a subnet to another hotkey, and with it what the subnet knows of the neuron: uid,
 * endpoints, certificate, commitments to weights.
 *
 * @clause keys-31
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:453
 */
export function moveNeuron(chain: Chain, from: AccountId, to: AccountId, netuid: NetUid): void {
  const { state } = chain
  const isMember = IsNetworkMember.get(state, from, netuid)
  IsNetworkMember.remove(state, from, netuid)
  IsNetworkMember.set(state, to, netuid, isMember)
  if (!isMember) return
  moveUid(chain, from, to, netuid)
  moveEntry(chain, Prometheus, netuid, from, to)
  moveEntry(chain, Axons, netuid, from, to)
  for (const index of storageIndicesOf(chain, netuid)) moveEntry(chain, WeightCommits, index, from, to)
  renameInLoadedEmission(chain, from, to, netuid)
  moveEntry(chain, NeuronCertificates, netuid, from, to)
}

function moveUid({ state }: Chain, from: AccountId, to: AccountId, netuid: NetUid): void {
  const uid = Uids.get(state, netuid, from)
  if (uid === undefined) return
  Uids.remove(state, netuid, from)
  Uids.set(state, netuid, to, uid)
  Keys.set(state, netuid, uid, to)
}

/** Moves what an item keeps for one hotkey to another, if there is anything. */
function moveEntry<Outer, V>(
  { state }: Chain,
  item: StorageDoubleMap<Outer, AccountId, V, undefined>,
  outer: Outer,
  from: AccountId,
  to: AccountId,
): void {
  const value = item.get(state, outer, from)
  if (value === undefined) return
  item.remove(state, outer, from)
  item.set(state, outer, to, value)
}

function renameInLoadedEmission({ state }: Chain, from: AccountId, to: AccountId, netuid: NetUid): void {
  const loaded = LoadedEmission.get(state, netuid)
  if (loaded === undefined) return
  LoadedEmission.set(
    state,
    netuid,
    loaded.map(([hotkey, server, validator]) => [hotkey === from ? to : hotkey, server, validator]),
  )
}
