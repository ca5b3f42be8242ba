import { canRemoveFromColdkey, transferTaoToSubnet } from "../emission/tao.js"
import { recordTaoInflow } from "../emission/taoFlow.js"
import { coldkeyOwnsHotkey, createAccountIfNonExistent } from "../keys/ownership.js"
import { U16, U64 } from "../numbers/integers.js"
import { BUY } from "../pool/swapOrder.js"
import { swapTaoForAlpha } from "../staking/subnetSwaps.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import { type AccountId, type NetUid, ROOT, type TaoBalance } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import {
  Burn,
  MaxAllowedUids,
  NetworkRegistrationAllowed,
  RAORecycledForRegistration,
  RegistrationsThisBlock,
  SubnetAlphaOut,
} from "../state/storage/subtensorModule.js"
import { subnetExists } from "../subnets/existence.js"
import { isHotkeyRegistered, subnetworkSize } from "../subnets/neurons.js"
import { raiseBurn } from "./burnIncrease.js"
import { neuronToPrune } from "./pruning.js"
import { registerNeuron } from "./registerNeuron.js"

/**
 * Registers a hotkey as a neuron of a subnet. The coldkey that signs pays the subnet's price, which buys alpha that is
 * then burned.
 *
 * @clause registration-01, registration-11
 * @source pallets/subtensor/src/subnets/registration.rs:38
 */
export function burnedRegister(chain: Chain, origin: Origin, netuid: NetUid, hotkey: AccountId): void {
  const { state } = chain
  const coldkey = ensureSigned(origin)
  ensureOpenForRegistration(chain, netuid, hotkey)
  const cost = Burn.get(state, netuid)
  ensure(canRemoveFromColdkey(chain, coldkey, cost), "SubtensorModule.NotEnoughBalanceToStake")
  createAccountIfNonExistent(chain, coldkey, hotkey)
  ensure(coldkeyOwnsHotkey(chain, coldkey, hotkey), "SubtensorModule.NonAssociatedColdKey")
  ensureRoomForNeuron(chain, netuid)

  const paid = burnPayment(chain, netuid, coldkey, cost)
  const uid = registerNeuron(chain, netuid, hotkey)
  raiseBurn(chain, netuid)
  RegistrationsThisBlock.mutate(state, netuid, (count) => U16.saturatingAdd<number>(count, 1))
  countRecycled(chain, netuid, cost)
  recordTaoInflow(chain, netuid, paid)
  chain.deposit(SubtensorModuleEvents.NeuronRegistered, [netuid, uid, hotkey])
}

/** What the subnet must be for this hotkey to register. */
function ensureOpenForRegistration(chain: Chain, netuid: NetUid, hotkey: AccountId): void {
  ensure(netuid !== ROOT, "SubtensorModule.RegistrationNotPermittedOnRootSubnet")
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubnetNotExists")
  ensure(NetworkRegistrationAllowed.get(chain.state, netuid), "SubtensorModule.SubNetRegistrationDisabled")
  ensure(!isHotkeyRegistered(chain, netuid, hotkey), "SubtensorModule.HotKeyAlreadyRegisteredInSubNet")
}

/** The subnet has a free uid, or a neuron that may be replaced. */
function ensureRoomForNeuron(chain: Chain, netuid: NetUid): void {
  const most = MaxAllowedUids.get(chain.state, netuid)
  ensure(most !== 0, "SubtensorModule.NoNeuronIdAvailable")
  const isFull = subnetworkSize(chain, netuid) >= most
  ensure(!isFull || neuronToPrune(chain, netuid) !== undefined, "SubtensorModule.NoNeuronIdAvailable")
}

/**
 * Moves the price to the subnet's account and buys alpha for it, which is taken out of circulation at once. The pool's
 * fee is taken from the price but reaches nobody: it stays on the subnet's account.
 *
 * @returns what was moved, in rao
 * @clause registration-02
 * @source pallets/subtensor/src/subnets/registration.rs:98
 */
function burnPayment(chain: Chain, netuid: NetUid, coldkey: AccountId, cost: TaoBalance): TaoBalance {
  const paid = transferTaoToSubnet(chain, netuid, coldkey, cost)
  const { amountPaidOut } = swapTaoForAlpha(chain, netuid, paid, BUY.openLimit, false)
  SubnetAlphaOut.mutate(chain.state, netuid, (total) => U64.saturatingSub(total, amountPaidOut))
  return paid
}

/**
 * Counts the price, not what was moved, as recycled.
 *
 * @clause registration-01
 * @source pallets/subtensor/src/subnets/registration.rs:127
 */
export function countRecycled(chain: Chain, netuid: NetUid, cost: TaoBalance): void {
  const recycled = U64.saturatingAdd(RAORecycledForRegistration.get(chain.state, netuid), cost)
  RAORecycledForRegistration.set(chain.state, netuid, recycled)
  chain.deposit(SubtensorModuleEvents.RAORecycledForRegistrationSet, [netuid, recycled])
}
