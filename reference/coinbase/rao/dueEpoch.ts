import { U64 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import { type AlphaBalance, type NetUid, NO_ALPHA, NO_TAO, type TaoBalance } from "../../state/primitives.js"
import { PendingAlphaSwapped, PendingEmission, PendingRootDivs } from "../../state/rao/storage/subtensorModule.js"
import { BlocksSinceLastStep, LastMechansimStepBlock, PendingOwnerCut } from "../../state/storage/subtensorModule.js"
import { revealTimelockedCommits } from "../../weights/rao/timelockReveal.js"
import { distributeEmission } from "./distribution.js"
import { shouldRunEpoch } from "./epochSchedule.js"

/** What a subnet has gathered since its last epoch. */
export interface GatheredEmission {
  /** For miners and validators, in alpha rao. */
  readonly alpha: AlphaBalance
  /** What root's alpha was sold for, in rao. */
  readonly rootTao: TaoBalance
  /** Root's alpha that was sold, in alpha rao. */
  readonly alphaSold: AlphaBalance
  /** In alpha rao. */
  readonly ownerCut: AlphaBalance
}

/**
 * Runs a subnet's epoch if it is due: reveals weights, starts counting blocks anew and gives out what was gathered.
 * Else counts the block.
 *
 * @clause coinbase-36
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:228
 */
export function runDueEpoch(chain: Chain, netuid: NetUid): void {
  const { state, blockNumber } = chain
  if (!shouldRunEpoch(chain, netuid)) {
    BlocksSinceLastStep.mutate(state, netuid, (blocks) => U64.saturatingAdd(blocks, 1n))
    return
  }
  revealTimelockedCommits(chain, netuid)
  BlocksSinceLastStep.set(state, netuid, 0n)
  LastMechansimStepBlock.set(state, netuid, blockNumber)
  distributeEmission(chain, netuid, takeGathered(chain, netuid))
}

/**
 * What the subnet has gathered; nothing is left.
 *
 * @clause coinbase-36
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:243
 */
function takeGathered({ state }: Chain, netuid: NetUid): GatheredEmission {
  const gathered = {
    alpha: PendingEmission.get(state, netuid),
    rootTao: PendingRootDivs.get(state, netuid),
    alphaSold: PendingAlphaSwapped.get(state, netuid),
    ownerCut: PendingOwnerCut.get(state, netuid),
  }
  PendingEmission.set(state, netuid, NO_ALPHA)
  PendingRootDivs.set(state, netuid, NO_TAO)
  PendingAlphaSwapped.set(state, netuid, NO_ALPHA)
  PendingOwnerCut.set(state, netuid, NO_ALPHA)
  return gathered
}
