/** The kinds of declaration that are compared, in the order in which they are shown. */
export const DRIFT_GROUPS = ["pallets", "storage", "calls", "events", "errors", "constants"] as const

export type DriftGroup = (typeof DRIFT_GROUPS)[number]

/** One thing in which a runtime is not as the model declares it. */
export interface Drift {
  readonly group: DriftGroup
  readonly pallet: string
  /** The item, call, event, error or constant; undefined for the pallet itself. */
  readonly name?: string
  /** `missing` in the runtime, `extra` in the runtime, or `changed`. */
  readonly kind: "missing" | "extra" | "changed"
  /** What of it changed: `value`, `key 1`, `hasher 1`, `default`, `modifier`, `index`, `arguments`, `fields`. */
  readonly aspect?: string
  /** Where inside the type. */
  readonly place?: string
  readonly declared?: string
  readonly found?: string
}

/** The drift as a row of what changed in one thing. */
export type Change = Pick<Drift, "aspect" | "place" | "declared" | "found">
