import { updateMovingPrice } from "../../pool/rao/alphaPrice.js"
import type { Chain } from "../../state/chain.js"
import { type NetUid, ROOT, type TaoBalance } from "../../state/primitives.js"
import { FirstEmissionBlockNumber } from "../../state/storage/subtensorModule.js"
import { subnetNetuids } from "../../subnets/existence.js"
import { runDueEpoch } from "./dueEpoch.js"
import { injectTerms } from "./injection.js"
import { laySharesAside } from "./participants.js"
import { termsOfSubnets } from "./subnetTerms.js"

/**
 * Divides the block's TAO between the subnets that have been started, emits to them, and runs the epochs that are due,
 * also of those that have not been started.
 *
 * @param blockEmission rao
 * @clause coinbase-31
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:35
 */
export function runCoinbase(chain: Chain, blockEmission: TaoBalance): void {
  const subnets = subnetNetuids(chain).filter((netuid) => netuid !== ROOT)
  emitToSubnets(
    chain,
    subnets.filter((netuid) => FirstEmissionBlockNumber.has(chain.state, netuid)),
    blockEmission,
  )
  for (const netuid of subnets) runDueEpoch(chain, netuid)
}

/**
 * Brings the subnets what is theirs of the block. All terms are those of before the first injection, all injections
 * come before the first sale of root's alpha, and the moving prices move last.
 *
 * @clause coinbase-31
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:54
 */
function emitToSubnets(chain: Chain, subnets: readonly NetUid[], blockEmission: TaoBalance): void {
  const terms = termsOfSubnets(chain, subnets, blockEmission)
  for (const of of terms) injectTerms(chain, of)
  for (const { netuid, alphaOut } of terms) laySharesAside(chain, netuid, alphaOut)
  for (const netuid of subnets) updateMovingPrice(chain, netuid)
}
