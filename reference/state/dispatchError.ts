import type { ValueOf } from "../interface/valueType.js"
import type { Chain } from "./chain.js"
import { dispatchError, type result } from "./namedTypes.js"
import type { ErrorName, Outcome } from "./refusal.js"

/** An error as events carry it. */
export type DispatchError = ValueOf<typeof dispatchError>

/** What came of a call inside a call, as events carry it. */
export type DispatchResult = ValueOf<typeof result>

/**
 * An error as events carry it: of a pallet as the pallet's index and four bytes, of which the first is the error's
 * index and the others are zero; any other by its kind.
 *
 * @clause state-14
 * @source sp-runtime 42.0.0 src/lib.rs:545
 */
export function dispatchErrorOf({ fork }: Chain, name: ErrorName): DispatchError {
  const [group = name, reason] = name.split(".")
  const pallet = fork.runtime.errors.get(group)
  if (pallet === undefined || reason === undefined) return dispatchError.fromJson({ [group]: reason ?? null })
  const error = (pallet.errors[reason] ?? 0).toString(16).padStart(2, "0")
  return { type: "Module", value: { index: pallet.index, error: `0x${error}000000` } }
}

/**
 * What came of a call inside a call, as events carry it.
 *
 * @clause state-14
 * @source sp-runtime 42.0.0 src/lib.rs:545
 */
export function dispatchResultOf(chain: Chain, outcome: Outcome<unknown>): DispatchResult {
  if (outcome.ok) return { type: "Ok", value: undefined }
  return { type: "Err", value: dispatchErrorOf(chain, outcome.error) }
}
