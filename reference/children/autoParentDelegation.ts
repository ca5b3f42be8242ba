import { coldkeyOwnsHotkey } from "../keys/ownership.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import { type AccountId, ROOT } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { AutoParentDelegationEnabled } from "../state/storage/subtensorModule.js"
import { isHotkeyRegistered } from "../subnets/neurons.js"

/**
 * Says whether a validator of root becomes a parent of the owner's hotkey on every new subnet by itself.
 *
 * @clause children-08
 * @source pallets/subtensor/src/macros/dispatches.rs:2512
 */
export function setAutoParentDelegationEnabled(
  chain: Chain,
  origin: Origin,
  hotkey: AccountId,
  enabled: boolean,
): void {
  ensure(coldkeyOwnsHotkey(chain, ensureSigned(origin), hotkey), "SubtensorModule.NonAssociatedColdKey")
  ensure(isHotkeyRegistered(chain, ROOT, hotkey), "SubtensorModule.HotKeyNotRegisteredInSubNet")
  AutoParentDelegationEnabled.set(chain.state, hotkey, enabled)
  chain.deposit(SubtensorModuleEvents.AutoParentDelegationEnabledSet, { hotkey, enabled })
}
