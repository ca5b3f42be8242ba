import { emitToSubnets } from "../../../reference/coinbase/emitToSubnets.js"
import { cleanUpHotkeySwapRecords } from "../../../reference/coinbase/hotkeySwapRecords.js"
import { drainPending } from "../../../reference/coinbase/pendingEmission.js"
import { rootSellFlag } from "../../../reference/coinbase/rootSell.js"
import type { EpochInput } from "../../../reference/consensus/epochInput.js"
import { readEpochInput } from "../../../reference/consensus/readEpochInput.js"
import { mintBlockEmission } from "../../../reference/emission/blockEmission.js"
import { subnetsToEmitTo } from "../../../reference/emission/eligibleSubnets.js"
import { subnetBlockEmissions } from "../../../reference/emission/subnetShares.js"
import { U96F32 } from "../../../reference/numbers/formats.js"
import { U64 } from "../../../reference/numbers/integers.js"
import { updateRegistrationPrices } from "../../../reference/registration/burnPrice.js"
import { startBlock } from "../../../reference/state/blockStart.js"
import type { Chain } from "../../../reference/state/chain.js"
import { type NetUid, ROOT } from "../../../reference/state/primitives.js"
import { MechanismCountCurrent } from "../../../reference/state/storage/subtensorModule.js"
import { subnetNetuids } from "../../../reference/subnets/existence.js"
import { revealTimelockedCommits } from "../../../reference/weights/timelockReveal.js"

/** An epoch that a block runs first, and all that it depends on. */
export interface EpochDue {
  readonly netuid: NetUid
  readonly input: EpochInput
}

/** The first epoch of the block, of a subnet with one mechanism: the block step is carried out as far as there, and undone. */
export function firstEpochDue(chain: Chain): EpochDue | undefined {
  return chain.simulate(() => {
    startBlock(chain)
    cleanUpHotkeySwapRecords(chain)
    updateRegistrationPrices(chain)
    const credit = mintBlockEmission(chain)
    revealTimelockedCommits(chain)
    const subnets = subnetNetuids(chain).filter((netuid) => netuid !== ROOT)
    const emitting = subnetsToEmitTo(chain, subnets)
    const emissions = subnetBlockEmissions(chain, emitting, U96F32.saturatingFromInteger(credit.amount))
    emitToSubnets(chain, emitting, emissions, credit, rootSellFlag(chain, emitting))
    const [first] = drainPending(chain, subnets)
    if (first === undefined || MechanismCountCurrent.get(chain.state, first.netuid) !== 1) return undefined
    const total = U64.saturatingAdd(U64.saturatingAdd(first.server, first.validator), first.root)
    return { netuid: first.netuid, input: readEpochInput(chain, first.netuid, 0, total) }
  })
}
