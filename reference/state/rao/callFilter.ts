import { CALLS_IN_SAFE_MODE, passesSafeMode } from "../callFilter.js"
import type { CallFilter } from "../origin.js"
import { SubtensorModuleCalls } from "./calls.js"

const LISTED = [...CALLS_IN_SAFE_MODE, SubtensorModuleCalls.set_tao_weights]

/**
 * The filter of calls that holds for every origin but root: batches may lie in batches, and one more call passes in
 * safe mode, one that does nothing.
 *
 * @clause state-45
 * @source rao:runtime/src/lib.rs:352
 */
export const baseCallFilter: CallFilter = (chain, call) => passesSafeMode(chain, call, LISTED)
