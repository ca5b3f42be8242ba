import { I96F32, U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { type AlphaBalance, alphaBalance, type NetUid, ROOT, type TaoBalance } from "../state/primitives.js"
import {
  EMAPriceHalvingBlocks,
  FirstEmissionBlockNumber,
  NetworksAdded,
  SubnetMechanism,
  SubnetMovingAlpha,
  SubnetMovingPrice,
} from "../state/storage/subtensorModule.js"
import { currentAlphaPrice, isDynamic } from "./swap.js"

/**
 * The moving average of a subnet's price (U64F64): one for root and for subnets of mechanism 0.
 *
 * @clause pool-20
 * @source pallets/subtensor/src/staking/stake_utils.rs:24
 */
export function movingAlphaPrice(chain: Chain, netuid: NetUid): U64F64 {
  if (netuid === ROOT || SubnetMechanism.get(chain.state, netuid) === 0) return U64F64.ONE
  return U64F64.saturatingFromFixed(I96F32, SubnetMovingPrice.get(chain.state, netuid))
}

/**
 * Moves the average toward the price of now, or toward one where that is above it, by `SubnetMovingAlpha` × b ÷ (b + h):
 * b the blocks since the subnet was started, h `EMAPriceHalvingBlocks`.
 *
 * @clause pool-20
 * @source pallets/subtensor/src/staking/stake_utils.rs:37
 */
export function updateMovingPrice(chain: Chain, netuid: NetUid): void {
  const { state } = chain
  const blocks = blocksSinceStart(chain, netuid)
  const halving = U64F64.saturatingFromInteger(EMAPriceHalvingBlocks.get(state, netuid))
  const age = U64F64.safeDiv(blocks, U64F64.saturatingAdd(blocks, halving))
  const pace = U64F64.saturatingMul(U64F64.saturatingFromFixed(I96F32, SubnetMovingAlpha.get(state)), age)
  const price = U64F64.min(currentAlphaPrice(chain, netuid), U64F64.ONE)
  const fromNow = U64F64.saturatingMul(pace, price)
  const rest = U64F64.saturatingSub(U64F64.ONE, pace)
  const fromBefore = U64F64.saturatingMul(rest, movingAlphaPrice(chain, netuid))
  const average = U64F64.saturatingAdd(fromNow, fromBefore)
  SubnetMovingPrice.set(state, netuid, I96F32.saturatingFromFixed(U64F64, average))
}

/**
 * The blocks since the one before the first emission, as U64F64; all blocks where the subnet has no first emission.
 *
 * @clause pool-20
 * @source pallets/subtensor/src/staking/stake_utils.rs:38
 */
function blocksSinceStart(chain: Chain, netuid: NetUid): U64F64 {
  const start = U64.saturatingSub(FirstEmissionBlockNumber.get(chain.state, netuid) ?? 0n, 1n)
  return U64F64.saturatingFromInteger(U64.saturatingSub(chain.blockNumber, start))
}

/**
 * The median of the subnets' prices that are above zero, root left out; between two, their mean, truncated. One where
 * there is none.
 *
 * @clause pool-21
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
 * @clause pool-22
 * @source pallets/swap/src/pallet/impls.rs:430
 */
export function alphaAmountForTao(chain: Chain, netuid: NetUid, tao: TaoBalance): AlphaBalance {
  if (!isDynamic(chain, netuid)) return alphaBalance(tao)
  const amount = U64F64.safeDiv(U64F64.fromInteger(tao), currentAlphaPrice(chain, netuid))
  return alphaBalance(U64F64.saturatingToU64(amount))
}
