import { U64 } from "../numbers/integers.js"
import { movingAlphaPrice } from "../pool/alphaPrices.js"
import type { Chain } from "../state/chain.js"
import { type NetUid, ROOT } from "../state/primitives.js"
import { NetworkImmunityPeriod, NetworkRegisteredAt, NetworksAdded } from "../state/storage/subtensorModule.js"

/**
 * The subnets that there are, root left out, in the order of the raw keys.
 *
 * @clause subnets-11
 * @source pallets/subtensor/src/coinbase/root.rs:600
 */
export function subnetsBesideRoot({ state }: Chain): readonly NetUid[] {
  return NetworksAdded.entries(state).flatMap(([netuid, added]) => (added && netuid !== ROOT ? [netuid] : []))
}

/**
 * The subnet that has to make room for a new one; undefined when all are immune. It is the one with the lowest moving
 * price, of equals the one registered first, of these the first in the order of the raw keys.
 *
 * @clause subnets-11
 * @source pallets/subtensor/src/coinbase/root.rs:593
 */
export function networkToPrune(chain: Chain): NetUid | undefined {
  const [first, ...others] = subnetsBesideRoot(chain)
    .filter((netuid) => !isNetworkImmune(chain, netuid))
    .map((netuid) => ({
      netuid,
      price: movingAlphaPrice(chain, netuid),
      registeredAt: NetworkRegisteredAt.get(chain.state, netuid),
    }))
  if (first === undefined) return undefined
  return others.reduce((worst, next) => (goesBefore(next, worst) ? next : worst), first).netuid
}

interface PruningRank {
  readonly price: bigint
  readonly registeredAt: bigint
}

function goesBefore(a: PruningRank, b: PruningRank): boolean {
  return a.price === b.price ? a.registeredAt < b.registeredAt : a.price < b.price
}

/**
 * Whether a subnet is too young to make room for another: registered fewer blocks ago than the immunity period.
 *
 * @clause subnets-11
 * @source pallets/subtensor/src/coinbase/root.rs:607
 */
function isNetworkImmune({ state, blockNumber }: Chain, netuid: NetUid): boolean {
  return blockNumber < U64.saturatingAdd(NetworkRegisteredAt.get(state, netuid), NetworkImmunityPeriod.get(state))
}
