import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import { NetworksAdded } from "../state/storage/subtensorModule.js"

/**
 * Whether the subnet exists. The root network exists when it is listed like any other.
 *
 * @clause subnets-01
 * @source pallets/subtensor/src/subnets/subnet.rs:16
 */
export function subnetExists(chain: Chain, netuid: NetUid): boolean {
  return NetworksAdded.get(chain.state, netuid)
}

/**
 * Every listed network, root included, in the order of the raw storage keys: by the low byte of the number first, so
 * that 256 comes between 0 and 1.
 *
 * @clause subnets-01
 * @source pallets/subtensor/src/subnets/subnet.rs:28
 */
export function subnetNetuids(chain: Chain): readonly NetUid[] {
  return NetworksAdded.keys(chain.state)
}
