import { forkTable } from "../../../reference/forks/forkTable.js"
import type { Encoding } from "../../../reference/state/encoding.js"
import type { Hex } from "../../../reference/state/scaleTypes.js"
import type { StorageItem } from "../../../reference/state/storageItem.js"
import { fixedConstants } from "./fixedConstants.js"

/** A key of a storage map: how it is hashed and laid out. */
export interface KeyShape {
  readonly hasher: string
  readonly encoding: Encoding
}

/** A storage item: where it lives is its name, the rest is here. */
export interface ItemShape {
  readonly keys: readonly KeyShape[]
  readonly value: Encoding
  /** The SCALE bytes that a missing value reads as; undefined for an optional item. */
  readonly fallback: Hex | undefined
}

/** A call or an event: its index in the pallet and what it carries. */
export interface VariantShape {
  readonly index: number
  readonly payload: Encoding
}

/** One pallet, seen from outside. */
export interface PalletShape {
  readonly index: number | undefined
  readonly storage: ReadonlyMap<string, ItemShape>
  readonly calls: ReadonlyMap<string, VariantShape>
  readonly events: ReadonlyMap<string, VariantShape>
  /** The index of each error. */
  readonly errors: ReadonlyMap<string, number>
  /** The value of each constant that is a number. */
  readonly constants: ReadonlyMap<string, bigint>
}

/** A runtime, seen from outside: its pallets by name. */
export type RuntimeShape = ReadonlyMap<string, PalletShape>

interface Declared {
  readonly pallet: string
  readonly name: string
  readonly palletIndex: number
  readonly index: number
}

function itemShape(item: StorageItem<unknown>, fork: string): ItemShape {
  return {
    keys: item.keyParts.map(({ hasher, type }) => ({ hasher, encoding: type.encoding })),
    value: item.type.encoding,
    fallback: item.defaultBytesIn(fork),
  }
}

function variantsOf<Row extends Declared>(
  rows: readonly Row[],
  pallet: string,
  payload: (row: Row) => Encoding,
): ReadonlyMap<string, VariantShape> {
  const own = rows.filter((row) => row.pallet === pallet)
  return new Map(own.map((row) => [row.name, { index: row.index, payload: payload(row) }]))
}

/** The forks whose storage, calls, events, errors and constants the model declares. */
export const declaredForks: readonly string[] = [...forkTable.keys()]

/** What the model declares of a fork's runtime. Throws a RangeError for a fork that is not one of `declaredForks`. */
export function declaredRuntime(name: string): RuntimeShape {
  const fork = forkTable.get(name)
  if (fork === undefined) throw new RangeError(`the model declares nothing of the fork "${name}"`)
  const { storage, calls: callRows, events, errors: errorsByPallet } = fork.runtime
  const items = [...storage.items.values()]
  const eventRows = [...events.values()]
  const pallets = new Set([...items, ...callRows, ...eventRows].map(({ pallet }) => pallet))
  return new Map(
    [...pallets, ...errorsByPallet.keys()].map((pallet) => [
      pallet,
      {
        index: errorsByPallet.get(pallet)?.index,
        storage: new Map(
          items.filter((item) => item.pallet === pallet).map((item) => [item.name, itemShape(item, name)]),
        ),
        calls: variantsOf(callRows, pallet, (row) => row.arguments.encoding),
        events: variantsOf(eventRows, pallet, (row) => row.fields.encoding),
        errors: new Map(Object.entries(errorsByPallet.get(pallet)?.errors ?? {})),
        constants: new Map(
          fixedConstants
            .filter((constant) => constant.pallet === pallet && constant.forks.has(name))
            .map(({ name: word, value }) => [word, value(fork.constants)]),
        ),
      },
    ]),
  )
}
