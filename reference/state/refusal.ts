import type { palletErrors } from "./errors.js"
import type { palletErrors as raoErrors } from "./rao/errors.js"

/** The names that a table of errors by pallet gives, as `Pallet.Error`. */
type NamesIn<Errors extends Readonly<Record<string, { readonly errors: object }>>> = {
  [Pallet in keyof Errors & string]: `${Pallet}.${keyof Errors[Pallet]["errors"] & string}`
}[keyof Errors & string]

/** An error that a pallet declares in any fork, as `Pallet.Error`. */
export type PalletErrorName = NamesIn<typeof palletErrors> | NamesIn<typeof raoErrors>

/** An error that belongs to no pallet: of the origin, of the currency, of arithmetic. */
export type PlainErrorName =
  | "BadOrigin"
  | "CannotLookup"
  | "Other"
  | "ConsumerRemaining"
  | "NoProviders"
  | "TooManyConsumers"
  | "Unavailable"
  | "Exhausted"
  | "Exhausted"
  | "Corruption"
  | "RootNotAllowed"
  | `Token.${"FundsUnavailable" | "OnlyProvider" | "BelowMinimum" | "CannotCreate" | "UnknownAsset" | "Frozen" | "Unsupported" | "CannotCreateHold" | "NotExpendable" | "Blocked"}`
  | `Arithmetic.${"Underflow" | "Overflow" | "DivisionByZero"}`
  | `Transactional.${"LimitReached" | "NoLayer"}`

/** The chain's name for the reason why a call was refused. */
export type ErrorName = PalletErrorName | PlainErrorName

/** Thrown where the chain returns an error. Whoever catches it decides whether writes are undone. */
export class Refusal extends Error {
  readonly error: ErrorName

  constructor(error: ErrorName) {
    super(error)
    this.name = "Refusal"
    this.error = error
  }
}

/** The refusal with the chain's name for the reason; to be thrown. */
export function refuse(error: ErrorName): Refusal {
  return new Refusal(error)
}

/** Refuses unless the condition holds. */
export function ensure(condition: boolean, error: ErrorName): asserts condition {
  if (!condition) throw refuse(error)
}

/** What came of something that may be refused. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorName }

/** Runs something that may be refused and gives its outcome. Writes made before a refusal stay. */
export function attempt<T>(run: () => T): Outcome<T> {
  try {
    return { ok: true, value: run() }
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ok: false, error: thrown.error }
    throw thrown
  }
}
