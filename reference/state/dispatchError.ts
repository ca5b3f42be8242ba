import type { ValueOf } from "../interface/valueType.js"
import { palletErrors } from "./errors.js"
import { dispatchError, type result } from "./namedTypes.js"
import type { ErrorName, Outcome } from "./refusal.js"

/** An error as events carry it. */
export type DispatchError = ValueOf<typeof dispatchError>

/** What came of a call inside a call, as events carry it. */
export type DispatchResult = ValueOf<typeof result>

interface ErrorsOfPallet {
  readonly index: number
  readonly errors: { readonly [name: string]: number }
}

const errorsByPallet: ReadonlyMap<string, ErrorsOfPallet> = new Map<string, ErrorsOfPallet>(
  Object.entries(palletErrors),
)

/**
 * An error as events carry it: of a pallet as the pallet's index and four bytes, of which the first is the error's
 * index and the others are zero; any other by its kind.
 *
 * @clause state-14
 * @source sp-runtime 42.0.0 src/lib.rs:545
 */
export function dispatchErrorOf(name: ErrorName): DispatchError {
  const [group = name, reason] = name.split(".")
  const pallet = errorsByPallet.get(group)
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
export function dispatchResultOf(outcome: Outcome<unknown>): DispatchResult {
  if (outcome.ok) return { type: "Ok", value: undefined }
  return { type: "Err", value: dispatchErrorOf(outcome.error) }
}
