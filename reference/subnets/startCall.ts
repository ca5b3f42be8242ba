import { ensureSubnetOwner } from "../hyperparameters/rights.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { Origin } from "../state/origin.js"
import type { NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import {
  FirstEmissionBlockNumber,
  NetworkRegisteredAt,
  StartCallDelay,
  SubtokenEnabled,
} from "../state/storage/subtensorModule.js"
import { subnetExists } from "./existence.js"

/**
 * The owner starts a subnet: its alpha can be bought, and from the next block on it takes part in emission. Once only,
 * and not before a number of blocks has passed since the registration.
 *
 * @clause subnets-15
 * @source pallets/subtensor/src/subnets/subnet.rs:374
 */
export function startCall(chain: Chain, origin: Origin, netuid: NetUid): void {
  const { state, blockNumber } = chain
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubnetNotExists")
  ensureSubnetOwner(chain, origin, netuid)
  ensure(!FirstEmissionBlockNumber.has(state, netuid), "SubtensorModule.FirstEmissionBlockNumberAlreadySet")
  const mayStartAt = U64.saturatingAdd(NetworkRegisteredAt.get(state, netuid), StartCallDelay.get(state))
  ensure(blockNumber >= mayStartAt, "SubtensorModule.NeedWaitingMoreBlocksToStarCall")

  const firstEmission = U64.saturatingAdd(blockNumber, 1n)
  FirstEmissionBlockNumber.set(state, netuid, firstEmission)
  SubtokenEnabled.set(state, netuid, true)
  chain.deposit(SubtensorModuleEvents.FirstEmissionBlockNumberSet, [netuid, firstEmission])
}
