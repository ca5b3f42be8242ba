import { burnTokens } from "../../emission/rao/burnTokens.js"
import { canRemoveFromColdkey, removeBalanceFromColdkey } from "../../emission/rao/coldkeyTao.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import { ensureSigned, type Origin } from "../../state/origin.js"
import type { AccountId } from "../../state/primitives.js"
import { attempt, ensure } from "../../state/refusal.js"
import { LastTxBlock } from "../../state/storage/subtensorModule.js"
import { isTooSoonAfter } from "../lastTransaction.js"
import { coldkeyOwnsHotkey, isRegisteredAnywhere } from "../ownership.js"
import { swapHotkeyEverywhere } from "./swapHotkeyEverywhere.js"

/**
 * Swaps a hotkey of the coldkey that signed for another, on all subnets, for a price that is burned. Nobody asks whom
 * the other hotkey belongs to.
 *
 * @clause keys-80
 * @source rao:pallets/subtensor/src/swap/swap_hotkey.rs:26
 */
export function swapHotkey(chain: Chain, origin: Origin, from: AccountId, to: AccountId): void {
  const { state, blockNumber, constants } = chain
  const coldkey = ensureSigned(origin)
  ensure(from !== to, "SubtensorModule.NewHotKeyIsSameWithOld")
  ensure(!isRegisteredAnywhere(chain, to), "SubtensorModule.HotKeyAlreadyRegisteredInSubNet")
  ensure(coldkeyOwnsHotkey(chain, coldkey, from), "SubtensorModule.NonAssociatedColdKey")
  const isTooSoon = isTooSoonAfter(chain, LastTxBlock.get(state, coldkey))
  ensure(!isTooSoon, "SubtensorModule.HotKeySetTxRateLimitExceeded")
  const cost = constants.keySwapCost
  ensure(canRemoveFromColdkey(chain, coldkey, cost), "SubtensorModule.NotEnoughBalanceToPaySwapHotKey")

  burnTokens(chain, removeBalanceFromColdkey(chain, coldkey, cost))
  // What was done before a senator's place could not be taken stays done, and nobody hears of the refusal.
  attempt(() => swapHotkeyEverywhere(chain, coldkey, from, to))
  LastTxBlock.set(state, coldkey, blockNumber)
  chain.deposit(SubtensorModuleEvents.HotkeySwapped, { coldkey, old_hotkey: from, new_hotkey: to })
}
