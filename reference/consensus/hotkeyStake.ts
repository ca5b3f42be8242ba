import type { I64F64 } from "../numbers/formats.js"
import type { Chain } from "../state/chain.js"
import {
  type AccountId,
  type AlphaBalance,
  alphaBalance,
  type NetUid,
  ROOT,
  type TaoBalance,
  taoBalance,
} from "../state/primitives.js"
import { ChildKeys, ParentKeys, TaoWeight, TotalHotkeyAlpha } from "../state/storage/subtensorModule.js"
import { inheritedStake, stakeWeight } from "./stakeWeight.js"

function inherited({ state }: Chain, hotkey: AccountId, family: NetUid, stakeOn: NetUid): bigint {
  return inheritedStake(
    TotalHotkeyAlpha.get(state, hotkey, stakeOn),
    ChildKeys.get(state, hotkey, family).map(([proportion]) => proportion),
    ParentKeys.get(state, hotkey, family).map(([proportion, parent]) => ({
      proportion,
      stake: TotalHotkeyAlpha.get(state, parent, stakeOn),
    })),
  )
}

/**
 * A hotkey's alpha on a subnet, less what it lends to its children there and with what its parents lend it. Root has no
 * families.
 *
 * @returns alpha rao
 * @clause consensus-03
 * @source pallets/subtensor/src/staking/stake_utils.rs:385
 */
export function inheritedAlpha(chain: Chain, hotkey: AccountId, netuid: NetUid): AlphaBalance {
  if (netuid === ROOT) return TotalHotkeyAlpha.get(chain.state, hotkey, ROOT)
  return alphaBalance(inherited(chain, hotkey, netuid, netuid))
}

/**
 * A hotkey's stake on root as it counts on a subnet: less what it lends to its children there and with what its parents
 * there lend it.
 *
 * @returns rao
 * @clause consensus-03
 * @source pallets/subtensor/src/staking/stake_utils.rs:313
 */
export function inheritedTao(chain: Chain, hotkey: AccountId, netuid: NetUid): TaoBalance {
  return taoBalance(inherited(chain, hotkey, netuid, ROOT))
}

/**
 * What a hotkey's stake weighs on a subnet.
 *
 * @clause consensus-04
 * @source pallets/subtensor/src/staking/stake_utils.rs:206
 */
export function hotkeyStakeWeight(chain: Chain, hotkey: AccountId, netuid: NetUid): I64F64 {
  const alpha = inheritedAlpha(chain, hotkey, netuid)
  return stakeWeight(alpha, inheritedTao(chain, hotkey, netuid), TaoWeight.get(chain.state))
}
