import { U16 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import { type AccountId, type NetUid, ROOT } from "../../state/primitives.js"
import { ensure } from "../../state/refusal.js"
import {
  BurnRegistrationsThisInterval,
  MaxAllowedUids,
  POWRegistrationsThisInterval,
  RegistrationsThisBlock,
  RegistrationsThisInterval,
} from "../../state/storage/subtensorModule.js"
import { subnetExists } from "../../subnets/existence.js"
import { isHotkeyRegistered, subnetworkSize } from "../../subnets/neurons.js"
import { ensureRegistrationsLeft } from "../registrationsLeft.js"
import { appendNeuron, replaceNeuron } from "./neuronSlots.js"
import { takeNeuronToPrune } from "./pruning.js"

/** Where registrations of a kind are counted beside the others. */
const OWN_COUNTS = { burn: BurnRegistrationsThisInterval, work: POWRegistrationsThisInterval }

/**
 * Refuses unless a hotkey may register on a subnet now, whatever it pays with.
 *
 * @param isAllowed whether the subnet allows this kind of registration
 * @clause registration-42
 * @source rao:pallets/subtensor/src/subnets/registration.rs:85
 */
export function ensureMayRegister(
  chain: Chain,
  netuid: NetUid,
  hotkey: AccountId,
  isAllowed: (netuid: NetUid) => boolean,
): void {
  ensure(netuid !== ROOT, "SubtensorModule.RegistrationNotPermittedOnRootSubnet")
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubNetworkDoesNotExist")
  ensure(isAllowed(netuid), "SubtensorModule.SubNetRegistrationDisabled")
  ensureRegistrationsLeft(chain, netuid)
  ensure(!isHotkeyRegistered(chain, netuid, hotkey), "SubtensorModule.HotKeyAlreadyRegisteredInSubNet")
}

/**
 * Gives the hotkey the next uid, or on a full subnet that of the neuron to be replaced.
 *
 * @returns the uid
 * @clause registration-43
 * @source rao:pallets/subtensor/src/subnets/registration.rs:11
 */
export function registerNeuron(chain: Chain, netuid: NetUid, hotkey: AccountId): number {
  if (subnetworkSize(chain, netuid) < MaxAllowedUids.get(chain.state, netuid)) {
    return appendNeuron(chain, netuid, hotkey)
  }
  const uid = takeNeuronToPrune(chain, netuid)
  replaceNeuron(chain, netuid, uid, hotkey)
  return uid
}

/**
 * Counts a registration: in its block, in its interval, and in its interval among those paid for in the same way.
 *
 * @clause registration-43
 * @source rao:pallets/subtensor/src/subnets/registration.rs:148
 */
export function countRegistration({ state }: Chain, netuid: NetUid, paidWith: keyof typeof OWN_COUNTS): void {
  for (const item of [OWN_COUNTS[paidWith], RegistrationsThisInterval, RegistrationsThisBlock]) {
    item.mutate(state, netuid, (count) => U16.saturatingAdd<number>(count, 1))
  }
}
