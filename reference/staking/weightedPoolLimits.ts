import { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { amountToLimit } from "../pool/constantProductLimits.js"
import { currentAlphaPrice, isDynamic, MAX_INPUT_PER_RESERVE, poolOf, simulateSwapToLimit } from "../pool/swap.js"
import { BUY, SELL } from "../pool/swapOrder.js"
import type { Chain } from "../state/chain.js"
import {
  type AlphaBalance,
  alphaBalance,
  type NetUid,
  NO_ALPHA,
  ROOT,
  type TaoBalance,
  taoBalance,
} from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { SubnetAlphaIn, SubnetTAO } from "../state/storage/subtensorModule.js"
import type { PoolLimits } from "./stakingRules.js"

const RAO_PER_TAO = U64F64.saturatingFromInteger(1_000_000_000n)

/**
 * The most rao, fee included, that a weighted pool takes before its price goes beyond a limit (rao per alpha). Refuses as
 * the swap does: with PriceLimitExceeded when the price is at the limit already.
 *
 * @clause staking-55
 * @source pallets/subtensor/src/staking/add_stake.rs:180
 */
function maxToAddToPool(chain: Chain, netuid: NetUid, limitPrice: TaoBalance): TaoBalance {
  const result = simulateSwapToLimit(chain, netuid, BUY, largestToAdd(chain, netuid), limitPrice)
  return U64.saturatingAdd(result.amountPaidIn, result.feePaid)
}

/**
 * The most alpha rao, fee included, that a weighted pool takes before its price goes below a limit (rao per alpha).
 * Refuses as the swap does: with PriceLimitExceeded when the price is at the limit already.
 *
 * @clause staking-56
 * @source pallets/subtensor/src/staking/remove_stake.rs:396
 */
function maxToRemoveFromPool(chain: Chain, netuid: NetUid, limitPrice: TaoBalance): AlphaBalance {
  const result = simulateSwapToLimit(chain, netuid, SELL, largestToRemove(chain, netuid), limitPrice)
  return U64.saturatingAdd(result.amountPaidIn, result.feePaid)
}

/**
 * The most that can go from one pool to another, as if both had even weights and took no fee.
 *
 * @clause staking-57
 * @source pallets/subtensor/src/staking/move_stake.rs:474
 */
function maxToMoveBetweenPools(
  chain: Chain,
  origin: NetUid,
  destination: NetUid,
  limitPrice: TaoBalance,
): AlphaBalance {
  const from = poolOf(chain, origin)
  const to = poolOf(chain, destination)
  if ([from.taoReserve, to.taoReserve, from.alphaReserve, to.alphaReserve].includes(0n)) return NO_ALPHA
  const limit = U64F64.checkedDiv(U64F64.saturatingFromInteger(limitPrice), RAO_PER_TAO) ?? U64F64.ZERO
  const price = U64F64.safeDiv(currentAlphaPrice(chain, origin), currentAlphaPrice(chain, destination))
  if (limit > price) return NO_ALPHA
  if (limitPrice === 0n) return alphaBalance(U64.MAX)
  return alphaBalance(amountToLimit(from, to, limit))
}

/** How much fits within price limits in weighted pools. */
export const weightedPoolLimits: PoolLimits = {
  toAdd: maxToAddToPool,
  toRemove: maxToRemoveFromPool,
  toMove: maxToMoveBetweenPools,
}

/**
 * Refuses with InsufficientLiquidity to stake more than 1000 times the TAO of a subnet's pool.
 *
 * @clause staking-24
 * @source pallets/subtensor/src/staking/add_stake.rs:191
 */
export function ensureAddWithinSwapLimit(chain: Chain, netuid: NetUid, tao: TaoBalance): void {
  if (netuid === ROOT || !isDynamic(chain, netuid)) return
  ensure(tao <= largestToAdd(chain, netuid), "SubtensorModule.InsufficientLiquidity")
}

/**
 * Refuses with InsufficientLiquidity to unstake more than 1000 times the alpha of a subnet's pool.
 *
 * @clause staking-24
 * @source pallets/subtensor/src/staking/remove_stake.rs:409
 */
export function ensureRemoveWithinSwapLimit(chain: Chain, netuid: NetUid, alpha: AlphaBalance): void {
  if (netuid === ROOT || !isDynamic(chain, netuid)) return
  ensure(alpha <= largestToRemove(chain, netuid), "SubtensorModule.InsufficientLiquidity")
}

function largestToAdd({ state }: Chain, netuid: NetUid): TaoBalance {
  return taoBalance(U64.saturatingMul<bigint>(SubnetTAO.get(state, netuid), MAX_INPUT_PER_RESERVE))
}

function largestToRemove({ state }: Chain, netuid: NetUid): AlphaBalance {
  return alphaBalance(U64.saturatingMul<bigint>(SubnetAlphaIn.get(state, netuid), MAX_INPUT_PER_RESERVE))
}
