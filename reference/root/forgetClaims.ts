import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import { RootClaimable, RootClaimed } from "../state/storage/subtensorModule.js"

/**
 * Forgets what may be claimed and what was claimed of a subnet's root dividends. What nobody has claimed is lost.
 *
 * @clause root-20
 * @source pallets/subtensor/src/staking/claim_root.rs:498
 */
export function forgetClaimsOfSubnet({ state }: Chain, netuid: NetUid): void {
  for (const [hotkey, rates] of RootClaimable.entries(state)) {
    const others = rates.filter(([of]) => of !== netuid)
    RootClaimable.set(state, hotkey, others)
  }
  RootClaimed.clearUnder(state, netuid)
}
