import { epochWithMechanisms, type HotkeyEmission } from "../consensus/epochWithMechanisms.js"
import { U64 } from "../numbers/integers.js"
import { payRootDividends } from "../root/rootDividends.js"
import type { Chain } from "../state/chain.js"
import { LastMechansimStepBlock, TaoWeight } from "../state/storage/subtensorModule.js"
import { payAlphaDividends } from "./alphaDividends.js"
import { earnersOf } from "./dividendEarners.js"
import { splitDividends } from "./dividendSplit.js"
import { payIncentives } from "./incentives.js"
import { payOwnerCut } from "./ownerCut.js"
import type { PendingEmission } from "./pendingEmission.js"

/**
 * Runs the epoch of each subnet and gives out what it had gathered; then notes the block as that of its last epoch, so
 * that the epoch itself still sees the one before.
 *
 * @clause coinbase-14
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:430
 */
export function distributeEmissions(chain: Chain, drained: readonly PendingEmission[]): void {
  for (const pending of drained) {
    distributeEmission(chain, pending)
    LastMechansimStepBlock.set(chain.state, pending.netuid, chain.blockNumber)
  }
}

/**
 * Gives out what a subnet has gathered. The epoch divides servers', validators' and root's alpha together and so says
 * who deserves what; servers are then paid what it says, while its dividends only give the shares of the validators'
 * and of root's alpha. If it gives servers nothing, their alpha goes to the validators.
 *
 * @clause coinbase-14
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:838
 */
function distributeEmission(chain: Chain, pending: PendingEmission): void {
  const { netuid, server, validator } = pending
  const total = U64.saturatingAdd(U64.saturatingAdd(server, validator), pending.root)
  const emissions = epochWithMechanisms(chain, netuid, total)
  const { alpha, root } = splitDividends({
    earners: earnersOf(chain, netuid, emissions),
    pendingValidator: hasIncentive(emissions) ? validator : U64.saturatingAdd(validator, server),
    pendingRoot: pending.root,
    taoWeight: TaoWeight.get(chain.state),
  })
  payOwnerCut(chain, netuid, pending.ownerCut)
  payIncentives(chain, netuid, emissions)
  payAlphaDividends(chain, netuid, alpha)
  payRootDividends(chain, netuid, root)
}

/**
 * Whether the epoch gave miners anything.
 *
 * @clause coinbase-14
 * @clause coinbase-37
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:855
 */
export function hasIncentive(emissions: readonly HotkeyEmission[]): boolean {
  return emissions.some(({ serverEmission }) => serverEmission > 0n)
}
