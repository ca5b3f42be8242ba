import { I96F32, U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { type AlphaBalance, alphaBalance, type NetUid, ROOT, type TaoBalance } from "../state/primitives.js"
import {
  EMAPriceHalvingBlocks,
  FirstEmissionBlockNumber,
  NetworksAdded,
  SubnetMovingAlpha,
  SubnetMovingPrice,
} from "../state/storage/subtensorModule.js"
import { isStable } from "./stable.js"
import { currentAlphaPrice, isDynamic } from "./swap.js"

/**
 * The median of the subnets' prices that are above zero, root left out; between two, their mean, truncated. One where
 * there is none.
 *
 * @clause pool-18
 * @source pallets/subtensor/src/staking/stake_utils.rs:74
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
 * @source pallets/swap/src/pallet/impls.rs:428
 */
export function alphaAmountForTao(chain: Chain, netuid: NetUid, tao: TaoBalance): AlphaBalance {
  if (!isDynamic(chain, netuid)) return alphaBalance(tao)
  const amount = U64F64.safeDiv(U64F64.fromInteger(tao), currentAlphaPrice(chain, netuid))
  return alphaBalance(U64F64.saturatingToU64(amount))
}

/**
 * The moving average of the price of a subnet's alpha, in rao per alpha rao; one on root and on a subnet of mechanism 0.
 * A negative average, which nothing writes, reads as zero.
 *
 * @clause pool-22
 * @source pallets/subtensor/src/staking/stake_utils.rs:24
 */
export function movingAlphaPrice(chain: Chain, netuid: NetUid): U64F64 {
  if (isStable(chain, netuid)) return U64F64.ONE
  return U64F64.saturatingFromFixed(I96F32, SubnetMovingPrice.get(chain.state, netuid))
}

/** What the next value of a moving price is made of. */
export interface MovingPriceInput {
  /** The average so far. */
  readonly movingPrice: U64F64
  readonly currentPrice: U64F64
  /** The weight of a new price once the subnet is old. */
  readonly movingAlpha: I96F32
  /** Blocks since the subnet was started. */
  readonly age: bigint
  /** The age at which a new price has half of its final weight. */
  readonly halvingBlocks: bigint
}

/**
 * The moving price after one more block: a · min(price, 1) + (1 − a) · average, where a is the moving alpha times
 * age ÷ (age + halving blocks).
 *
 * @clause pool-22
 * @source pallets/subtensor/src/staking/stake_utils.rs:37
 */
export function nextMovingPrice(input: MovingPriceInput): I96F32 {
  const { movingPrice, currentPrice, movingAlpha, halvingBlocks } = input
  const age = U64F64.saturatingFromInteger(input.age)
  const maturity = U64F64.safeDiv(age, U64F64.saturatingAdd(age, U64F64.saturatingFromInteger(halvingBlocks)))
  const alpha = U64F64.saturatingMul(U64F64.saturatingFromFixed(I96F32, movingAlpha), maturity)
  const fromPrice = U64F64.saturatingMul(alpha, U64F64.min(currentPrice, U64F64.ONE))
  const fromAverage = U64F64.saturatingMul(U64F64.saturatingSub(U64F64.ONE, alpha), movingPrice)
  return I96F32.saturatingFromFixed(U64F64, U64F64.saturatingAdd(fromPrice, fromAverage))
}

/**
 * Moves a subnet's price average by one block.
 *
 * @clause pool-22
 * @source pallets/subtensor/src/staking/stake_utils.rs:37
 */
export function updateMovingPrice(chain: Chain, netuid: NetUid): void {
  const { state, blockNumber } = chain
  const started = U64.saturatingSub(FirstEmissionBlockNumber.get(state, netuid) ?? 0n, 1n)
  const next = nextMovingPrice({
    movingPrice: movingAlphaPrice(chain, netuid),
    currentPrice: currentAlphaPrice(chain, netuid),
    movingAlpha: SubnetMovingAlpha.get(state),
    age: U64.saturatingSub(blockNumber, started),
    halvingBlocks: EMAPriceHalvingBlocks.get(state, netuid),
  })
  SubnetMovingPrice.set(state, netuid, next)
}
