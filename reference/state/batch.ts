import type { RuntimeCall } from "./call.js"
import { UtilityCalls } from "./calls.js"
import type { Chain } from "./chain.js"
import { dispatch, dispatchUnfiltered } from "./dispatch.js"
import { dispatchErrorOf } from "./dispatchError.js"
import { UtilityEvents } from "./events.js"
import { type CallFilter, type Origin, withFilter } from "./origin.js"
import { attempt, ensure, type Outcome } from "./refusal.js"

/**
 * Carries calls out one after another until one is refused. What was done before it stays, and the batch itself
 * succeeds.
 *
 * @throws BadOrigin, Utility.TooManyCalls
 * @clause state-17
 * @source pallets/utility/src/lib.rs:198
 */
export function batch(chain: Chain, origin: Origin, calls: readonly RuntimeCall[]): void {
  ensureMayBatch(chain, origin, calls)
  for (const [index, call] of calls.entries()) {
    const outcome = attemptInside(chain, origin, call)
    if (!outcome.ok) {
      const error = dispatchErrorOf(chain, outcome.error)
      chain.deposit(UtilityEvents.BatchInterrupted, { index, error })
      return
    }
    chain.deposit(UtilityEvents.ItemCompleted, undefined)
  }
  chain.deposit(UtilityEvents.BatchCompleted, undefined)
}

/**
 * Carries all calls out or none: the first refusal is the batch's own.
 *
 * @throws BadOrigin, Utility.TooManyCalls, and what a call is refused with
 * @clause state-18
 * @source pallets/utility/src/lib.rs:311
 */
export function batchAll(chain: Chain, origin: Origin, calls: readonly RuntimeCall[]): void {
  ensureMayBatch(chain, origin, calls)
  const inner = withFilter(origin, isNotBatchAll)
  for (const call of calls) {
    dispatchInside(chain, inner, call)
    chain.deposit(UtilityEvents.ItemCompleted, undefined)
  }
  chain.deposit(UtilityEvents.BatchCompleted, undefined)
}

const isNotBatchAll: CallFilter = (_chain, { declaration }) =>
  declaration.name !== UtilityCalls.batch_all.name || declaration.pallet !== UtilityCalls.batch_all.pallet

/**
 * Carries every call out, whatever comes of the others.
 *
 * @throws BadOrigin, Utility.TooManyCalls
 * @clause state-19
 * @source pallets/utility/src/lib.rs:411
 */
export function forceBatch(chain: Chain, origin: Origin, calls: readonly RuntimeCall[]): void {
  ensureMayBatch(chain, origin, calls)
  const outcomes = calls.map((call) => reportItem(chain, attemptInside(chain, origin, call)))
  const allDone = outcomes.every(({ ok }) => ok)
  chain.deposit(allDone ? UtilityEvents.BatchCompleted : UtilityEvents.BatchCompletedWithErrors, undefined)
}

function reportItem(chain: Chain, outcome: Outcome<void>): Outcome<void> {
  if (outcome.ok) chain.deposit(UtilityEvents.ItemCompleted, undefined)
  else chain.deposit(UtilityEvents.ItemFailed, { error: dispatchErrorOf(chain, outcome.error) })
  return outcome
}

/**
 * Carries one call out, or another if the first is refused. If both are, the refusal of the second counts.
 *
 * @throws BadOrigin, and what the fallback is refused with
 * @clause state-33
 * @source pallets/utility/src/lib.rs:502
 */
export function ifElse(chain: Chain, origin: Origin, main: RuntimeCall, fallback: RuntimeCall): void {
  ensure(origin.kind !== "none", "BadOrigin")
  const outcome = attemptInside(chain, origin, main)
  if (outcome.ok) {
    chain.deposit(UtilityEvents.IfElseMainSuccess, undefined)
    return
  }
  dispatchInside(chain, origin, fallback)
  chain.deposit(UtilityEvents.IfElseFallbackCalled, { main_error: dispatchErrorOf(chain, outcome.error) })
}

function ensureMayBatch({ constants }: Chain, origin: Origin, calls: readonly RuntimeCall[]): void {
  ensure(origin.kind !== "none", "BadOrigin")
  ensure(calls.length <= constants.batchedCallsLimit, "Utility.TooManyCalls")
}

/**
 * Dispatches a call inside another with the same origin. Filters and guards are not asked about root's.
 *
 * @clause state-16
 * @source pallets/utility/src/lib.rs:217
 */
function dispatchInside(chain: Chain, origin: Origin, call: RuntimeCall): void {
  if (origin.kind === "root") dispatchUnfiltered(chain, origin, call)
  else dispatch(chain, origin, call)
}

/**
 * What comes of a call inside another; a refusal undoes that call alone.
 *
 * @clause state-16
 * @source pallets/utility/src/lib.rs:217
 */
function attemptInside(chain: Chain, origin: Origin, call: RuntimeCall): Outcome<void> {
  return attempt(() => dispatchInside(chain, origin, call))
}
