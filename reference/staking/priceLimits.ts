import { U64 } from "../numbers/integers.js"
import { isDynamic, MAX_INPUT_PER_RESERVE, simulateSwapToLimit } from "../pool/swap.js"
import { BUY, SELL } from "../pool/swapOrder.js"
import type { Chain } from "../state/chain.js"
import {
  type AlphaBalance,
  alphaBalance,
  type NetUid,
  NO_ALPHA,
  NO_TAO,
  ROOT,
  type TaoBalance,
  taoBalance,
} from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { SubnetAlphaIn, SubnetMechanism, SubnetTAO } from "../state/storage/subtensorModule.js"

/** One rao for an alpha rao, as a limit: 10^9 rao per alpha. */
const EVEN_PRICE = taoBalance(1_000_000_000n)

/**
 * Whether one rao is one alpha rao there whatever is swapped: on root and on subnets of mechanism 0.
 *
 * @clause staking-22
 * @source pallets/subtensor/src/staking/add_stake.rs:170
 */
export function isStable({ state }: Chain, netuid: NetUid): boolean {
  return netuid === ROOT || SubnetMechanism.get(state, netuid) === 0
}

/**
 * The most rao, fee included, that can be staked on a subnet before its price goes beyond a limit (rao per alpha).
 * Refuses as the swap does: with PriceLimitExceeded when the price is at the limit already.
 *
 * @clause staking-22
 * @source pallets/subtensor/src/staking/add_stake.rs:166
 */
export function maxAmountToAdd(chain: Chain, netuid: NetUid, limitPrice: TaoBalance): TaoBalance {
  if (isStable(chain, netuid)) return limitPrice >= EVEN_PRICE ? taoBalance(U64.MAX) : NO_TAO
  const result = simulateSwapToLimit(chain, netuid, BUY, largestToAdd(chain, netuid), limitPrice)
  return U64.saturatingAdd(result.amountPaidIn, result.feePaid)
}

/**
 * The most alpha rao, fee included, that can be unstaked from a subnet before its price goes below a limit (rao per
 * alpha). Refuses as the swap does: with PriceLimitExceeded when the price is at the limit already.
 *
 * @clause staking-23
 * @source pallets/subtensor/src/staking/remove_stake.rs:385
 */
export function maxAmountToRemove(chain: Chain, netuid: NetUid, limitPrice: TaoBalance): AlphaBalance {
  if (isStable(chain, netuid)) return limitPrice <= EVEN_PRICE ? alphaBalance(U64.MAX) : NO_ALPHA
  const result = simulateSwapToLimit(chain, netuid, SELL, largestToRemove(chain, netuid), limitPrice)
  return U64.saturatingAdd(result.amountPaidIn, result.feePaid)
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
