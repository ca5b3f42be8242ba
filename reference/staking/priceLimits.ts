import { U64 } from "../numbers/integers.js"
import { isStable } from "../pool/stable.js"
import type { Chain } from "../state/chain.js"
import {
  type AlphaBalance,
  alphaBalance,
  type NetUid,
  NO_ALPHA,
  NO_TAO,
  type TaoBalance,
  taoBalance,
} from "../state/primitives.js"

/** One rao for an alpha rao, as a limit: 10^9 rao per alpha. */
const EVEN_PRICE = taoBalance(1_000_000_000n)

/**
 * The most rao that can be staked on a subnet before its price goes beyond a limit (rao per alpha): all or nothing where
 * there is no pool. Refuses as the pool's own limit does.
 *
 * @clause staking-22
 * @source pallets/subtensor/src/staking/add_stake.rs:166
 */
export function maxAmountToAdd(chain: Chain, netuid: NetUid, limitPrice: TaoBalance): TaoBalance {
  if (isStable(chain, netuid)) return limitPrice >= EVEN_PRICE ? taoBalance(U64.MAX) : NO_TAO
  return chain.fork.rules.staking.poolLimits.toAdd(chain, netuid, limitPrice)
}

/**
 * The most alpha rao that can be unstaked from a subnet before its price goes below a limit (rao per alpha): all or
 * nothing where there is no pool. Refuses as the pool's own limit does.
 *
 * @clause staking-23
 * @source pallets/subtensor/src/staking/remove_stake.rs:385
 */
export function maxAmountToRemove(chain: Chain, netuid: NetUid, limitPrice: TaoBalance): AlphaBalance {
  if (isStable(chain, netuid)) return limitPrice <= EVEN_PRICE ? alphaBalance(U64.MAX) : NO_ALPHA
  return chain.fork.rules.staking.poolLimits.toRemove(chain, netuid, limitPrice)
}
