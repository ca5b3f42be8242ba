import { U64 } from "../numbers/integers.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, type AlphaBalance, type NetUid, NO_ALPHA } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { StakingHotkeys } from "../state/storage/subtensorModule.js"
import { currentLocked } from "./heldLock.js"

/**
 * Alpha rao that a coldkey has staked on a subnet, with all hotkeys of its `StakingHotkeys` together.
 *
 * @clause locks-10
 * @source pallets/subtensor/src/staking/lock.rs:682
 */
export function totalColdkeyAlphaOnSubnet(chain: Chain, coldkey: AccountId, netuid: NetUid): AlphaBalance {
  return StakingHotkeys.get(chain.state, coldkey).reduce<AlphaBalance>(
    (sum, hotkey) => U64.saturatingAdd(sum, stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid)),
    NO_ALPHA,
  )
}

/**
 * Alpha rao that a coldkey may unstake on a subnet, from whichever hotkeys: its stake less what is locked.
 *
 * @clause locks-10
 * @source pallets/subtensor/src/staking/lock.rs:737
 */
export function availableToUnstake(chain: Chain, coldkey: AccountId, netuid: NetUid): AlphaBalance {
  return U64.saturatingSub(totalColdkeyAlphaOnSubnet(chain, coldkey, netuid), currentLocked(chain, coldkey, netuid))
}

/**
 * Refuses with StakeUnavailable when a coldkey may not unstake so much on a subnet.
 *
 * @clause locks-10
 * @source pallets/subtensor/src/staking/lock.rs:743
 */
export function ensureAvailableToUnstake(chain: Chain, coldkey: AccountId, netuid: NetUid, amount: AlphaBalance): void {
  ensure(availableToUnstake(chain, coldkey, netuid) >= amount, "SubtensorModule.StakeUnavailable")
}
