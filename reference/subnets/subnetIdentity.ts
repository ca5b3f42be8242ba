import type { ValueOf } from "../interface/valueType.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { subnetIdentityV3 } from "../state/namedTypes.js"
import type { NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { fromHex } from "../state/scaleTypes.js"
import { SubnetIdentitiesV3 } from "../state/storage/subtensorModule.js"

/** Who a subnet says it is. */
export type SubnetIdentity = ValueOf<typeof subnetIdentityV3>

/** How many bytes each part of an identity may have. */
const MOST_BYTES = [
  ["subnet_name", 256],
  ["github_repo", 1024],
  ["subnet_contact", 1024],
  ["subnet_url", 1024],
  ["discord", 256],
  ["description", 1024],
  ["logo_url", 1024],
  ["additional", 1024],
] as const

/**
 * Stores who a subnet says it is. Refuses with SubtensorModule.InvalidIdentity when a part is too long.
 *
 * @clause subnets-16
 * @source pallets/subtensor/src/subnets/subnet.rs:262
 */
export function storeSubnetIdentity(chain: Chain, netuid: NetUid, identity: SubnetIdentity): void {
  ensure(isValidSubnetIdentity(identity), "SubtensorModule.InvalidIdentity")
  SubnetIdentitiesV3.set(chain.state, netuid, identity)
  chain.deposit(SubtensorModuleEvents.SubnetIdentitySet, netuid)
}

/**
 * Whether no part of an identity is too long, of those that the fork has.
 *
 * @clause subnets-16
 * @source pallets/subtensor/src/utils/identity.rs:204
 */
export function isValidSubnetIdentity(identity: Partial<SubnetIdentity>): boolean {
  return MOST_BYTES.every(([part, most]) => fromHex(identity[part] ?? "0x").length <= most)
}
