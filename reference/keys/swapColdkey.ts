import { recycleTao, transferAllTaoAndKill } from "../emission/tao.js"
import { acceptLockedAlpha } from "../locks/acceptLockedAlpha.js"
import { swapColdkeyLocks } from "../locks/swapColdkeyLocks.js"
import { moveRootClaimed } from "../root/moveClaims.js"
import { addStakingColdkey, removeStakingColdkey } from "../root/stakingColdkeys.js"
import {
  decreaseStakeForHotkeyAndColdkeyOnSubnet,
  increaseStakeForHotkeyAndColdkeyOnSubnet,
  stakeForHotkeyAndColdkeyOnSubnet,
} from "../staking/stake.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { type AccountId, type NetUid, ROOT, type TaoBalance } from "../state/primitives.js"
import { attempt, ensure, refuse } from "../state/refusal.js"
import {
  AutoStakeDestination,
  AutoStakeDestinationColdkeys,
  IdentitiesV2,
  OwnedHotkeys,
  Owner,
  StakingHotkeys,
  SubnetOwner,
} from "../state/storage/subtensorModule.js"
import { subnetNetuids } from "../subnets/existence.js"
import { recordTransaction } from "./lastTransaction.js"
import { hotkeyAccountExists, setHotkeyOwner } from "./ownership.js"

/**
 * Moves everything of a coldkey to another: identity, subnets, stake, hotkeys, locks and balance.
 *
 * @throws ColdKeyAlreadyAssociated, NewColdKeyIsHotkey, CannotUseSystemAccount, ActiveLockExists (SubtensorModule)
 * @clause keys-40
 * @source pallets/subtensor/src/swap/swap_coldkey.rs:6
 */
export function swapColdkey(chain: Chain, from: AccountId, to: AccountId): void {
  ensure(StakingHotkeys.get(chain.state, to).length === 0, "SubtensorModule.ColdKeyAlreadyAssociated")
  ensure(!hotkeyAccountExists(chain, to), "SubtensorModule.NewColdKeyIsHotkey")
  moveIdentity(chain, from, to)
  acceptLockedAlpha(chain, to)
  for (const netuid of subnetNetuids(chain)) {
    if (SubnetOwner.get(chain.state, netuid) === from) SubnetOwner.set(chain.state, netuid, to)
    moveAutoStake(chain, from, to, netuid)
    moveStake(chain, from, to, netuid)
  }
  moveStakingHotkeys(chain, from, to)
  moveOwnedHotkeys(chain, from, to)
  swapColdkeyLocks(chain, from, to)
  transferAllTaoAndKill(chain, from, to)
  recordTransaction(chain, to)
  chain.deposit(SubtensorModuleEvents.ColdkeySwapped, { old_coldkey: from, new_coldkey: to })
}

/**
 * Takes the price of a swap from a coldkey and recycles it; whatever stands in the way, the refusal is
 * NotEnoughBalanceToPaySwapColdKey.
 *
 * @clause keys-41
 * @source pallets/subtensor/src/swap/swap_coldkey.rs:53
 */
export function payForColdkeySwap(chain: Chain, coldkey: AccountId, cost: TaoBalance): void {
  const payment = attempt(() => recycleTao(chain, coldkey, cost))
  if (!payment.ok) throw refuse("SubtensorModule.NotEnoughBalanceToPaySwapColdKey")
}

function moveIdentity({ state }: Chain, from: AccountId, to: AccountId): void {
  const identity = IdentitiesV2.get(state, from)
  if (identity === undefined || IdentitiesV2.has(state, to)) return
  IdentitiesV2.remove(state, from)
  IdentitiesV2.set(state, to, identity)
}

function moveAutoStake({ state }: Chain, from: AccountId, to: AccountId, netuid: NetUid): void {
  const hotkey = AutoStakeDestination.get(state, from, netuid)
  if (hotkey === undefined) return
  AutoStakeDestination.remove(state, from, netuid)
  AutoStakeDestination.set(state, to, netuid, hotkey)
  AutoStakeDestinationColdkeys.mutate(state, hotkey, netuid, (coldkeys) => [
    ...coldkeys.filter((coldkey) => coldkey !== from && coldkey !== to),
    to,
  ])
}

/**
 * Moves a coldkey's stake on a subnet, hotkey by hotkey, with what was claimed of its root dividends; on root the other
 * coldkey takes its place in the index of those who stake there.
 *
 * @clause keys-42
 * @source pallets/subtensor/src/swap/swap_coldkey.rs:91
 */
function moveStake(chain: Chain, from: AccountId, to: AccountId, netuid: NetUid): void {
  for (const hotkey of StakingHotkeys.get(chain.state, from)) {
    const alpha = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, from, netuid)
    decreaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, from, netuid, alpha)
    increaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, to, netuid, alpha)
    if (stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, to, netuid) === 0n) continue
    moveRootClaimed(chain, netuid, { hotkey, coldkey: from }, { hotkey, coldkey: to })
    if (netuid === ROOT) addStakingColdkey(chain, to)
  }
  if (netuid === ROOT) removeStakingColdkey(chain, from)
}

/**
 * Adds the hotkeys that a coldkey stakes with to those that another does.
 *
 * @clause keys-40
 * @source pallets/subtensor/src/swap/swap_coldkey.rs:120
 */
export function moveStakingHotkeys({ state }: Chain, from: AccountId, to: AccountId): void {
  const before = StakingHotkeys.get(state, to)
  const added = StakingHotkeys.get(state, from).filter((hotkey) => !before.includes(hotkey))
  StakingHotkeys.remove(state, from)
  StakingHotkeys.set(state, to, [...before, ...added])
}

function moveOwnedHotkeys(chain: Chain, from: AccountId, to: AccountId): void {
  for (const hotkey of OwnedHotkeys.get(chain.state, from)) {
    Owner.remove(chain.state, hotkey)
    setHotkeyOwner(chain, to, hotkey)
  }
  moveListOfOwned(chain, from, to)
}

/**
 * Adds the hotkeys that a coldkey owns to those that another does.
 *
 * @clause keys-40
 * @source pallets/subtensor/src/swap/swap_coldkey.rs:142
 */
export function moveListOfOwned({ state }: Chain, from: AccountId, to: AccountId): void {
  const moved = OwnedHotkeys.get(state, from)
  const before = OwnedHotkeys.get(state, to)
  OwnedHotkeys.remove(state, from)
  OwnedHotkeys.set(state, to, [...before, ...moved.filter((hotkey) => !before.includes(hotkey))])
}
