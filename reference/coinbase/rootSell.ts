import { U64F64 } from "../numbers/formats.js"
import { movingAlphaPrice } from "../pool/alphaPrices.js"
import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"

/**
 * Whether root gets its part of alpha this block: the moving prices of all subnets that take part in emission sum to
 * more than one. The sum is a plain one and would wrap.
 *
 * @clause coinbase-05
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:457
 */
export function pricesExceedOne(movingPrices: readonly U64F64[]): boolean {
  return movingPrices.reduce<U64F64>((total, price) => U64F64.add(total, price), U64F64.ZERO) > U64F64.ONE
}

/**
 * The root sell flag of this block.
 *
 * @param subnets those that take part in emission
 * @clause coinbase-05
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:457
 */
export function rootSellFlag(chain: Chain, subnets: readonly NetUid[]): boolean {
  return pricesExceedOne(subnets.map((netuid) => movingAlphaPrice(chain, netuid)))
}
