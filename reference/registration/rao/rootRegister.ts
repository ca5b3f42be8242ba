import { ownIfNobodyDoes } from "../../keys/ownership.js"
import { joinSenateIfEligible } from "../../root/rao/senate.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import { ensureSigned, type Origin } from "../../state/origin.js"
import { type AccountId, ROOT } from "../../state/primitives.js"
import { ensure } from "../../state/refusal.js"
import { Delegates, RegistrationsThisBlock, RegistrationsThisInterval } from "../../state/storage/subtensorModule.js"
import { subnetExists } from "../../subnets/existence.js"
import { isHotkeyRegistered } from "../../subnets/neurons.js"
import { ensureRegistrationsLeft } from "../registrationsLeft.js"
import { registerRootNeuron } from "../rootRegister.js"
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
  const uid = registerRootNeuron(chain, hotkey, { append: appendNeuron, replace: replaceNeuron })
  joinSenateIfEligible(chain, hotkey)
  if (!Delegates.has(state, hotkey)) Delegates.set(state, hotkey, TAKE_ON_ROOT)
  RegistrationsThisInterval.mutate(state, ROOT, (count) => count + 1)
  RegistrationsThisBlock.mutate(state, ROOT, (count) => count + 1)
  chain.deposit(SubtensorModuleEvents.NeuronRegistered, [ROOT, uid, hotkey])
}
