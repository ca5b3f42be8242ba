import { forkTable } from "../../../reference/forks/forkTable.js"
import type { CallDeclaration } from "../../../reference/state/call.js"
import type { EventDeclaration } from "../../../reference/state/event.js"
import type { StorageItem } from "../../../reference/state/storageItem.js"

/** What the runtime of a fork declares. */
export interface DeclaredRuntime {
  readonly fork: string
  readonly storage: readonly StorageItem<unknown>[]
  readonly calls: readonly CallDeclaration<unknown>[]
  readonly events: readonly EventDeclaration<unknown>[]
  /** By pallet, the pallet's number and those of its errors. */
  readonly errors: ReadonlyMap<string, { readonly index: number; readonly errors: Readonly<Record<string, number>> }>
  /** Whether the model carries out a call, `Pallet.name`. */
  serves(call: string): boolean
}

/** The runtimes of the forks that the model carries out, the newest first. */
export const runtimes: readonly DeclaredRuntime[] = [...forkTable.values()]
  .reverse()
  .map(({ name, runtime, calls }) => ({
    fork: name,
    storage: [...runtime.storage.items.values()],
    calls: runtime.calls,
    events: [...runtime.events.values()],
    errors: runtime.errors,
    serves: (call) => calls.has(call),
  }))
