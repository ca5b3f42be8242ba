import { addBalanceToColdkey } from "../../emission/rao/coldkeyTao.js"
import { U16 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import { ensureRoot, type Origin } from "../../state/origin.js"
import { type AccountId, type NetUid, NO_TAO } from "../../state/primitives.js"
import { NetworkModality, PruningScores, Rank, Trust } from "../../state/rao/storage/subtensorModule.js"
import { ensure } from "../../state/refusal.js"
import {
  Active,
  ActivityCutoff,
  Bonds,
  BurnRegistrationsThisInterval,
  Consensus,
  Difficulty,
  Dividends,
  Emission,
  ImmunityPeriod,
  Incentive,
  IsNetworkMember,
  Kappa,
  Keys,
  LastUpdate,
  MaxAllowedUids,
  MaxWeightsLimit,
  MinAllowedWeights,
  NetworkRegisteredAt,
  NetworksAdded,
  POWRegistrationsThisInterval,
  RegistrationsThisInterval,
  SubnetLocked,
  SubnetOwner,
  SubnetworkN,
  Tempo,
  TotalNetworks,
  Uids,
  ValidatorPermit,
  ValidatorTrust,
  Weights,
} from "../../state/storage/subtensorModule.js"
import { subnetExists } from "../existence.js"
import { MAIN_MECHANISM, mechanismStorageIndex } from "../mechanismIndex.js"
import { forgetRootWeights } from "../removeNetwork.js"
import { removeSubnetIdentity } from "./subnetIdentity.js"

/** What is kept of a subnet and goes with it. All else stays, for the next subnet of its number. */
const PER_SUBNET = [
  SubnetworkN,
  NetworkModality,
  NetworksAdded,
  NetworkRegisteredAt,
  Rank,
  Trust,
  Active,
  Emission,
  Consensus,
  Dividends,
  PruningScores,
  ValidatorPermit,
  ValidatorTrust,
  Tempo,
  Kappa,
  Difficulty,
  MaxAllowedUids,
  ImmunityPeriod,
  ActivityCutoff,
  MaxWeightsLimit,
  MinAllowedWeights,
  RegistrationsThisInterval,
  POWRegistrationsThisInterval,
  BurnRegistrationsThisInterval,
] as const

/**
 * Root dissolves a subnet, naming its owner, who gets back what was locked for it. Nobody is paid for its alpha: pool and
 * stakes stay as they are.
 *
 * @clause subnets-46
 * @source rao:pallets/subtensor/src/coinbase/root.rs:416
 */
export function dissolveNetwork(chain: Chain, origin: Origin, owner: AccountId, netuid: NetUid): void {
  ensureRoot(origin)
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubNetworkDoesNotExist")
  ensure(SubnetOwner.get(chain.state, netuid) === owner, "SubtensorModule.NotSubnetOwner")
  removeSubnetIdentity(chain, netuid)
  removeNetwork(chain, netuid, owner)
  chain.deposit(SubtensorModuleEvents.NetworkRemoved, netuid)
}

/**
 * Removes the network, its neurons and what the epochs found out about them, and gives what was locked back to its owner.
 *
 * @clause subnets-46
 * @source rao:pallets/subtensor/src/coinbase/root.rs:460
 */
function removeNetwork(chain: Chain, netuid: NetUid, owner: AccountId): void {
  const { state } = chain
  const index = mechanismStorageIndex(netuid, MAIN_MECHANISM)
  TotalNetworks.mutate(state, (count) => U16.saturatingSub<number>(count, 1))
  for (const [, hotkey] of Keys.entriesUnder(state, netuid)) IsNetworkMember.remove(state, hotkey, netuid)
  for (const item of [Uids, Keys]) item.clearUnder(state, netuid)
  for (const item of [Bonds, Weights]) item.clearUnder(state, index)
  forgetRootWeights(chain, netuid)
  for (const item of PER_SUBNET) item.remove(state, netuid)
  for (const item of [Incentive, LastUpdate]) item.remove(state, index)
  addBalanceToColdkey(chain, owner, SubnetLocked.get(state, netuid))
  SubnetLocked.set(state, netuid, NO_TAO)
  SubnetOwner.remove(state, netuid)
}
