import { U16 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { type NetUid, type NetUidStorageIndex, netUid, netUidStorageIndex } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { MechanismCountCurrent } from "../state/storage/subtensorModule.js"
import { subnetExists } from "./existence.js"

/** The number of subnets that there is room for between one mechanism's storage indices and the next one's. */
export const SUBNETS_PER_MECHANISM = 4096

/** The mechanism that every subnet has. */
export const MAIN_MECHANISM = 0

/** A subnet and one of its mechanisms. */
export interface Mechanism {
  readonly netuid: NetUid
  readonly mechanism: number
}

/**
 * The storage index of a subnet's mechanism: netuid + 4096 × mechanism, each operation saturating at 65535.
 *
 * @clause subnets-03
 * @source pallets/subtensor/src/subnets/mechanism.rs:35
 */
export function mechanismStorageIndex(netuid: NetUid, mechanism: number): NetUidStorageIndex {
  return netUidStorageIndex(U16.saturatingAdd<number>(U16.saturatingMul(mechanism, SUBNETS_PER_MECHANISM), netuid))
}

/**
 * The subnet that a storage index belongs to: the remainder of the division by 4096.
 *
 * @clause subnets-03
 * @source pallets/subtensor/src/subnets/mechanism.rs:42
 */
export function netuidOfStorageIndex(index: NetUidStorageIndex): NetUid {
  return netUid(index % SUBNETS_PER_MECHANISM)
}

/**
 * The subnet and the mechanism that a storage index names.
 *
 * Refuses with SubtensorModule.MechanismDoesNotExist when the subnet does not exist or has no such mechanism.
 *
 * @clause subnets-03
 * @source pallets/subtensor/src/subnets/mechanism.rs:51
 */
export function mechanismOfStorageIndex(chain: Chain, index: NetUidStorageIndex): Mechanism {
  const netuid = netuidOfStorageIndex(index)
  const mechanism = U16.div<number>(index, SUBNETS_PER_MECHANISM)
  ensureMechanismExists(chain, netuid, mechanism)
  return { netuid, mechanism }
}

/**
 * Refuses with SubtensorModule.MechanismDoesNotExist unless the subnet exists and has the mechanism.
 *
 * @clause subnets-04
 * @source pallets/subtensor/src/subnets/mechanism.rs:83
 */
export function ensureMechanismExists(chain: Chain, netuid: NetUid, mechanism: number): void {
  ensure(subnetExists(chain, netuid), "SubtensorModule.MechanismDoesNotExist")
  ensure(MechanismCountCurrent.get(chain.state, netuid) > mechanism, "SubtensorModule.MechanismDoesNotExist")
}

/**
 * The storage indices of all mechanisms of a subnet, the main one first.
 *
 * @clause subnets-03
 * @source pallets/subtensor/src/subnets/uids.rs:27
 */
export function storageIndicesOf(chain: Chain, netuid: NetUid): readonly NetUidStorageIndex[] {
  const count = MechanismCountCurrent.get(chain.state, netuid)
  return Array.from({ length: count }, (_, mechanism) => mechanismStorageIndex(netuid, mechanism))
}
