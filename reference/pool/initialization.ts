import type { U64F64 } from "../numbers/formats.js"
import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import { attempt, ensure } from "../state/refusal.js"
import { SubnetAlphaIn, SubnetTAO } from "../state/storage/subtensorModule.js"
import { FeeRate, PalSwapInitialized, SwapBalancer } from "../state/storage/swap.js"
import { decreaseAlphaReserve, decreaseTaoReserve } from "./reserves.js"
import { EVEN_WEIGHT, weightForPrice } from "./weights.js"

/**
 * Gives a subnet's pool its weights, once: even ones, or those that give its reserves the price asked for (U64F64).
 * Refuses with ReservesOutOfBalance when no allowed weight does.
 *
 * @clause pool-15
 * @source pallets/swap/src/pallet/impls.rs:38
 */
export function initializeSwap(chain: Chain, netuid: NetUid, price: U64F64 | undefined): void {
  const { state } = chain
  if (PalSwapInitialized.get(state, netuid)) return
  const quote =
    price === undefined
      ? EVEN_WEIGHT
      : weightForPrice(price, SubnetTAO.get(state, netuid), SubnetAlphaIn.get(state, netuid))
  ensure(quote !== undefined, "Swap.ReservesOutOfBalance")
  SwapBalancer.set(state, netuid, { quote })
  PalSwapInitialized.set(state, netuid, true)
}

/**
 * Initialises the pool of a new subnet; where that is refused, the pool stays as it is.
 *
 * @clause pool-15
 * @source pallets/swap/src/pallet/impls.rs:423
 */
export function tryInitializeSwap(chain: Chain, netuid: NetUid, price: U64F64 | undefined): void {
  attempt(() => initializeSwap(chain, netuid, price))
}

/**
 * Empties a subnet's pool and forgets its weights and fee.
 *
 * @clause pool-16
 * @source pallets/swap/src/pallet/impls.rs:289
 */
export function clearProtocolLiquidity(chain: Chain, netuid: NetUid): void {
  const { state } = chain
  const tao = SubnetTAO.get(state, netuid)
  const alpha = SubnetAlphaIn.get(state, netuid)
  decreaseTaoReserve(chain, netuid, tao)
  decreaseAlphaReserve(chain, netuid, alpha)
  PalSwapInitialized.remove(state, netuid)
  FeeRate.remove(state, netuid)
  SwapBalancer.remove(state, netuid)
}
