import { balancer } from "../../../reference/forks/balancer.js"
import type { CallDeclaration } from "../../../reference/state/call.js"
import { calls } from "../../../reference/state/calls.js"
import { palletErrors } from "../../../reference/state/errors.js"
import type { EventDeclaration } from "../../../reference/state/event.js"
import { events } from "../../../reference/state/events.js"
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

function flat<T>(byPallet: Readonly<Record<string, Readonly<Record<string, T>>>>): readonly T[] {
  return Object.values(byPallet).flatMap((ofPallet) => Object.values(ofPallet))
}

/** The runtimes of the forks that the model carries out, the newest first. */
export const runtimes: readonly DeclaredRuntime[] = [
  {
    fork: balancer.name,
    storage: [...balancer.storage.values()],
    calls: flat<CallDeclaration<unknown>>(calls),
    events: flat<EventDeclaration<unknown>>(events),
    errors: new Map(Object.entries(palletErrors)),
    serves: (call) => balancer.calls.has(call),
  },
]
