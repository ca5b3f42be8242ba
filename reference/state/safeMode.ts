import { U32 } from "../numbers/integers.js"
import { SafeModeCalls } from "./calls.js"
import type { Chain } from "./chain.js"
import { type CallHandler, serve } from "./dispatch.js"
import { SafeModeEvents } from "./events.js"
import { ensureRoot, ensureSigned, type Origin } from "./origin.js"
import { ensure, refuse } from "./refusal.js"
import { EnteredUntil } from "./storage/safeMode.js"

/** The blocks for which root enters safe mode: 24 hours. */
const ENTER_BLOCKS = 7_200
/** The blocks by which root extends it: 12 hours. */
const EXTEND_BLOCKS = 3_600

/**
 * Enters safe mode for a day, in which few calls pass.
 *
 * @throws BadOrigin, SafeMode.Entered
 * @clause state-56
 * @source pallet-safe-mode 31.0.0 src/lib.rs:320
 */
export function forceEnter(chain: Chain, origin: Origin): void {
  ensureRoot(origin)
  ensure(EnteredUntil.get(chain.state) === undefined, "SafeMode.Entered")
  const until = U32.saturatingAdd<number>(Number(chain.blockNumber), ENTER_BLOCKS)
  EnteredUntil.set(chain.state, until)
  chain.deposit(SafeModeEvents.Entered, { until })
}

/**
 * Makes safe mode half a day longer.
 *
 * @throws BadOrigin, SafeMode.Exited
 * @clause state-56
 * @source pallet-safe-mode 31.0.0 src/lib.rs:353
 */
export function forceExtend(chain: Chain, origin: Origin): void {
  ensureRoot(origin)
  const until = U32.saturatingAdd<number>(enteredUntil(chain), EXTEND_BLOCKS)
  EnteredUntil.set(chain.state, until)
  chain.deposit(SafeModeEvents.Extended, { until })
}

/**
 * Ends safe mode at once.
 *
 * @throws BadOrigin, SafeMode.Exited
 * @clause state-56
 * @source pallet-safe-mode 31.0.0 src/lib.rs:370
 */
export function forceExit(chain: Chain, origin: Origin): void {
  ensureRoot(origin)
  enteredUntil(chain)
  exit(chain, "Force")
}

/**
 * The last block of safe mode.
 *
 * @throws SafeMode.Exited outside of it
 * @clause state-56
 * @source pallet-safe-mode 31.0.0 src/lib.rs:485
 */
function enteredUntil({ state }: Chain): number {
  const until = EnteredUntil.get(state)
  if (until === undefined) throw refuse("SafeMode.Exited")
  return until
}

/**
 * Refuses who wants to enter safe mode without root: the chain names no deposit for it.
 *
 * @throws BadOrigin, SafeMode.Entered, SafeMode.NotConfigured
 * @clause state-57
 * @source pallet-safe-mode 31.0.0 src/lib.rs:466
 */
export function refuseToEnter(chain: Chain, origin: Origin): never {
  ensureSigned(origin)
  ensure(EnteredUntil.get(chain.state) === undefined, "SafeMode.Entered")
  throw refuse("SafeMode.NotConfigured")
}

/**
 * Refuses who wants to extend safe mode without root: the chain names no deposit for it.
 *
 * @throws BadOrigin, SafeMode.Exited, SafeMode.NotConfigured
 * @clause state-57
 * @source pallet-safe-mode 31.0.0 src/lib.rs:485
 */
export function refuseToExtend(chain: Chain, origin: Origin): never {
  ensureSigned(origin)
  enteredUntil(chain)
  throw refuse("SafeMode.NotConfigured")
}

/**
 * Refuses to touch a deposit, of which there is none.
 *
 * @throws SafeMode.NoDeposit
 * @clause state-57
 * @source pallet-safe-mode 31.0.0 src/lib.rs:514
 */
export function refuseDeposit(): never {
  throw refuse("SafeMode.NoDeposit")
}

/**
 * Ends safe mode in the first block after its last.
 *
 * @clause state-58
 * @source pallet-safe-mode 31.0.0 src/lib.rs:449
 */
export function exitSafeModeInTime(chain: Chain): void {
  const until = EnteredUntil.get(chain.state)
  if (until !== undefined && chain.blockNumber > until) exit(chain, "Timeout")
}

/**
 * Ends safe mode and tells why.
 *
 * @clause state-56 state-58
 * @source pallet-safe-mode 31.0.0 src/lib.rs:505
 */
function exit(chain: Chain, reason: "Force" | "Timeout"): void {
  EnteredUntil.remove(chain.state)
  chain.deposit(SafeModeEvents.Exited, { reason })
}

/** The calls of pallet SafeMode. */
export const safeModeCalls: readonly CallHandler<unknown>[] = [
  serve(SafeModeCalls.enter, refuseToEnter),
  serve(SafeModeCalls.force_enter, forceEnter),
  serve(SafeModeCalls.extend, refuseToExtend),
  serve(SafeModeCalls.force_extend, forceExtend),
  serve(SafeModeCalls.force_exit, forceExit),
  serve(SafeModeCalls.force_slash_deposit, (_chain, origin) => {
    ensureRoot(origin)
    refuseDeposit()
  }),
  serve(SafeModeCalls.release_deposit, (_chain, origin) => {
    ensureSigned(origin)
    refuseDeposit()
  }),
  serve(SafeModeCalls.force_release_deposit, (_chain, origin) => {
    ensureRoot(origin)
    refuseDeposit()
  }),
]
