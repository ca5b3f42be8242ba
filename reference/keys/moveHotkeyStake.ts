import { U64 } from "../numbers/integers.js"
import { moveRootClaims } from "../root/moveClaims.js"
import { alphaEntriesOfHotkey } from "../staking/alphaEntries.js"
import {
  decreaseStakeForHotkeyAndColdkeyOnSubnet,
  increaseStakeForHotkeyAndColdkeyOnSubnet,
  stakeForHotkeyAndColdkeyOnSubnet,
} from "../staking/stake.js"
import { addStakingHotkey } from "../staking/stakingHotkeys.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, type NetUid, ROOT } from "../state/primitives.js"
import {
  AlphaDividendsPerSubnet,
  AutoParentDelegationEnabled,
  StakingHotkeys,
  TotalHotkeyAlphaLastEpoch,
  VotingPower,
} from "../state/storage/subtensorModule.js"
import type { StorageDoubleMap } from "../state/storageItem.js"

/**
 * Moves all stake on a hotkey of a subnet to another hotkey, with the dividends and the voting power that it is
 * remembered for, and on root with the claims to root dividends.
 *
 * @clause keys-33
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:604
 */
export function moveHotkeyStake(chain: Chain, from: AccountId, to: AccountId, netuid: NetUid): void {
  moveRecords(chain, from, to, netuid)
  for (const coldkey of stakersOf(chain, from, netuid)) moveStakeOf(chain, coldkey, from, to, netuid)
  if (netuid !== ROOT) return
  moveRootClaims(chain, from, to)
  moveAutoParentDelegation(chain, from, to)
}

function moveRecords(chain: Chain, from: AccountId, to: AccountId, netuid: NetUid): void {
  const { state } = chain
  moveLastEpochAlpha(chain, from, to, netuid)
  moveDividends(chain, AlphaDividendsPerSubnet, from, to, netuid)
  const power = VotingPower.get(state, netuid, from)
  VotingPower.remove(state, netuid, from)
  if (power > 0n) VotingPower.mutate(state, netuid, to, (before) => U64.saturatingAdd(power, before))
}

/**
 * Adds what a hotkey had staked at the last epoch of a subnet to what another had.
 *
 * @clause keys-33, keys-81
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:610
 */
export function moveLastEpochAlpha({ state }: Chain, from: AccountId, to: AccountId, netuid: NetUid): void {
  const alpha = TotalHotkeyAlphaLastEpoch.get(state, from, netuid)
  TotalHotkeyAlphaLastEpoch.remove(state, from, netuid)
  TotalHotkeyAlphaLastEpoch.mutate(state, to, netuid, (before) => U64.saturatingAdd(alpha, before))
}

/**
 * Adds the dividends that a hotkey is remembered for on a subnet to another's.
 *
 * @clause keys-33, keys-81
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:622
 */
export function moveDividends<Amount extends bigint>(
  { state }: Chain,
  item: StorageDoubleMap<NetUid, AccountId, Amount>,
  from: AccountId,
  to: AccountId,
  netuid: NetUid,
): void {
  const dividends = item.get(state, netuid, from)
  item.remove(state, netuid, from)
  item.mutate(state, netuid, to, (before) => U64.saturatingAdd(dividends, before))
}

/** The coldkeys with a share of the hotkey's stake on the subnet, in order of their bytes. */
function stakersOf(chain: Chain, hotkey: AccountId, netuid: NetUid): readonly AccountId[] {
  const entries = alphaEntriesOfHotkey(chain, hotkey).filter((entry) => entry.netuid === netuid)
  return [...new Set(entries.map(({ coldkey }) => coldkey))].sort()
}

function moveStakeOf(chain: Chain, coldkey: AccountId, from: AccountId, to: AccountId, netuid: NetUid): void {
  const alpha = stakeForHotkeyAndColdkeyOnSubnet(chain, from, coldkey, netuid)
  decreaseStakeForHotkeyAndColdkeyOnSubnet(chain, from, coldkey, netuid, alpha)
  increaseStakeForHotkeyAndColdkeyOnSubnet(chain, to, coldkey, netuid, alpha)
  if (StakingHotkeys.get(chain.state, coldkey).includes(from)) addStakingHotkey(chain, coldkey, to)
}

function moveAutoParentDelegation({ state }: Chain, from: AccountId, to: AccountId): void {
  if (!AutoParentDelegationEnabled.has(state, from)) return
  AutoParentDelegationEnabled.set(state, to, AutoParentDelegationEnabled.get(state, from))
  AutoParentDelegationEnabled.remove(state, from)
}
