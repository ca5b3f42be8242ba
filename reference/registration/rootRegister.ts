import { createAccountIfNonExistent } from "../keys/ownership.js"
import { becomeDelegateIfNotYet } from "../staking/delegates.js"
import { stakeForHotkeyOnSubnet } from "../staking/stake.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import { type AccountId, type NetUid, ROOT } from "../state/primitives.js"
import { ensure, refuse } from "../state/refusal.js"
import {
  Keys,
  MaxAllowedUids,
  RegistrationsThisBlock,
  RegistrationsThisInterval,
} from "../state/storage/subtensorModule.js"
import { subnetExists } from "../subnets/existence.js"
import { isHotkeyRegistered, subnetworkSize } from "../subnets/neurons.js"
import { appendNeuron, replaceNeuron } from "./neuronSlots.js"
import { ensureRegistrationsLeft } from "./registrationsLeft.js"

/** How a fork gives uids to hotkeys. */
export interface NeuronSlots {
  append(chain: Chain, netuid: NetUid, hotkey: AccountId): number
  replace(chain: Chain, netuid: NetUid, uid: number, hotkey: AccountId): void
}

/**
 * Registers a hotkey as a validator of the root network, for nothing. Nobody asks whether the hotkey belongs to the
 * coldkey that signs.
 *
 * @clause registration-13
 * @source pallets/subtensor/src/coinbase/root.rs:80
 */
export function rootRegister(chain: Chain, origin: Origin, hotkey: AccountId): void {
  ensure(subnetExists(chain, ROOT), "SubtensorModule.RootNetworkDoesNotExist")
  const coldkey = ensureSigned(origin)
  ensureRegistrationsLeft(chain, ROOT)
  ensure(!isHotkeyRegistered(chain, ROOT, hotkey), "SubtensorModule.HotKeyAlreadyRegisteredInSubNet")

  createAccountIfNonExistent(chain, coldkey, hotkey)
  const uid = registerRootNeuron(chain, hotkey, { append: appendNeuron, replace: replaceNeuron })
  becomeDelegateIfNotYet(chain, hotkey)
  RegistrationsThisInterval.mutate(chain.state, ROOT, (count) => count + 1)
  RegistrationsThisBlock.mutate(chain.state, ROOT, (count) => count + 1)
  chain.deposit(SubtensorModuleEvents.NeuronRegistered, [ROOT, uid, hotkey])
}

/**
 * Gives the hotkey the next uid on root, or, when root is full, that of the validator with the least stake, if the
 * hotkey has more than it.
 *
 * @param slots how the fork adds and replaces neurons
 * @returns the uid
 * @clause registration-14, registration-47
 * @source pallets/subtensor/src/coinbase/root.rs:121
 */
export function registerRootNeuron(chain: Chain, hotkey: AccountId, slots: NeuronSlots): number {
  if (subnetworkSize(chain, ROOT) < MaxAllowedUids.get(chain.state, ROOT)) return slots.append(chain, ROOT, hotkey)
  const lowest = lowestOnRoot(chain)
  if (lowest === undefined) throw refuse("SubtensorModule.HotKeyNotRegisteredInSubNet")
  ensure(lowest.stake < stakeForHotkeyOnSubnet(chain, hotkey, ROOT), "SubtensorModule.StakeTooLowForRoot")
  slots.replace(chain, ROOT, lowest.uid, hotkey)
  return lowest.uid
}

/**
 * The validator of root with the least stake; of equals the first in the order of the raw keys: 0, 256, 1, 257, …
 *
 * @clause registration-14
 * @source pallets/subtensor/src/coinbase/root.rs:133
 */
function lowestOnRoot(chain: Chain): { readonly uid: number; readonly stake: bigint } | undefined {
  const candidates = Keys.entriesUnder(chain.state, ROOT).map(([uid, hotkey]) => ({
    uid,
    stake: stakeForHotkeyOnSubnet(chain, hotkey, ROOT),
  }))
  const [first, ...others] = candidates
  return first && others.reduce((lowest, next) => (next.stake < lowest.stake ? next : lowest), first)
}
