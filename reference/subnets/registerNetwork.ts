import { scheduleRootValidatorsAsParents } from "../children/rootValidatorParents.js"
import { canRemoveFromColdkey, transferTaoToSubnet } from "../emission/tao.js"
import { passesRateLimit } from "../hyperparameters/rateLimits.js"
import { coldkeyOwnsHotkey, createAccountIfNonExistent, hotkeyAccountExists } from "../keys/ownership.js"
import { U64 } from "../numbers/integers.js"
import { medianAlphaPrice } from "../pool/alphaPrices.js"
import { appendNeuron } from "../registration/neuronSlots.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import type { AccountId, NetUid, TaoBalance } from "../state/primitives.js"
import { attempt, ensure, refuse } from "../state/refusal.js"
import {
  LastRateLimitedBlock,
  NetworkLastLockCost,
  NetworkRateLimit,
  NetworkRegisteredAt,
  NetworkRegistrationStartBlock,
  RegisteredSubnetCounter,
  SubnetEmissionEnabled,
  SubnetLimit,
  SubnetMechanism,
  TokenSymbol,
} from "../state/storage/subtensorModule.js"
import { dissolveNetwork } from "./dissolveNetwork.js"
import { LAST_REGISTRATION, lastRegistrationBlock, networkLockCost } from "./lockCost.js"
import { networkToPrune, subnetsBesideRoot } from "./networkToPrune.js"
import { fillNewPool } from "./newPool.js"
import { initNewNetwork, nextNetuid } from "./newSubnet.js"
import { netuidOfSubnetAccount } from "./subnetAccount.js"
import { type SubnetIdentity, storeSubnetIdentity } from "./subnetIdentity.js"
import { setSubnetOwner } from "./subnetOwner.js"
import { nextAvailableSymbol } from "./symbols.js"

/** The mechanism of a subnet with a pool: the only one that new subnets have. */
const DYNAMIC_MECHANISM = 1

/**
 * Registers a new subnet. The coldkey that signs owns it and pays the lock cost, which becomes the TAO of the subnet's
 * pool; the hotkey becomes its first neuron. Where there is no room for another subnet, one is dissolved and its number
 * used again. The subnet takes no part in emission before it is started and root has enabled its emission.
 *
 * @clause subnets-13, subnets-19
 * @source pallets/subtensor/src/subnets/subnet.rs:115
 */
export function registerNetwork(
  chain: Chain,
  origin: Origin,
  hotkey: AccountId,
  identity: SubnetIdentity | undefined,
): void {
  const coldkey = ensureSigned(origin)
  ensureMayRun(chain, coldkey, hotkey)
  ensureRegistrationOpen(chain)
  const pruned = subnetToMakeRoom(chain)
  const cost = networkLockCost(chain)
  ensure(canRemoveFromColdkey(chain, coldkey, cost), "SubtensorModule.CannotAffordLockCost")

  if (pruned !== undefined) dissolveNetwork(chain, pruned)
  const netuid = pruned ?? nextNetuid(chain)
  createNetwork(chain, netuid, { coldkey, hotkey }, cost)
  if (identity !== undefined) storeSubnetIdentity(chain, netuid, identity)
  attempt(() => scheduleRootValidatorsAsParents(chain, netuid))
  chain.deposit(SubtensorModuleEvents.NetworkAdded, [netuid, DYNAMIC_MECHANISM])
  SubnetEmissionEnabled.set(chain.state, netuid, false)
}

/** The hotkey is nobody else's, and no account of a subnet. */
function ensureMayRun(chain: Chain, coldkey: AccountId, hotkey: AccountId): void {
  const isOwn = !hotkeyAccountExists(chain, hotkey) || coldkeyOwnsHotkey(chain, coldkey, hotkey)
  ensure(isOwn, "SubtensorModule.NonAssociatedColdKey")
  ensure(netuidOfSubnetAccount(hotkey) === undefined, "SubtensorModule.CannotUseSystemAccount")
}

/** Subnets may be registered by now, and the last one was long enough ago, whoever registered it. */
function ensureRegistrationOpen(chain: Chain): void {
  const { state, blockNumber } = chain
  ensure(blockNumber >= NetworkRegistrationStartBlock.get(state), "SubtensorModule.SubNetRegistrationDisabled")
  const passes = passesRateLimit(lastRegistrationBlock(chain), blockNumber, NetworkRateLimit.get(state))
  ensure(passes, "SubtensorModule.NetworkTxRateLimitExceeded")
}

/** The subnet that has to go; undefined where there is room for another. */
function subnetToMakeRoom(chain: Chain): NetUid | undefined {
  if (subnetsBesideRoot(chain).length < SubnetLimit.get(chain.state)) return undefined
  const netuid = networkToPrune(chain)
  if (netuid === undefined) throw refuse("SubtensorModule.SubnetLimitReached")
  return netuid
}

/** Who owns a subnet, and the hotkey that it is run with. */
interface Owner {
  readonly coldkey: AccountId
  readonly hotkey: AccountId
}

/**
 * Creates the subnet with its first neuron, its pool and its owner, who pays for it.
 *
 * @param cost rao
 * @clause subnets-13, subnets-19
 * @source pallets/subtensor/src/subnets/subnet.rs:190
 */
function createNetwork(chain: Chain, netuid: NetUid, owner: Owner, cost: TaoBalance): void {
  // Before the new subnet counts among the others.
  const price = medianAlphaPrice(chain)
  initNewNetwork(chain, netuid)
  const locked = transferTaoToSubnet(chain, netuid, owner.coldkey, cost)
  recordRegistration(chain, netuid, locked)
  createAccountIfNonExistent(chain, owner.coldkey, owner.hotkey)
  appendNeuron(chain, netuid, owner.hotkey)
  SubnetMechanism.set(chain.state, netuid, DYNAMIC_MECHANISM)
  TokenSymbol.set(chain.state, netuid, nextAvailableSymbol(chain, netuid))
  fillNewPool(chain, netuid, locked, price)
  setSubnetOwner(chain, netuid, owner.coldkey, owner.hotkey)
}

/** Writes down when the subnet was registered and what was paid, from which the next lock cost follows. */
function recordRegistration({ state, blockNumber }: Chain, netuid: NetUid, locked: TaoBalance): void {
  NetworkLastLockCost.set(state, locked)
  LastRateLimitedBlock.set(state, LAST_REGISTRATION, blockNumber)
  NetworkRegisteredAt.set(state, netuid, blockNumber)
  RegisteredSubnetCounter.mutate(state, netuid, (count) => U64.saturatingAdd(count, 1n))
}
