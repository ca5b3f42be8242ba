import { U96F32 } from "../../numbers/formats.js"
import { U64 } from "../../numbers/integers.js"
import { alphaPrice } from "../../pool/rao/alphaPrice.js"
import type { Chain } from "../../state/chain.js"
import { type AccountId, type NetUid, type TaoBalance, taoBalance } from "../../state/primitives.js"
import { subnetNetuids } from "../../subnets/existence.js"
import { stakeForHotkeyOnSubnet } from "../stake.js"

/**
 * What is staked with a hotkey on all subnets together, at the prices of now, in rao: each subnet's floored. The sum wraps
 * at 2^64.
 *
 * @clause staking-75
 * @source rao:pallets/subtensor/src/staking/helpers.rs:46
 */
export function totalStakeForHotkey(chain: Chain, hotkey: AccountId): TaoBalance {
  const values = subnetNetuids(chain).map((netuid) => valueOnSubnet(chain, hotkey, netuid))
  return taoBalance(values.reduce((sum, value) => U64.wrappingAdd(sum, value), 0n))
}

/**
 * What is staked with a hotkey on a subnet at the price of now, floored to whole rao.
 *
 * @clause staking-75
 * @source rao:pallets/subtensor/src/staking/helpers.rs:50
 */
function valueOnSubnet(chain: Chain, hotkey: AccountId, netuid: NetUid): bigint {
  const alpha = U96F32.saturatingFromInteger(stakeForHotkeyOnSubnet(chain, hotkey, netuid))
  return U96F32.saturatingToU64(U96F32.saturatingMul(alpha, alphaPrice(chain, netuid)))
}
