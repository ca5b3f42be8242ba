import { setPendingChildrenAfterEpochs } from "../children/pendingChildren.js"
import { mintBlockEmission } from "../emission/blockEmission.js"
import { updateRegistrationPrices } from "../registration/burnPrice.js"
import { runAutoClaim } from "../root/autoClaim.js"
import { populateRootColdkeys } from "../root/populateRootColdkeys.js"
import type { Chain } from "../state/chain.js"
import { revealTimelockedCommits } from "../weights/timelockReveal.js"
import { cleanUpHotkeySwapRecords } from "./hotkeySwapRecords.js"
import { updateMovingPrices } from "./movingPrice.js"
import { updateRootProportions } from "./rootProportion.js"
import { runCoinbase } from "./runCoinbase.js"

/**
 * What SubtensorModule does at the start of every block, before any call.
 *
 * @clause coinbase-01
 * @source pallets/subtensor/src/coinbase/block_step.rs:7
 */
export function blockStep(chain: Chain): void {
  cleanUpHotkeySwapRecords(chain)
  updateRegistrationPrices(chain)
  const credit = mintBlockEmission(chain)
  revealTimelockedCommits(chain)
  runCoinbase(chain, credit)
  updateMovingPrices(chain)
  updateRootProportions(chain)
  setPendingChildrenAfterEpochs(chain)
  runAutoClaim(chain)
  populateRootColdkeys(chain)
}
