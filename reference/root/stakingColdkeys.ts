import { U64 } from "../numbers/integers.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, ROOT } from "../state/primitives.js"
import {
  NumStakingColdkeys,
  StakingColdkeys,
  StakingColdkeysByIndex,
  StakingHotkeys,
} from "../state/storage/subtensorModule.js"

/**
 * Gives a coldkey the next number among those that stake on root, unless it has one.
 *
 * @clause root-08
 * @source pallets/subtensor/src/staking/claim_root.rs:382
 */
export function addStakingColdkey({ state }: Chain, coldkey: AccountId): void {
  if (StakingColdkeys.has(state, coldkey)) return
  const count = NumStakingColdkeys.get(state)
  StakingColdkeysByIndex.set(state, count, coldkey)
  StakingColdkeys.set(state, coldkey, count)
  NumStakingColdkeys.set(state, U64.saturatingAdd(count, 1n))
}

/**
 * Whether a coldkey has stake on root with any of its `StakingHotkeys`.
 *
 * @clause root-08
 * @source pallets/subtensor/src/staking/claim_root.rs:394
 */
export function hasRootStake(chain: Chain, coldkey: AccountId): boolean {
  return StakingHotkeys.get(chain.state, coldkey).some(
    (hotkey) => stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, ROOT) !== 0n,
  )
}

/**
 * Takes the number of a coldkey that stakes on root no longer; the coldkey with the last number gets it.
 *
 * @clause root-08
 * @source pallets/subtensor/src/staking/claim_root.rs:405
 */
export function removeStakingColdkey({ state }: Chain, coldkey: AccountId): void {
  const index = StakingColdkeys.get(state, coldkey)
  if (index === undefined) return
  StakingColdkeys.remove(state, coldkey)
  const last = U64.saturatingSub(NumStakingColdkeys.get(state), 1n)
  const moved = index === last ? undefined : StakingColdkeysByIndex.get(state, last)
  if (moved === undefined) {
    StakingColdkeysByIndex.remove(state, index)
  } else {
    StakingColdkeysByIndex.remove(state, last)
    StakingColdkeysByIndex.set(state, index, moved)
    StakingColdkeys.set(state, moved, index)
  }
  NumStakingColdkeys.set(state, last)
}
