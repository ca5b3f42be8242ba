import type { Chain } from "../state/chain.js"
import { SwapEvents } from "../state/events.js"
import { ensureRoot, type Origin } from "../state/origin.js"
import type { NetUid } from "../state/primitives.js"
import { ensure, refuse } from "../state/refusal.js"
import { FeeRate } from "../state/storage/swap.js"
import { subnetExists } from "../subnets/existence.js"

/**
 * Sets the fee of a subnet's swaps, in parts of 65535 (u16). Refuses with BadOrigin all but root, with
 * MechanismDoesNotExist, and with FeeRateTooHigh.
 *
 * @clause pool-21
 * @source pallets/swap/src/pallet/mod.rs:185
 */
export function setFeeRate(chain: Chain, origin: Origin, netuid: NetUid, rate: number): void {
  ensureRoot(origin)
  ensure(subnetExists(chain, netuid), "Swap.MechanismDoesNotExist")
  ensure(rate <= chain.constants.swapMaxFeeRate, "Swap.FeeRateTooHigh")
  FeeRate.set(chain.state, netuid, rate)
  chain.deposit(SwapEvents.FeeRateSet, { netuid, rate })
}

/**
 * Refuses with Deprecated: what the chain keeps and never does.
 *
 * @clause pool-23
 * @source pallets/swap/src/pallet/mod.rs:206
 */
export function refuseRetiredCall(): void {
  throw refuse("Swap.Deprecated")
}
