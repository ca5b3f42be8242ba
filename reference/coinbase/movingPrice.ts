import { subnetsToEmitTo } from "../emission/eligibleSubnets.js"
import { updateMovingPrice } from "../pool/alphaPrices.js"
import type { Chain } from "../state/chain.js"
import { subnetNetuids } from "../subnets/existence.js"

/**
 * Moves the price average of each subnet that takes part in emission, after this block's emission has used it.
 *
 * @clause coinbase-21
 * @source pallets/subtensor/src/coinbase/block_step.rs:48
 */
export function updateMovingPrices(chain: Chain): void {
  for (const netuid of subnetsToEmitTo(chain, subnetNetuids(chain))) updateMovingPrice(chain, netuid)
}
