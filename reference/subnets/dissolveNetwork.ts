import { removeLocksOfSubnet } from "../locks/removeLocks.js"
import { forgetClaimsOfSubnet } from "../root/forgetClaims.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { type NetUid, ROOT } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { FeeRate, PalSwapInitialized, SwapBalancer } from "../state/storage/swap.js"
import { forgetCommitments } from "./commitments.js"
import { subnetExists } from "./existence.js"
import { payOutStakes } from "./payOutStakes.js"
import { removeNetwork } from "./removeNetwork.js"

/**
 * Dissolves a subnet: root dividends that nobody claimed are lost, everybody who holds its alpha is paid, and what the
 * chain knows of it is removed.
 *
 * @clause subnets-20, subnets-27
 * @source pallets/subtensor/src/coinbase/root.rs:206
 */
export function dissolveNetwork(chain: Chain, netuid: NetUid): void {
  ensure(subnetExists(chain, netuid) && netuid !== ROOT, "SubtensorModule.SubnetNotExists")
  forgetClaimsOfSubnet(chain, netuid)
  payOutStakes(chain, netuid)
  removeLocksOfSubnet(chain, netuid)
  forgetPool(chain, netuid)
  forgetCommitments(chain, netuid)
  removeNetwork(chain, netuid)
  chain.deposit(SubtensorModuleEvents.NetworkRemoved, netuid)
}

/**
 * Removes what the pool of a subnet was set to; what it held has been paid out.
 *
 * @clause subnets-20
 * @source pallets/swap/src/pallet/impls.rs:289
 */
function forgetPool({ state }: Chain, netuid: NetUid): void {
  PalSwapInitialized.remove(state, netuid)
  FeeRate.remove(state, netuid)
  SwapBalancer.remove(state, netuid)
}
