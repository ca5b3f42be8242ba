import type { CallDeclaration, RuntimeCall } from "./call.js"
import { calls } from "./calls.js"
import { palletErrors } from "./errors.js"
import type { EventDeclaration } from "./event.js"
import { events } from "./events.js"
import { runtimeCall } from "./runtimeCall.js"
import type { ScaleType } from "./scaleTypes.js"
import type { StorageDeclarations } from "./state.js"
import { storageItems } from "./storage/items.js"
import type { StorageItem } from "./storageItem.js"

/** Things of each pallet by their names. */
type ByPallet<T> = Readonly<Record<string, Readonly<Record<string, T>>>>

/** The events of a runtime by `Pallet.Event`. */
export type EventTable = ReadonlyMap<string, EventDeclaration<unknown>>

/** The number of a pallet and those of its errors by their names. */
export interface ErrorsOfPallet {
  readonly index: number
  readonly errors: Readonly<Record<string, number>>
}

/** What a fork's runtime declares: its storage, and its calls, events and errors with their numbers. */
export interface Runtime {
  readonly storage: StorageDeclarations
  /** Any of its calls. */
  readonly runtimeCall: ScaleType<RuntimeCall>
  readonly calls: readonly CallDeclaration<unknown>[]
  readonly events: EventTable
  /** Its pallets by their names, with the errors of each. */
  readonly errors: ReadonlyMap<string, ErrorsOfPallet>
}

/** The storage of a fork, from its items. */
export function storageOf(fork: string, pallets: ByPallet<StorageItem<unknown>>): StorageDeclarations {
  const items = Object.values(pallets).flatMap((pallet) => Object.values(pallet))
  return { fork, items: new Map(items.map((item) => [item.prefix, item])) }
}

/** The calls of a fork, from their declarations. */
export function callList(pallets: ByPallet<CallDeclaration<unknown>>): Runtime["calls"] {
  return Object.values(pallets).flatMap((pallet) => Object.values(pallet))
}

/** The events of a fork, from their declarations. */
export function eventTable(pallets: ByPallet<EventDeclaration<unknown>>): EventTable {
  const declarations = Object.values(pallets).flatMap((pallet) => Object.values(pallet))
  return new Map(declarations.map((declaration) => [`${declaration.pallet}.${declaration.name}`, declaration]))
}

/** The errors of a fork, from their declarations. */
export function errorTable(pallets: Readonly<Record<string, ErrorsOfPallet>>): Runtime["errors"] {
  return new Map(Object.entries(pallets))
}

/** What the runtime of fork `balancer` declares. */
export const balancerRuntime: Runtime = {
  storage: storageOf("balancer", storageItems),
  runtimeCall,
  calls: callList(calls),
  events: eventTable(events),
  errors: errorTable(palletErrors),
}
