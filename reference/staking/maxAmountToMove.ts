import { U64F64 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { isStable } from "../pool/stable.js"
import { isDynamic } from "../pool/swap.js"
import type { Chain } from "../state/chain.js"
import {
  type AlphaBalance,
  alphaBalance,
  type NetUid,
  NO_ALPHA,
  type TaoBalance,
  taoBalance,
} from "../state/primitives.js"
import { maxAmountToAdd, maxAmountToRemove } from "./priceLimits.js"

const ONE_TAO = taoBalance(1_000_000_000n)
const RAO_PER_TAO = U64F64.saturatingFromInteger(ONE_TAO)
const EVERYTHING = alphaBalance(U64.MAX)

/**
 * The most of one subnet's alpha (alpha rao) that can be swapped for another's before the price of the first in the second
 * falls below a limit, which is 10^9 times that price. Refuses as the pools' own limits do.
 *
 * @clause staking-25
 * @source pallets/subtensor/src/staking/move_stake.rs:424
 */
export function maxAmountToMove(
  chain: Chain,
  origin: NetUid,
  destination: NetUid,
  limitPrice: TaoBalance,
): AlphaBalance {
  const originStable = isStable(chain, origin)
  const destinationStable = isStable(chain, destination)
  if (originStable && destinationStable) return limitPrice > ONE_TAO ? NO_ALPHA : EVERYTHING
  if (originStable && isDynamic(chain, destination)) return fromStable(chain, destination, limitPrice)
  if (destinationStable && isDynamic(chain, origin)) return maxAmountToRemove(chain, origin, limitPrice)
  return chain.fork.rules.staking.poolLimits.toMove(chain, origin, destination, limitPrice)
}

/**
 * The most that can go from a subnet without a pool to one with a pool: the limit is turned over.
 *
 * @clause staking-25
 * @source pallets/subtensor/src/staking/move_stake.rs:444
 */
function fromStable(chain: Chain, destination: NetUid, limitPrice: TaoBalance): AlphaBalance {
  if (limitPrice === 0n) return EVERYTHING
  const inverse = U64F64.safeDiv(RAO_PER_TAO, U64F64.saturatingFromInteger(limitPrice))
  const limit = U64F64.saturatingToU64(U64F64.saturatingMul(inverse, RAO_PER_TAO))
  return alphaBalance(maxAmountToAdd(chain, destination, taoBalance(limit)))
}
