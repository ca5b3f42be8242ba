import { SafeFloat } from "../numbers/safeFloat.js"
import { alphaEntriesOfHotkey } from "../staking/alphaEntries.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import {
  Alpha,
  AlphaV2,
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetProtocolAlpha,
  TotalHotkeyAlpha,
  TotalHotkeyShares,
  TotalHotkeySharesV2,
} from "../state/storage/subtensorModule.js"

/** What a coldkey has staked with a hotkey on a subnet. */
export interface StakeOnSubnet {
  readonly hotkey: AccountId
  readonly coldkey: AccountId
  /** In alpha rao; may be zero. */
  readonly alpha: bigint
}

/**
 * Everybody's stake on a subnet: hotkeys in the order of the raw keys of TotalHotkeyAlpha, the coldkeys of each by
 * account. A share that is worth nothing counts with its own number instead.
 *
 * @clause subnets-25
 * @source pallets/subtensor/src/staking/remove_stake.rs:508
 */
export function stakesOnSubnet(chain: Chain, netuid: NetUid): readonly StakeOnSubnet[] {
  return hotkeysOnSubnet(chain, netuid).flatMap((hotkey) =>
    alphaEntriesOfHotkey(chain, hotkey)
      .filter((entry) => entry.netuid === netuid)
      .map(({ coldkey, share }) => {
        const value = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid)
        return { hotkey, coldkey, alpha: value === 0n ? SafeFloat.toU64(share) : value }
      }),
  )
}

/** The hotkeys with which anything is staked on a subnet. */
function hotkeysOnSubnet({ state }: Chain, netuid: NetUid): readonly AccountId[] {
  return TotalHotkeyAlpha.entries(state).flatMap(([[hotkey, of]]) => (of === netuid ? [hotkey] : []))
}

/**
 * Destroys all alpha of a subnet: everybody's stake, and what pool and subnet counted.
 *
 * @clause subnets-25
 * @source pallets/subtensor/src/staking/remove_stake.rs:615
 */
export function removeStakes(chain: Chain, netuid: NetUid, stakes: readonly StakeOnSubnet[]): void {
  const { state } = chain
  for (const { hotkey, coldkey } of stakes) {
    Alpha.remove(state, hotkey, coldkey, netuid)
    AlphaV2.remove(state, hotkey, coldkey, netuid)
  }
  for (const hotkey of hotkeysOnSubnet(chain, netuid)) {
    TotalHotkeyAlpha.remove(state, hotkey, netuid)
    TotalHotkeyShares.remove(state, hotkey, netuid)
    TotalHotkeySharesV2.remove(state, hotkey, netuid)
  }
  SubnetAlphaIn.remove(state, netuid)
  SubnetAlphaOut.remove(state, netuid)
  SubnetProtocolAlpha.remove(state, netuid)
}
