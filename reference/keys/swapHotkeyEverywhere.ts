import { swapHotkeyLocks } from "../locks/swapHotkeyLocks.js"
import { SafeFloat } from "../numbers/safeFloat.js"
import { alphaEntriesOfHotkey } from "../staking/alphaEntries.js"
import type { Chain } from "../state/chain.js"
import type { AccountId } from "../state/primitives.js"
import { Delegates, OwnedHotkeys, Owner, StakingHotkeys } from "../state/storage/subtensorModule.js"
import { subnetNetuids } from "../subnets/existence.js"
import { forgetLastTransactions } from "./lastTransaction.js"
import { setHotkeyOwner } from "./ownership.js"
import { swapHotkeyOnSubnet } from "./swapHotkeyOnSubnet.js"

/**
 * Puts a hotkey in the place of another on every subnet; the old one loses its owner, its take and its place in the
 * lists of those who stake with it.
 *
 * @throws SubtensorModule.CannotUseSystemAccount for the account of a subnet
 * @clause keys-37
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:250
 */
export function swapHotkeyEverywhere(
  chain: Chain,
  coldkey: AccountId,
  from: AccountId,
  to: AccountId,
  keepStake: boolean,
): void {
  const stakers = alphaEntriesOfHotkey(chain, from)
    .filter(({ share }) => !SafeFloat.isZero(share))
    .map((entry) => entry.coldkey)
  for (const netuid of subnetNetuids(chain)) swapHotkeyLocks(chain, from, to, netuid)
  replaceOwned(chain, coldkey, from, to)
  for (const netuid of subnetNetuids(chain)) swapHotkeyOnSubnet(chain, from, to, netuid, keepStake)
  forgetLastTransactions(chain, from)
  moveDelegateTake(chain, from, to)
  if (keepStake) return
  for (const staker of stakers) replaceStakingHotkey(chain, staker, from, to)
}

function replaceOwned(chain: Chain, coldkey: AccountId, from: AccountId, to: AccountId): void {
  Owner.remove(chain.state, from)
  setHotkeyOwner(chain, coldkey, to)
  replaceInOwned(chain, coldkey, from, to)
}

/**
 * Puts a hotkey in the list of those that a coldkey owns, and takes another out of it.
 *
 * @clause keys-37
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:270
 */
export function replaceInOwned({ state }: Chain, coldkey: AccountId, from: AccountId, to: AccountId): void {
  OwnedHotkeys.mutate(state, coldkey, (hotkeys) => {
    const withNew = hotkeys.includes(to) ? hotkeys : [...hotkeys, to]
    return withNew.filter((hotkey) => hotkey !== from)
  })
}

/**
 * Moves what a hotkey takes of its nominators to another hotkey, if it says so itself.
 *
 * @clause keys-37
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:316
 */
export function moveDelegateTake({ state }: Chain, from: AccountId, to: AccountId): void {
  if (!Delegates.has(state, from)) return
  const take = Delegates.get(state, from)
  Delegates.remove(state, from)
  Delegates.set(state, to, take)
}

/**
 * Puts a hotkey in the place of another, at the end of the list of those that a coldkey stakes with.
 *
 * @clause keys-37
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:335
 */
export function replaceStakingHotkey({ state }: Chain, coldkey: AccountId, from: AccountId, to: AccountId): void {
  const hotkeys = StakingHotkeys.get(state, coldkey)
  if (!hotkeys.includes(from)) return
  const others = hotkeys.filter((hotkey) => hotkey !== from && hotkey !== to)
  StakingHotkeys.set(state, coldkey, [...others, to])
}
