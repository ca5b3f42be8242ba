import type { Chain } from "../state/chain.js"
import { type NetUid, ROOT } from "../state/primitives.js"
import { SubnetMechanism } from "../state/storage/subtensorModule.js"

/** The mechanism of a subnet without a pool. */
const STABLE_MECHANISM = 0

/**
 * Whether one rao is one alpha rao there whatever is swapped: on root and on subnets of mechanism 0.
 *
 * @clause staking-22
 * @source pallets/subtensor/src/staking/add_stake.rs:170
 */
export function isStable({ state }: Chain, netuid: NetUid): boolean {
  return netuid === ROOT || SubnetMechanism.get(state, netuid) === STABLE_MECHANISM
}
