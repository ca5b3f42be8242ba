import type { Chain } from "../state/chain.js"
import { type NetUid, ROOT } from "../state/primitives.js"
import {
  FirstEmissionBlockNumber,
  NetworkRegistrationAllowed,
  SubtokenEnabled,
} from "../state/storage/subtensorModule.js"

/**
 * The subnets among these that take part in emission, in the order given: not root, started, with their alpha enabled,
 * and open for registration. When they were started does not matter.
 *
 * @clause emission-10
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:21
 */
export function subnetsToEmitTo(chain: Chain, subnets: readonly NetUid[]): readonly NetUid[] {
  return subnets.filter((netuid) => takesPartInEmission(chain, netuid))
}

/**
 * Whether a subnet takes part in emission.
 *
 * @clause emission-10
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:24
 */
function takesPartInEmission({ state }: Chain, netuid: NetUid): boolean {
  return (
    netuid !== ROOT &&
    FirstEmissionBlockNumber.has(state, netuid) &&
    SubtokenEnabled.get(state, netuid) &&
    NetworkRegistrationAllowed.get(state, netuid)
  )
}
