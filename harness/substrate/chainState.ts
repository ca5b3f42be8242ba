import { REMOVED } from "../../reference/interface/stateJson.js"
import { excerpt, isJsonObject, type Json, type JsonObject, ValueError } from "../../reference/interface/valueType.js"
import type { Hex } from "../../reference/state/scaleTypes.js"
import type { ChainAccess, StorageChanges } from "./chainAccess.js"
import type { StorageCoding, StorageItemCoding } from "./coding/storageCoding.js"

function itemNamed(storage: StorageCoding, name: string): StorageItemCoding {
  const item = storage.item(name)
  if (item === undefined) throw new ValueError(`state.${name}`, "the chain has no such storage item")
  return item
}

function entriesOf(item: StorageItemCoding, values: Json): readonly (readonly [Hex, Hex])[] {
  const path = `state.${item.name}`
  if (!isJsonObject(values)) throw new ValueError(path, `${excerpt(values)} is not an object of keys and values`)
  return Object.entries(values).map(([text, value]) => {
    const place = `${path}[${text}]`
    return [item.rawKeyOfText(text, place), item.encodeValue(value, place)] as const
  })
}

/** Raw storage that a state in JSON form describes. Throws a ValueError for what the chain has no place for. */
export function rawState(storage: StorageCoding, state: Json): ReadonlyMap<Hex, Hex> {
  if (!isJsonObject(state)) throw new ValueError("state", `${excerpt(state)} is not an object of storage items`)
  return new Map(Object.entries(state).flatMap(([name, values]) => entriesOf(itemNamed(storage, name), values)))
}

/** What has to be written so that the given items hold this raw storage and nothing else. */
export async function writesFor(
  chain: ChainAccess,
  storage: StorageCoding,
  items: Iterable<string>,
  wanted: ReadonlyMap<Hex, Hex>,
): Promise<StorageChanges> {
  const writes = new Map<Hex, Hex | null>()
  for (const name of items) {
    const prefix = storage.item(name)?.prefix
    for (const key of prefix === undefined ? [] : await chain.keysUnder(prefix)) writes.set(key, null)
  }
  for (const [key, value] of wanted) writes.set(key, value)
  return writes
}

/** Raw changes of the given items in JSON form: item to keys to value. */
export function changesJson(storage: StorageCoding, items: ReadonlySet<string>, changes: StorageChanges): JsonObject {
  const found = new Map<string, [string, Json][]>()
  for (const [key, bytes] of changes) {
    const item = storage.itemOfKey(key)
    if (item === undefined || !items.has(item.name)) continue
    const entry: [string, Json] = [item.keyText(key), bytes === null ? REMOVED : item.decodeValue(bytes)]
    const entries = found.get(item.name)
    if (entries === undefined) found.set(item.name, [entry])
    else entries.push(entry)
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([name, entries]) => [name, Object.fromEntries(entries)]))
}

/** Everything that the given items hold, in JSON form. */
export async function readItems(
  chain: ChainAccess,
  storage: StorageCoding,
  items: readonly string[],
): Promise<JsonObject> {
  const state: [string, Json][] = []
  for (const name of items) {
    const item = itemNamed(storage, name)
    const keys = await chain.keysUnder(item.prefix)
    const values = await chain.read(keys)
    const entries = keys.flatMap((key, index): readonly (readonly [string, Json])[] => {
      const bytes = values[index]
      return bytes === undefined ? [] : [[item.keyText(key), item.decodeValue(bytes)]]
    })
    state.push([name, Object.fromEntries(entries)])
  }
  return Object.fromEntries(state)
}
