import { U16, U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { EventDeclaration } from "../state/event.js"
import { SubtensorModuleEvents as Events } from "../state/events.js"
import { type NetUid, netUid, taoBalance } from "../state/primitives.js"
import type { State } from "../state/state.js"
import {
  ActivityCutoff,
  Burn,
  ImmunityPeriod,
  Kappa,
  LastEpochBlock,
  MaxAllowedUids,
  MaxAllowedValidators,
  MinAllowedWeights,
  NetworkRegistrationAllowed,
  NetworksAdded,
  RegistrationsThisInterval,
  SubnetEmissionEnabled,
  SubnetworkN,
  Tempo,
  TotalNetworks,
  Yuma3On,
} from "../state/storage/subtensorModule.js"
import type { StorageMap } from "../state/storageItem.js"
import { subnetNetuids } from "./existence.js"

/** What a subnet begins with. */
const NEW_SUBNET = {
  tempo: 360,
  maxAllowedUids: 256,
  maxAllowedValidators: 64,
  minAllowedWeights: 1,
  immunityPeriod: 5_000,
  burn: taoBalance(1_000_000_000n),
} as const

/**
 * The number of the next new subnet: the lowest from 1 on that no network has.
 *
 * @clause subnets-12
 * @source pallets/subtensor/src/subnets/subnet.rs:56
 */
export function nextNetuid(chain: Chain): NetUid {
  const taken = new Set<number>(subnetNetuids(chain))
  let next = 1
  while (taken.has(next)) next++
  return netUid(next)
}

/**
 * Adds a network without neurons and gives it the hyperparameters that a subnet begins with. Its epochs are put off by
 * its number, so that subnets that are born together do not have them in the same block. What a subnet that had this
 * number before left behind in other hyperparameters stays.
 *
 * @clause subnets-12
 * @source pallets/subtensor/src/subnets/subnet.rs:294
 */
export function initNewNetwork(chain: Chain, netuid: NetUid): void {
  const { state, blockNumber } = chain
  SubnetworkN.set(state, netuid, 0)
  NetworksAdded.set(state, netuid, true)
  Tempo.set(state, netuid, NEW_SUBNET.tempo)
  LastEpochBlock.set(state, netuid, U64.saturatingSub(blockNumber, BigInt(netuid % NEW_SUBNET.tempo)))
  TotalNetworks.mutate(state, (count) => U16.saturatingAdd<number>(count, 1))
  setBeginnings(chain, netuid)
  SubnetEmissionEnabled.set(state, netuid, true)
  makeExplicit(state, Kappa, netuid)
  makeExplicit(state, ActivityCutoff, netuid)
  makeExplicit(state, RegistrationsThisInterval, netuid)
}

/** Sets the hyperparameters that a subnet begins with, and tells of most of them. */
function setBeginnings(chain: Chain, netuid: NetUid): void {
  const { state } = chain
  beginWith(chain, netuid, NetworkRegistrationAllowed, Events.RegistrationAllowed, true)
  beginWith(chain, netuid, MaxAllowedUids, Events.MaxAllowedUidsSet, NEW_SUBNET.maxAllowedUids)
  beginWith(chain, netuid, MaxAllowedValidators, Events.MaxAllowedValidatorsSet, NEW_SUBNET.maxAllowedValidators)
  beginWith(chain, netuid, MinAllowedWeights, Events.MinAllowedWeightSet, NEW_SUBNET.minAllowedWeights)
  beginWith(chain, netuid, ImmunityPeriod, Events.ImmunityPeriodSet, NEW_SUBNET.immunityPeriod)
  Yuma3On.set(state, netuid, true)
  Burn.set(state, netuid, NEW_SUBNET.burn)
}

/**
 * Sets a hyperparameter of a new network and tells of it.
 *
 * @clause subnets-12, subnets-43
 * @source pallets/subtensor/src/subnets/subnet.rs:312
 */
export function beginWith<Value>(
  chain: Chain,
  netuid: NetUid,
  item: StorageMap<NetUid, Value>,
  event: EventDeclaration<readonly [NetUid, Value]>,
  value: Value,
): void {
  item.set(chain.state, netuid, value)
  chain.deposit(event, [netuid, value])
}

/**
 * Writes down the value that an item has for a network, also where it is the default.
 *
 * @clause subnets-12
 * @source pallets/subtensor/src/subnets/subnet.rs:330
 */
export function makeExplicit<Value>(state: State, item: StorageMap<NetUid, Value>, netuid: NetUid): void {
  item.set(state, netuid, item.get(state, netuid))
}
