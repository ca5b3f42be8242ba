import type { U96F32 } from "../numbers/formats.js"
import { movingAlphaPrice } from "../pool/alphaPrices.js"
import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import { MinerBurned, SubnetEmissionEnabled } from "../state/storage/subtensorModule.js"
import { emissionOfShare, type PricedSubnet, sharesOfEnabled, sharesOfPrices } from "./shares.js"

/** A subnet and what its share depends on. */
interface Candidate extends PricedSubnet {
  readonly netuid: NetUid
}

/**
 * What each of the subnets gets of the block's TAO, in rao with a fraction. Those whose emission is switched off are
 * listed with nothing. What the roundings leave over nobody gets.
 *
 * @param blockEmission rao
 * @clause emission-12
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:34
 */
export function subnetBlockEmissions(
  chain: Chain,
  subnets: readonly NetUid[],
  blockEmission: U96F32,
): ReadonlyMap<NetUid, U96F32> {
  const shares = sharesOfEnabled(sharesOfPrices(subnets.map((netuid) => candidate(chain, netuid))))
  return new Map(shares.map((subnet) => [subnet.netuid, emissionOfShare(blockEmission, subnet)]))
}

function candidate(chain: Chain, netuid: NetUid): Candidate {
  return {
    netuid,
    movingPrice: movingAlphaPrice(chain, netuid),
    minerBurned: MinerBurned.get(chain.state, netuid),
    emissionEnabled: SubnetEmissionEnabled.get(chain.state, netuid),
  }
}
