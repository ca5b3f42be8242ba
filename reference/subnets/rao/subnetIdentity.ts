import type { ValueOf } from "../../interface/valueType.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import { ensureSigned, type Origin } from "../../state/origin.js"
import type { NetUid } from "../../state/primitives.js"
import type { subnetIdentityV2 } from "../../state/rao/namedTypes.js"
import { SubnetIdentitiesV2 } from "../../state/rao/storage/subtensorModule.js"
import { ensure } from "../../state/refusal.js"
import { SubnetOwner } from "../../state/storage/subtensorModule.js"
import { isValidSubnetIdentity } from "../subnetIdentity.js"

/** Who a subnet says it is. */
export type SubnetIdentity = ValueOf<typeof subnetIdentityV2>

/**
 * Stores who a subnet says it is. Refuses with SubtensorModule.InvalidIdentity when a part is too long.
 *
 * @clause subnets-41
 * @source rao:pallets/subtensor/src/utils/identity.rs:196
 */
export function storeSubnetIdentity(chain: Chain, netuid: NetUid, identity: SubnetIdentity): void {
  ensure(isValidSubnetIdentity(identity), "SubtensorModule.InvalidIdentity")
  SubnetIdentitiesV2.set(chain.state, netuid, identity)
  chain.deposit(SubtensorModuleEvents.SubnetIdentitySet, netuid)
}

/**
 * Stores who a subnet says it is, on its owner's word.
 *
 * @clause subnets-42
 * @source rao:pallets/subtensor/src/utils/identity.rs:98
 */
export function setSubnetIdentity(chain: Chain, origin: Origin, netuid: NetUid, identity: SubnetIdentity): void {
  const signer = ensureSigned(origin)
  ensure(SubnetOwner.get(chain.state, netuid) === signer, "SubtensorModule.NotSubnetOwner")
  storeSubnetIdentity(chain, netuid, identity)
}

/**
 * Forgets who a subnet said it is, if it did.
 *
 * @clause subnets-45
 * @source rao:pallets/subtensor/src/coinbase/root.rs:426
 */
export function removeSubnetIdentity(chain: Chain, netuid: NetUid): void {
  if (!SubnetIdentitiesV2.has(chain.state, netuid)) return
  SubnetIdentitiesV2.remove(chain.state, netuid)
  chain.deposit(SubtensorModuleEvents.SubnetIdentityRemoved, netuid)
}
