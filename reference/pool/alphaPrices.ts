import { U64F64 } from "../numbers/formats.js"
import type { Chain } from "../state/chain.js"
import { type AlphaBalance, alphaBalance, type NetUid, ROOT, type TaoBalance } from "../state/primitives.js"
import { NetworksAdded } from "../state/storage/subtensorModule.js"
import { currentAlphaPrice, isDynamic } from "./swap.js"

/**
 * The median of the subnets' prices that are above zero, root left out; between two, their mean, truncated. One where
 * there is none.
 *
 * @clause pool-18
 * @source pallets/subtensor/src/staking/stake_utils.rs:78
 */
export function medianAlphaPrice(chain: Chain): U64F64 {
  const prices = NetworksAdded.entries(chain.state)
    .filter(([netuid, added]) => added && netuid !== ROOT)
    .map(([netuid]) => currentAlphaPrice(chain, netuid))
    .filter((price) => price > 0n)
    .sort((a, b) => (a < b ? -1 : 1))
  const lower = prices[Math.floor((prices.length - 1) / 2)]
  const upper = prices[Math.floor(prices.length / 2)]
  if (lower === undefined || upper === undefined) return U64F64.ONE
  if (prices.length % 2 === 1) return upper
  return U64F64.safeDiv(U64F64.saturatingAdd(lower, upper), U64F64.saturatingFromInteger(2n))
}

/**
 * The alpha that is worth an amount of TAO at the price of now, slippage and fee left out: floor(tao ÷ price). Nothing
 * for a price of zero; on a subnet without a pool as much as the TAO.
 *
 * @clause pool-20
 * @source pallets/swap/src/pallet/impls.rs:430
 */
export function alphaAmountForTao(chain: Chain, netuid: NetUid, tao: TaoBalance): AlphaBalance {
  if (!isDynamic(chain, netuid)) return alphaBalance(tao)
  const amount = U64F64.safeDiv(U64F64.fromInteger(tao), currentAlphaPrice(chain, netuid))
  return alphaBalance(U64F64.saturatingToU64(amount))
}
