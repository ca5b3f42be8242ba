import type { Chain } from "../state/chain.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { SubnetOwner } from "../state/storage/subtensorModule.js"

/**
 * The account that signed, if it owns the subnet. Refuses everybody else, root included, with BadOrigin.
 *
 * @clause hyperparameters-01
 * @source pallets/subtensor/src/utils/misc.rs:25
 */
export function ensureSubnetOwner(chain: Chain, origin: Origin, netuid: NetUid): AccountId {
  const signer = ensureSigned(origin)
  ensure(SubnetOwner.get(chain.state, netuid) === signer, "BadOrigin")
  return signer
}

/**
 * The account that signed, if it owns the subnet; undefined for root. Refuses everybody else with BadOrigin.
 *
 * @clause hyperparameters-01
 * @source pallets/subtensor/src/utils/misc.rs:12
 */
export function ensureSubnetOwnerOrRoot(chain: Chain, origin: Origin, netuid: NetUid): AccountId | undefined {
  return origin.kind === "root" ? undefined : ensureSubnetOwner(chain, origin, netuid)
}
