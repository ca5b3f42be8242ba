import { U64F64 } from "../numbers/formats.js"
import { currentAlphaPrice } from "../pool/swap.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, type NetUid, type TaoBalance, taoBalance } from "../state/primitives.js"
import { subnetNetuids } from "../subnets/existence.js"
import { stakeForHotkeyOnSubnet } from "./stake.js"

/**
 * What is staked with a hotkey on all subnets together, at the prices of now, in rao. The sum wraps at 2^64.
 *
 * @clause staking-17
 * @source pallets/subtensor/src/staking/helpers.rs:42
 */
export function totalStakeForHotkey(chain: Chain, hotkey: AccountId): TaoBalance {
  const values = subnetNetuids(chain).map((netuid) => valueOnSubnet(chain, hotkey, netuid))
  return taoBalance(U64F64.saturatingToU64(values.reduce((sum, value) => U64F64.add(sum, value), U64F64.ZERO)))
}

function valueOnSubnet(chain: Chain, hotkey: AccountId, netuid: NetUid): U64F64 {
  const alpha = U64F64.saturatingFromInteger(stakeForHotkeyOnSubnet(chain, hotkey, netuid))
  return U64F64.saturatingMul(alpha, currentAlphaPrice(chain, netuid))
}
