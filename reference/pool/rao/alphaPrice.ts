import { I96F32, U96F32 } from "../../numbers/formats.js"
import { U64 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import type { NetUid } from "../../state/primitives.js"
import {
  EMAPriceHalvingBlocks,
  FirstEmissionBlockNumber,
  SubnetAlphaIn,
  SubnetMovingAlpha,
  SubnetMovingPrice,
  SubnetTAO,
} from "../../state/storage/subtensorModule.js"
import { constantProductPrice } from "../constantProduct.js"
import { isStable } from "../stable.js"

/**
 * The price of a subnet's alpha now, in rao per alpha rao; one on root and on a subnet of mechanism 0.
 *
 * @clause pool-30
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:33
 */
export function alphaPrice(chain: Chain, netuid: NetUid): U96F32 {
  const { state } = chain
  if (isStable(chain, netuid)) return U96F32.ONE
  return constantProductPrice({
    alphaReserve: SubnetAlphaIn.get(state, netuid),
    taoReserve: SubnetTAO.get(state, netuid),
  })
}

/**
 * The moving average of the price of a subnet's alpha, in rao per alpha rao; one on root and on a subnet of mechanism 0.
 * A negative average, which nothing writes, reads as zero.
 *
 * @clause pool-41
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:50
 */
export function movingAlphaPrice(chain: Chain, netuid: NetUid): U96F32 {
  if (isStable(chain, netuid)) return U96F32.ONE
  return U96F32.saturatingFromFixed(I96F32, SubnetMovingPrice.get(chain.state, netuid))
}

/** What the next value of a moving price is made of. */
export interface MovingPriceInput {
  /** The average so far. */
  readonly movingPrice: U96F32
  readonly currentPrice: U96F32
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
 * @clause pool-41
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:62
 */
export function nextMovingPrice(input: MovingPriceInput): I96F32 {
  const { movingPrice, currentPrice, movingAlpha, halvingBlocks } = input
  const age = U96F32.saturatingFromInteger(input.age)
  const maturity = U96F32.safeDiv(age, U96F32.saturatingAdd(age, U96F32.saturatingFromInteger(halvingBlocks)))
  const alpha = U96F32.saturatingMul(U96F32.saturatingFromFixed(I96F32, movingAlpha), maturity)
  const fromPrice = U96F32.saturatingMul(alpha, U96F32.min(currentPrice, U96F32.ONE))
  const fromAverage = U96F32.saturatingMul(U96F32.saturatingSub(U96F32.ONE, alpha), movingPrice)
  return I96F32.saturatingFromFixed(U96F32, U96F32.saturatingAdd(fromPrice, fromAverage))
}

/**
 * Moves a subnet's price average by one block.
 *
 * @clause pool-41
 * @source rao:pallets/subtensor/src/staking/stake_utils.rs:62
 */
export function updateMovingPrice(chain: Chain, netuid: NetUid): void {
  const { state, blockNumber } = chain
  const started = U64.saturatingSub(FirstEmissionBlockNumber.get(state, netuid) ?? 0n, 1n)
  const next = nextMovingPrice({
    movingPrice: movingAlphaPrice(chain, netuid),
    currentPrice: alphaPrice(chain, netuid),
    movingAlpha: SubnetMovingAlpha.get(state),
    age: U64.saturatingSub(blockNumber, started),
    halvingBlocks: EMAPriceHalvingBlocks.get(state, netuid),
  })
  SubnetMovingPrice.set(state, netuid, next)
}
