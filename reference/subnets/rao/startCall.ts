import { ensureSubnetOwner } from "../../hyperparameters/rights.js"
import { U64 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import type { Origin } from "../../state/origin.js"
import type { NetUid } from "../../state/primitives.js"
import { ensure } from "../../state/refusal.js"
import { FirstEmissionBlockNumber, NetworkRegisteredAt } from "../../state/storage/subtensorModule.js"
import { subnetExists } from "../existence.js"

/** How many blocks after its registration a subnet may be started: seven days. */
const BLOCKS_BEFORE_START = 50_400n

/**
 * The owner starts a subnet: from the next block on it takes part in emission. Once only, and not before a number of
 * blocks has passed since the registration. Its alpha could be bought before.
 *
 * @clause subnets-47
 * @source rao:pallets/subtensor/src/subnets/subnet.rs:340
 */
export function startCall(chain: Chain, origin: Origin, netuid: NetUid): void {
  const { state, blockNumber } = chain
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubNetworkDoesNotExist")
  ensureSubnetOwner(chain, origin, netuid)
  ensure(!FirstEmissionBlockNumber.has(state, netuid), "SubtensorModule.FirstEmissionBlockNumberAlreadySet")
  const mayStartAt = U64.saturatingAdd(NetworkRegisteredAt.get(state, netuid), BLOCKS_BEFORE_START)
  ensure(blockNumber >= mayStartAt, "SubtensorModule.NeedWaitingMoreBlocksToStarCall")

  const firstEmission = U64.saturatingAdd(blockNumber, 1n)
  FirstEmissionBlockNumber.set(state, netuid, firstEmission)
  chain.deposit(SubtensorModuleEvents.FirstEmissionBlockNumberSet, [netuid, firstEmission])
}
