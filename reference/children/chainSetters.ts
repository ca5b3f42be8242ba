import { rootSetter, stores } from "../hyperparameters/setter.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import type { CallHandler } from "../state/dispatch.js"
import { SubtensorModuleEvents } from "../state/events.js"
import {
  MaxChildkeyTake,
  MinChildkeyTake,
  PendingChildKeyCooldown,
  TxChildkeyTakeRateLimit,
} from "../state/storage/subtensorModule.js"

/**
 * The setters of the bounds of childkey takes, of how often they may be raised, and of how long children wait. Root
 * alone may call them; nothing checks the values, and of the cooldown no event tells.
 *
 * @clause children-09 children-10 children-11 children-12
 * @source pallets/subtensor/src/macros/dispatches.rs:1152
 */
export const childrenSetters: readonly CallHandler<unknown>[] = [
  rootSetter(
    SubtensorModuleCalls.sudo_set_tx_childkey_take_rate_limit,
    [],
    stores(
      TxChildkeyTakeRateLimit,
      SubtensorModuleEvents.TxChildKeyTakeRateLimitSet,
      ({ tx_rate_limit }) => tx_rate_limit,
    ),
  ),
  rootSetter(
    SubtensorModuleCalls.sudo_set_min_childkey_take,
    [],
    stores(MinChildkeyTake, SubtensorModuleEvents.MinChildKeyTakeSet, ({ take }) => take),
  ),
  rootSetter(
    SubtensorModuleCalls.sudo_set_max_childkey_take,
    [],
    stores(MaxChildkeyTake, SubtensorModuleEvents.MaxChildKeyTakeSet, ({ take }) => take),
  ),
  rootSetter(SubtensorModuleCalls.set_pending_childkey_cooldown, [], ({ state }, { cooldown }) =>
    PendingChildKeyCooldown.set(state, cooldown),
  ),
]
