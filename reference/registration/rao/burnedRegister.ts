import { canRemoveFromColdkey, removeBalanceFromColdkey } from "../../emission/rao/coldkeyTao.js"
import { coldkeyOwnsHotkey, ownIfNobodyDoes } from "../../keys/ownership.js"
import { U64 } from "../../numbers/integers.js"
import { swapTaoForAlpha } from "../../pool/rao/swap.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import { ensureSigned, type Origin } from "../../state/origin.js"
import type { AccountId, NetUid } from "../../state/primitives.js"
import { ensure } from "../../state/refusal.js"
import {
  Burn,
  MaxAllowedUids,
  NetworkRegistrationAllowed,
  SubnetAlphaOut,
} from "../../state/storage/subtensorModule.js"
import { countRecycled } from "../burnedRegister.js"
import { countRegistration, ensureMayRegister, registerNeuron } from "./registerNeuron.js"

/**
 * Registers a hotkey as a neuron of a subnet. The coldkey that signs pays the subnet's price, which buys alpha that is
 * then burned; no fee is taken from it.
 *
 * @clause registration-44
 * @source rao:pallets/subtensor/src/subnets/registration.rs:70
 */
export function burnedRegister(chain: Chain, origin: Origin, netuid: NetUid, hotkey: AccountId): void {
  const { state } = chain
  const coldkey = ensureSigned(origin)
  ensureMayRegister(chain, netuid, hotkey, (subnet) => NetworkRegistrationAllowed.get(state, subnet))
  const cost = Burn.get(state, netuid)
  ensure(canRemoveFromColdkey(chain, coldkey, cost), "SubtensorModule.NotEnoughBalanceToStake")
  ownIfNobodyDoes(chain, coldkey, hotkey)
  ensure(coldkeyOwnsHotkey(chain, coldkey, hotkey), "SubtensorModule.NonAssociatedColdKey")
  ensure(MaxAllowedUids.get(state, netuid) !== 0, "SubtensorModule.NoNeuronIdAvailable")

  const burned = swapTaoForAlpha(chain, netuid, removeBalanceFromColdkey(chain, coldkey, cost))
  SubnetAlphaOut.mutate(state, netuid, (total) => U64.saturatingSub(total, burned))
  const uid = registerNeuron(chain, netuid, hotkey)
  countRegistration(chain, netuid, "burn")
  countRecycled(chain, netuid, cost)
  chain.deposit(SubtensorModuleEvents.NeuronRegistered, [netuid, uid, hotkey])
}
