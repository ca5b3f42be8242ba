import { canRemoveFromColdkey, recycleTao } from "../emission/tao.js"
import { swapHotkeyLocks } from "../locks/swapHotkeyLocks.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import { type AccountId, type NetUid, ROOT, type TaoBalance } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import {
  ChildKeys,
  IsNetworkMember,
  LastHotkeySwapOnNetuid,
  Owner,
  RootClaimable,
  RootClaimed,
  TotalHotkeyAlpha,
} from "../state/storage/subtensorModule.js"
import { subnetNetuids } from "../subnets/existence.js"
import { isHotkeyRegistered } from "../subnets/neurons.js"
import { netuidOfSubnetAccount } from "../subnets/subnetAccount.js"
import { copyLastTransactions, exceedsTransactionRateLimit, recordTransaction } from "./lastTransaction.js"
import { addOwnedHotkey, coldkeyOwnsHotkey, hotkeyAccountExists, isRegisteredAnywhere } from "./ownership.js"
import { swapHotkeyEverywhere } from "./swapHotkeyEverywhere.js"
import { swapHotkeyOnSubnet } from "./swapHotkeyOnSubnet.js"

/** A swap of a coldkey's hotkey for another. */
interface HotkeySwap {
  readonly coldkey: AccountId
  readonly from: AccountId
  readonly to: AccountId
  /** Whether the stake stays on the old hotkey. */
  readonly keepStake: boolean
}

/**
 * Swaps a hotkey of the coldkey that signed for another, on one subnet or on all of them.
 *
 * @throws NonAssociatedColdKey, NewHotKeyIsSameWithOld, HotKeySetTxRateLimitExceeded, HotKeyAlreadyRegisteredInSubNet,
 *   NewHotKeyNotCleanForRootSwap, and what the two kinds of swap refuse
 * @clause keys-30
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:35
 */
export function swapHotkey(
  chain: Chain,
  origin: Origin,
  from: AccountId,
  to: AccountId,
  netuid: NetUid | undefined,
  keepStake: boolean,
): void {
  const coldkey = ensureSigned(origin)
  ensure(coldkeyOwnsHotkey(chain, coldkey, from), "SubtensorModule.NonAssociatedColdKey")
  const isFree = !hotkeyAccountExists(chain, to) || coldkeyOwnsHotkey(chain, coldkey, to)
  ensure(isFree, "SubtensorModule.NonAssociatedColdKey")
  ensure(from !== to, "SubtensorModule.NewHotKeyIsSameWithOld")
  ensure(!exceedsTransactionRateLimit(chain, coldkey), "SubtensorModule.HotKeySetTxRateLimitExceeded")
  const isNeuron = netuid === undefined ? isRegisteredAnywhere(chain, to) : isHotkeyRegistered(chain, netuid, to)
  ensure(!isNeuron, "SubtensorModule.HotKeyAlreadyRegisteredInSubNet")
  ensure(
    netuid !== undefined && netuid !== ROOT ? true : isCleanOnRoot(chain, to),
    "SubtensorModule.NewHotKeyNotCleanForRootSwap",
  )

  copyLastTransactions(chain, from, to)
  const swap = { coldkey, from, to, keepStake }
  if (netuid === undefined) swapOnAllSubnets(chain, swap)
  else swapOnOneSubnet(chain, swap, netuid)
}

/**
 * Whether nothing on root would mix with what comes to the hotkey: no rates, no stake, no claims.
 *
 * @clause keys-30
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:94
 */
function isCleanOnRoot({ state }: Chain, hotkey: AccountId): boolean {
  return (
    RootClaimable.get(state, hotkey).length === 0 &&
    TotalHotkeyAlpha.get(state, hotkey, ROOT) === 0n &&
    RootClaimed.entriesUnderTwo(state, ROOT, hotkey).length === 0
  )
}

/**
 * Swaps the hotkey on one subnet. The old hotkey keeps its owner and what it is on other subnets.
 *
 * @clause keys-35
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:356
 */
function swapOnOneSubnet(chain: Chain, { coldkey, from, to, keepStake }: HotkeySwap, netuid: NetUid): void {
  ensureIntervalPassed(chain, LastHotkeySwapOnNetuid.get(chain.state, netuid, coldkey))
  ensure(netuidOfSubnetAccount(to) === undefined, "SubtensorModule.CannotUseSystemAccount")
  payForSwap(chain, coldkey, chain.constants.keySwapOnSubnetCost)
  Owner.set(chain.state, to, coldkey)
  addOwnedHotkey(chain, coldkey, to)
  swapHotkeyLocks(chain, from, to, netuid)
  swapHotkeyOnSubnet(chain, from, to, netuid, keepStake)
  recordTransaction(chain, coldkey)
  LastHotkeySwapOnNetuid.set(chain.state, netuid, coldkey, chain.blockNumber)
  chain.deposit(SubtensorModuleEvents.HotkeySwappedOnSubnet, { coldkey, old_hotkey: from, new_hotkey: to, netuid })
}

/**
 * Swaps the hotkey on all subnets. The interval between swaps counts on those where the old hotkey is a neuron or a
 * parent, and only after a first swap there.
 *
 * @clause keys-36
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:131
 */
function swapOnAllSubnets(chain: Chain, { coldkey, from, to, keepStake }: HotkeySwap): void {
  const affected = subnetNetuids(chain).filter((netuid) => takesPart(chain, from, netuid))
  for (const netuid of affected) {
    const last = LastHotkeySwapOnNetuid.get(chain.state, netuid, coldkey)
    if (last !== 0n) ensureIntervalPassed(chain, last)
  }
  payForSwap(chain, coldkey, chain.constants.keySwapCost)
  swapHotkeyEverywhere(chain, coldkey, from, to, keepStake)
  for (const netuid of affected) LastHotkeySwapOnNetuid.set(chain.state, netuid, coldkey, chain.blockNumber)
  recordTransaction(chain, coldkey)
  chain.deposit(SubtensorModuleEvents.HotkeySwapped, { coldkey, old_hotkey: from, new_hotkey: to })
}

function takesPart({ state }: Chain, hotkey: AccountId, netuid: NetUid): boolean {
  return IsNetworkMember.get(state, hotkey, netuid) || ChildKeys.get(state, hotkey, netuid).length > 0
}

/**
 * Refuses with HotKeySwapOnSubnetIntervalNotPassed until more than the interval has gone by since a swap.
 *
 * @clause keys-35, keys-36
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:371
 */
function ensureIntervalPassed({ constants, blockNumber }: Chain, last: bigint): void {
  const due = U64.saturatingAdd(last, constants.hotkeySwapOnSubnetInterval)
  ensure(due < blockNumber, "SubtensorModule.HotKeySwapOnSubnetIntervalNotPassed")
}

function payForSwap(chain: Chain, coldkey: AccountId, cost: TaoBalance): void {
  ensure(canRemoveFromColdkey(chain, coldkey, cost), "SubtensorModule.NotEnoughBalanceToPaySwapHotKey")
  recycleTao(chain, coldkey, cost)
}
