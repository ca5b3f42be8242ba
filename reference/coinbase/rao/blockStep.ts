import { setPendingChildren } from "../../children/rao/pendingChildren.js"
import { blockEmission } from "../../emission/blockEmission.js"
import { adjustRegistrationTerms } from "../../registration/rao/adjustTerms.js"
import type { Chain } from "../../state/chain.js"
import { subnetNetuids } from "../../subnets/existence.js"
import { shouldRunEpoch } from "./epochSchedule.js"
import { runCoinbase } from "./runCoinbase.js"

/**
 * What SubtensorModule does at the start of every block, before any call.
 *
 * @clause coinbase-30
 * @source rao:pallets/subtensor/src/coinbase/block_step.rs:8
 */
export function blockStep(chain: Chain): void {
  adjustRegistrationTerms(chain)
  runCoinbase(chain, blockEmission(chain))
  setPendingChildrenOfDueSubnets(chain)
}

/**
 * Sets the pending children of every network whose epoch is due in this block, of root too.
 *
 * @clause coinbase-30
 * @source rao:pallets/subtensor/src/coinbase/block_step.rs:28
 */
function setPendingChildrenOfDueSubnets(chain: Chain): void {
  for (const netuid of subnetNetuids(chain)) {
    if (shouldRunEpoch(chain, netuid)) setPendingChildren(chain, netuid)
  }
}
