import { createAccountIfNonExistent } from "../keys/ownership.js"
import { U16 } from "../numbers/integers.js"
import { becomeDelegateIfNotYet } from "../staking/delegates.js"
import { stakeForHotkeyOnSubnet } from "../staking/stake.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import { type AccountId, ROOT } from "../state/primitives.js"
import { ensure, refuse } from "../state/refusal.js"
import {
  Keys,
  MaxAllowedUids,
  MaxRegistrationsPerBlock,
  RegistrationsThisBlock,
  RegistrationsThisInterval,
  TargetRegistrationsPerInterval,
} from "../state/storage/subtensorModule.js"
import { subnetExists } from "../subnets/existence.js"
import { isHotkeyRegistered, subnetworkSize } from "../subnets/neurons.js"
import { appendNeuron, replaceNeuron } from "./neuronSlots.js"

/** How many times the target of an interval may register on root in that interval. */
const INTERVAL_FACTOR = 3

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
  ensureRegistrationsLeft(chain)
  ensure(!isHotkeyRegistered(chain, ROOT, hotkey), "SubtensorModule.HotKeyAlreadyRegisteredInSubNet")

  createAccountIfNonExistent(chain, coldkey, hotkey)
  const uid = registerRootNeuron(chain, hotkey)
  becomeDelegateIfNotYet(chain, hotkey)
  RegistrationsThisInterval.mutate(chain.state, ROOT, (count) => count + 1)
  RegistrationsThisBlock.mutate(chain.state, ROOT, (count) => count + 1)
  chain.deposit(SubtensorModuleEvents.NeuronRegistered, [ROOT, uid, hotkey])
}

/** Neither this block nor this interval has seen as many registrations on root as it may. */
function ensureRegistrationsLeft({ state }: Chain): void {
  const mostInBlock = MaxRegistrationsPerBlock.get(state, ROOT)
  ensure(RegistrationsThisBlock.get(state, ROOT) < mostInBlock, "SubtensorModule.TooManyRegistrationsThisBlock")
  const mostInInterval = U16.saturatingMul(TargetRegistrationsPerInterval.get(state, ROOT), INTERVAL_FACTOR)
  const inInterval = RegistrationsThisInterval.get(state, ROOT)
  ensure(inInterval < mostInInterval, "SubtensorModule.TooManyRegistrationsThisInterval")
}

/**
 * Gives the hotkey the next uid on root, or, when root is full, that of the validator with the least stake, if the
 * hotkey has more than it.
 *
 * @returns the uid
 * @clause registration-14
 * @source pallets/subtensor/src/coinbase/root.rs:121
 */
function registerRootNeuron(chain: Chain, hotkey: AccountId): number {
  if (subnetworkSize(chain, ROOT) < MaxAllowedUids.get(chain.state, ROOT)) return appendNeuron(chain, ROOT, hotkey)
  const lowest = lowestOnRoot(chain)
  if (lowest === undefined) throw refuse("SubtensorModule.HotKeyNotRegisteredInSubNet")
  ensure(lowest.stake < stakeForHotkeyOnSubnet(chain, hotkey, ROOT), "SubtensorModule.StakeTooLowForRoot")
  replaceNeuron(chain, ROOT, lowest.uid, hotkey)
  return lowest.uid
}

/** The validator of root with the least stake; of equals the first in the order of the raw keys: 0, 256, 1, 257, … */
function lowestOnRoot(chain: Chain): { readonly uid: number; readonly stake: bigint } | undefined {
  const candidates = Keys.entriesUnder(chain.state, ROOT).map(([uid, hotkey]) => ({
    uid,
    stake: stakeForHotkeyOnSubnet(chain, hotkey, ROOT),
  }))
  const [first, ...others] = candidates
  return first && others.reduce((lowest, next) => (next.stake < lowest.stake ? next : lowest), first)
}
