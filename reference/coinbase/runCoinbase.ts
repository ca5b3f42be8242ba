import { subnetsToEmitTo } from "../emission/eligibleSubnets.js"
import { subnetBlockEmissions } from "../emission/subnetShares.js"
import { U96F32 } from "../numbers/formats.js"
import type { Credit } from "../state/balancesCredit.js"
import type { Chain } from "../state/chain.js"
import { ROOT } from "../state/primitives.js"
import { SubnetRootSellTao } from "../state/storage/subtensorModule.js"
import { subnetNetuids } from "../subnets/existence.js"
import { distributeEmissions } from "./distribution.js"
import { emitToSubnets } from "./emitToSubnets.js"
import { drainPending } from "./pendingEmission.js"
import { rootSellFlag } from "./rootSell.js"

/**
 * Divides the block's TAO between the subnets, emits to them, and runs the epochs that are due.
 *
 * @param credit the block's TAO, minted
 * @clause coinbase-01
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:24
 */
export function runCoinbase(chain: Chain, credit: Credit): void {
  SubnetRootSellTao.clear(chain.state)
  const subnets = subnetNetuids(chain).filter((netuid) => netuid !== ROOT)
  const emitting = subnetsToEmitTo(chain, subnets)
  const emissions = subnetBlockEmissions(chain, emitting, U96F32.saturatingFromInteger(credit.amount))
  emitToSubnets(chain, emitting, emissions, credit, rootSellFlag(chain, emitting))
  distributeEmissions(chain, drainPending(chain, subnets))
}
