import type { CallDeclaration, RuntimeCall } from "./call.js"
import { CommitmentsCalls, SubtensorModuleCalls, UtilityCalls } from "./calls.js"
import type { Chain } from "./chain.js"
import { isCallOf } from "./guard.js"
import type { CallFilter } from "./origin.js"
import { EnteredUntil } from "./storage/safeMode.js"

/** The pallets whose calls pass in safe mode. */
const PALLETS_IN_SAFE_MODE: ReadonlySet<string> = new Set(["SafeMode", "Sudo", "Multisig", "System", "Timestamp"])

/** The other calls that pass in safe mode. */
export const CALLS_IN_SAFE_MODE: readonly CallDeclaration<unknown>[] = [
  SubtensorModuleCalls.set_weights,
  SubtensorModuleCalls.serve_axon,
  CommitmentsCalls.set_commitment,
]

/** The calls that carry out a list of calls. */
const BATCHES = [UtilityCalls.batch, UtilityCalls.batch_all, UtilityCalls.force_batch]

/**
 * Whether a call passes in safe mode, or safe mode is off.
 *
 * @param listed the calls that pass beside those of whole pallets
 * @clause state-15, state-45
 * @source runtime/src/lib.rs:436
 */
export function passesSafeMode(
  { state }: Chain,
  call: RuntimeCall,
  listed: readonly CallDeclaration<unknown>[] = CALLS_IN_SAFE_MODE,
): boolean {
  if (EnteredUntil.get(state) === undefined) return true
  const isListed = listed.some((declaration) => isCallOf<unknown>(call, declaration))
  return isListed || PALLETS_IN_SAFE_MODE.has(call.declaration.pallet)
}

/**
 * Whether a call is anything but a batch that has a batch directly in its list.
 *
 * @clause state-15
 * @source runtime/src/lib.rs:274
 */
export function nestsNoBatch(call: RuntimeCall): boolean {
  return !BATCHES.some((batch) => isCallOf(call, batch) && call.arguments.calls.some(isBatch))
}

function isBatch(call: RuntimeCall): boolean {
  return BATCHES.some((batch) => isCallOf(call, batch))
}

/**
 * The filter of calls that holds for every origin but root.
 *
 * @clause state-15
 * @source runtime/src/lib.rs:298
 */
export const baseCallFilter: CallFilter = (chain, call) => passesSafeMode(chain, call) && nestsNoBatch(call)
