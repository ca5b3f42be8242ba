import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { refuse } from "../state/refusal.js"
import { MaxAllowedUids } from "../state/storage/subtensorModule.js"
import { subnetworkSize } from "../subnets/neurons.js"
import { appendNeuron, replaceNeuron } from "./neuronSlots.js"
import { neuronToPrune } from "./pruning.js"

/**
 * Gives the hotkey the next uid, or on a full subnet that of the neuron to be replaced. Refuses with
 * SubtensorModule.NoNeuronIdAvailable when none may be replaced.
 *
 * @returns the uid
 * @clause registration-03
 * @source pallets/subtensor/src/subnets/registration.rs:13
 */
export function registerNeuron(chain: Chain, netuid: NetUid, hotkey: AccountId): number {
  if (subnetworkSize(chain, netuid) < MaxAllowedUids.get(chain.state, netuid)) {
    return appendNeuron(chain, netuid, hotkey)
  }
  const uid = neuronToPrune(chain, netuid)
  if (uid === undefined) throw refuse("SubtensorModule.NoNeuronIdAvailable")
  replaceNeuron(chain, netuid, uid, hotkey)
  return uid
}
