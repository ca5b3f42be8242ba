import { canRemoveFromColdkey } from "../../emission/rao/coldkeyTao.js"
import { U32 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import { ensureSigned, type Origin } from "../../state/origin.js"
import type { AccountId } from "../../state/primitives.js"
import { SubtensorModuleCalls } from "../../state/rao/calls.js"
import { SubtensorModuleEvents } from "../../state/rao/events.js"
import { scheduleForRoot } from "../../state/rao/scheduler.js"
import { ColdkeySwapScheduleDuration, ColdkeySwapScheduled } from "../../state/rao/storage/subtensorModule.js"
import { attempt, ensure } from "../../state/refusal.js"

/** The higher the number, the later it runs among what is due in a block. */
const PRIORITY = 63

/**
 * Lets root swap the coldkey that signs for another after a number of blocks. What the swap costs must be there now, and
 * is paid then.
 *
 * @clause keys-83
 * @source rao:pallets/subtensor/src/macros/dispatches.rs:1322
 */
export function scheduleColdkeySwap(chain: Chain, origin: Origin, to: AccountId): void {
  const { state, blockNumber, constants } = chain
  const coldkey = ensureSigned(origin)
  ensure(!ColdkeySwapScheduled.has(state, coldkey), "SubtensorModule.SwapAlreadyScheduled")
  const cost = constants.keySwapCost
  ensure(canRemoveFromColdkey(chain, coldkey, cost), "SubtensorModule.NotEnoughBalanceToPaySwapColdKey")
  const when = U32.saturatingAdd(Number(blockNumber), ColdkeySwapScheduleDuration.get(state))
  const call = {
    declaration: SubtensorModuleCalls.swap_coldkey,
    arguments: { old_coldkey: coldkey, new_coldkey: to, swap_cost: cost },
  }
  const scheduling = attempt(() => scheduleForRoot(chain, when, PRIORITY, call))
  ensure(scheduling.ok, "SubtensorModule.FailedToSchedule")

  ColdkeySwapScheduled.set(state, coldkey, undefined)
  chain.deposit(SubtensorModuleEvents.ColdkeySwapScheduled, {
    old_coldkey: coldkey,
    new_coldkey: to,
    execution_block: when,
    swap_cost: cost,
  })
}
