import { burnTokens } from "../../emission/rao/burnTokens.js"
import { canRemoveFromColdkey, removeBalanceFromColdkey } from "../../emission/rao/coldkeyTao.js"
import { coldkeyOwnsHotkey, hotkeyAccountExists, ownIfNobodyDoes } from "../../keys/ownership.js"
import { U64 } from "../../numbers/integers.js"
import { appendNeuron } from "../../registration/rao/neuronSlots.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import { ensureSigned, type Origin } from "../../state/origin.js"
import { type AccountId, alphaBalance, type NetUid, type TaoBalance } from "../../state/primitives.js"
import { NetworkLastRegistered, TotalStakeAtDynamic } from "../../state/rao/storage/subtensorModule.js"
import { ensure } from "../../state/refusal.js"
import {
  NetworkLastLockCost,
  NetworkMinLockCost,
  NetworkRateLimit,
  NetworkRegisteredAt,
  SubnetAlphaIn,
  SubnetMechanism,
  SubnetOwner,
  SubnetOwnerHotkey,
  SubnetTAO,
  TokenSymbol,
  TotalStake,
} from "../../state/storage/subtensorModule.js"
import { lockCostSince } from "../lockCost.js"
import { nextNetuid } from "../newSubnet.js"
import { initNewNetwork } from "./newSubnet.js"
import { type SubnetIdentity, storeSubnetIdentity } from "./subnetIdentity.js"
import { symbolOf } from "./symbols.js"

/** The mechanism of a subnet with a pool: the only one that new subnets have. */
const DYNAMIC_MECHANISM = 1

/**
 * Registers a new subnet under the lowest number that is free. The coldkey that signs owns it and pays the lock cost; the
 * hotkey becomes its first neuron.
 *
 * @clause subnets-44
 * @source rao:pallets/subtensor/src/subnets/subnet.rs:119
 */
export function registerNetwork(
  chain: Chain,
  origin: Origin,
  hotkey: AccountId,
  identity: SubnetIdentity | undefined,
): void {
  const coldkey = ensureSigned(origin)
  const isOwn = !hotkeyAccountExists(chain, hotkey) || coldkeyOwnsHotkey(chain, coldkey, hotkey)
  ensure(isOwn, "SubtensorModule.NonAssociatedColdKey")
  ensureLongEnoughAgo(chain)
  const cost = lockCostSince(chain, NetworkLastRegistered.get(chain.state))
  ensure(canRemoveFromColdkey(chain, coldkey, cost), "SubtensorModule.NotEnoughBalanceToStake")

  const netuid = nextNetuid(chain)
  const paid = removeBalanceFromColdkey(chain, coldkey, cost)
  createNetwork(chain, netuid, coldkey, hotkey, paid)
  if (identity !== undefined) storeSubnetIdentity(chain, netuid, identity)
  chain.deposit(SubtensorModuleEvents.NetworkAdded, [netuid, DYNAMIC_MECHANISM])
}

/** The last subnet was registered long enough ago, whoever registered it. */
function ensureLongEnoughAgo({ state, blockNumber }: Chain): void {
  const age = U64.saturatingSub(blockNumber, NetworkLastRegistered.get(state))
  ensure(age >= NetworkRateLimit.get(state), "SubtensorModule.NetworkTxRateLimitExceeded")
}

/**
 * Creates the subnet with its first neuron, its pool and its owner.
 *
 * @param paid rao
 * @clause subnets-44
 * @source rao:pallets/subtensor/src/subnets/subnet.rs:166
 */
function createNetwork(chain: Chain, netuid: NetUid, coldkey: AccountId, hotkey: AccountId, paid: TaoBalance): void {
  const { state, blockNumber } = chain
  NetworkLastLockCost.set(state, paid)
  initNewNetwork(chain, netuid)
  ownIfNobodyDoes(chain, coldkey, hotkey)
  appendNeuron(chain, netuid, hotkey)
  SubnetMechanism.set(state, netuid, DYNAMIC_MECHANISM)
  NetworkLastRegistered.set(state, blockNumber)
  NetworkRegisteredAt.set(state, netuid, blockNumber)
  TokenSymbol.set(state, netuid, symbolOf(netuid))
  SubnetOwner.set(state, netuid, coldkey)
  SubnetOwnerHotkey.set(state, netuid, hotkey)
  fillNewPool(chain, netuid, paid)
}

/**
 * Fills the pool of a new subnet with the least lock cost in TAO and as much alpha, so that the price is one. What was
 * paid beyond that is burned; if less was paid, the difference is in the pool all the same.
 *
 * @clause subnets-44
 * @source rao:pallets/subtensor/src/subnets/subnet.rs:207
 */
function fillNewPool(chain: Chain, netuid: NetUid, paid: TaoBalance): void {
  const { state } = chain
  const inPool = NetworkMinLockCost.get(state)
  SubnetTAO.set(state, netuid, inPool)
  SubnetAlphaIn.set(state, netuid, alphaBalance(inPool))
  TotalStakeAtDynamic.set(state, netuid, TotalStake.get(state))
  burnTokens(chain, U64.saturatingSub(paid, inPool))
  if (paid > 0n) TotalStake.mutate(state, (total) => U64.saturatingAdd(total, inPool))
}
