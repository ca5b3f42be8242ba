import { ownIfNobodyDoes } from "../../keys/ownership.js"
import { joinSenateIfEligible } from "../../root/rao/senate.js"
import { stakeForHotkeyOnSubnet } from "../../staking/stake.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import { ensureSigned, type Origin } from "../../state/origin.js"
import { type AccountId, ROOT } from "../../state/primitives.js"
import { ensure, refuse } from "../../state/refusal.js"
import {
  Delegates,
  MaxAllowedUids,
  RegistrationsThisBlock,
  RegistrationsThisInterval,
} from "../../state/storage/subtensorModule.js"
import { subnetExists } from "../../subnets/existence.js"
import { isHotkeyRegistered, subnetworkSize } from "../../subnets/neurons.js"
import { ensureRegistrationsLeft } from "../registrationsLeft.js"
import { lowestOnRoot } from "../rootRegister.js"
import { appendNeuron, replaceNeuron } from "./neuronSlots.js"

/** What a validator of root takes that never said otherwise, in parts of 65535. */
const TAKE_ON_ROOT = 11_796

/**
 * Registers a hotkey as a validator of the root network, for nothing, and makes it a senator if it has the stake for
 * that. Nobody asks whether the hotkey belongs to the coldkey that signs. A senator that is not on root is refused.
 *
 * @clause registration-47
 * @source rao:pallets/subtensor/src/coinbase/root.rs:107
 */
export function rootRegister(chain: Chain, origin: Origin, hotkey: AccountId): void {
  const { state } = chain
  ensure(subnetExists(chain, ROOT), "SubtensorModule.RootNetworkDoesNotExist")
  const coldkey = ensureSigned(origin)
  ensureRegistrationsLeft(chain, ROOT)
  ensure(!isHotkeyRegistered(chain, ROOT, hotkey), "SubtensorModule.HotKeyAlreadyRegisteredInSubNet")

  ownIfNobodyDoes(chain, coldkey, hotkey)
  const uid = registerRootNeuron(chain, hotkey)
  joinSenateIfEligible(chain, hotkey)
  if (!Delegates.has(state, hotkey)) Delegates.set(state, hotkey, TAKE_ON_ROOT)
  RegistrationsThisInterval.mutate(state, ROOT, (count) => count + 1)
  RegistrationsThisBlock.mutate(state, ROOT, (count) => count + 1)
  chain.deposit(SubtensorModuleEvents.NeuronRegistered, [ROOT, uid, hotkey])
}

/**
 * Gives the hotkey the next uid on root, or, when root is full, that of the validator with the least stake, if the
 * hotkey has more than it.
 *
 * @returns the uid
 * @clause registration-47
 * @source rao:pallets/subtensor/src/coinbase/root.rs:153
 */
function registerRootNeuron(chain: Chain, hotkey: AccountId): number {
  if (subnetworkSize(chain, ROOT) < MaxAllowedUids.get(chain.state, ROOT)) return appendNeuron(chain, ROOT, hotkey)
  const lowest = lowestOnRoot(chain)
  if (lowest === undefined) throw refuse("SubtensorModule.HotKeyNotRegisteredInSubNet")
  ensure(lowest.stake < stakeForHotkeyOnSubnet(chain, hotkey, ROOT), "SubtensorModule.StakeTooLowForRoot")
  replaceNeuron(chain, ROOT, lowest.uid, hotkey)
  return lowest.uid
}
