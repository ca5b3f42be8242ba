import { createDecoder } from "scale-ts"
import { fromHex, type Hex, toHex } from "../state/scaleTypes.js"
import { State, type StorageDeclarations } from "../state/state.js"
import type { StorageItem } from "../state/storageItem.js"
import { excerpt, isJsonObject, type Json, type JsonObject, ValueError } from "./valueType.js"

const PREFIX_LENGTH = 66

/** What stands for the value of a key that a step removed. */
export const REMOVED: JsonObject = { removed: true }

function itemName(item: StorageItem<unknown>): string {
  return `${item.pallet}.${item.name}`
}

function itemsByName(declarations: StorageDeclarations): ReadonlyMap<string, StorageItem<unknown>> {
  return new Map([...declarations.items.values()].map((item) => [itemName(item), item]))
}

/** The keys of a stored value as one text: each key's JSON form, joined by slashes; empty for a single value. */
function keyText(item: StorageItem<unknown>, key: string): string {
  const decode = createDecoder((input) => item.keyParts.map((part) => part.type.toJson(part.decode(input))))
  const keys = decode(fromHex(`0x${key.slice(PREFIX_LENGTH)}`))
  return keys.map((json) => (typeof json === "string" ? json : JSON.stringify(json))).join("/")
}

function keyDigits(item: StorageItem<unknown>, text: string, path: string): string {
  const words = item.keyParts.length === 0 && text === "" ? [] : text.split("/")
  if (words.length !== item.keyParts.length) {
    throw new ValueError(path, `${item.keyParts.length} keys joined by "/" are expected, not ${excerpt(text)}`)
  }
  return item.keyParts.map((part, index) => part.digits(part.type.fromJson(keyJson(words[index] ?? ""), path))).join("")
}

function keyJson(word: string): Json {
  if (!word.startsWith("{") && !word.startsWith("[")) return word
  try {
    return JSON.parse(word)
  } catch {
    return word
  }
}

/** Storage in its JSON form: item to keys to value. */
export function storageJson(
  declarations: StorageDeclarations,
  entries: Iterable<readonly [string, Hex | null]>,
): JsonObject {
  const items = new Map<string, [string, Json][]>()
  for (const [key, bytes] of entries) {
    const item = declarations.items.get(key.slice(0, PREFIX_LENGTH))
    const [name, text, value] = item === undefined ? ["undeclared", key, bytes] : entryJson(item, key, bytes)
    const values = items.get(name)
    if (values === undefined) items.set(name, [[text, value]])
    else values.push([text, value])
  }
  const sorted = [...items].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([name, values]) => [name, Object.fromEntries(values)]))
}

function entryJson(item: StorageItem<unknown>, key: string, bytes: Hex | null): readonly [string, string, Json] {
  const value = bytes === null ? REMOVED : item.type.toJson(item.type.decode(fromHex(bytes)))
  return [itemName(item), keyText(item, key), value]
}

/** The state that a JSON form describes. Throws a ValueError that names the item and key that are wrong. */
export function stateFromJson(declarations: StorageDeclarations, json: Json): State {
  if (!isJsonObject(json)) throw new ValueError("state", `${excerpt(json)} is not an object of storage items`)
  const byName = itemsByName(declarations)
  const state = State.empty(declarations)
  for (const [name, values] of Object.entries(json)) {
    const item = byName.get(name)
    if (item === undefined) throw new ValueError(`state.${name}`, "the fork has no such storage item")
    if (!isJsonObject(values))
      throw new ValueError(`state.${name}`, `${excerpt(values)} is not an object of keys and values`)
    for (const [text, value] of Object.entries(values)) {
      const path = `state.${name}[${text}]`
      state.write(item, keyDigits(item, text, path), item.type.fromJson(value, path))
    }
  }
  state.forgetHistory()
  return state
}

/**
 * Raw keys and SCALE values of changes in their JSON form, null where a key was removed. Throws a ValueError that names
 * the item and key that are wrong.
 */
export function changesFromJson(declarations: StorageDeclarations, json: JsonObject): ReadonlyMap<Hex, Hex | null> {
  const byName = itemsByName(declarations)
  const changes = new Map<Hex, Hex | null>()
  for (const [name, values] of Object.entries(json)) {
    const item = byName.get(name)
    if (item === undefined || !isJsonObject(values))
      throw new ValueError(`changes.${name}`, "the fork has no such item")
    for (const [text, value] of Object.entries(values)) {
      const path = `changes.${name}[${text}]`
      const bytes = isRemoval(value) ? null : toHex(item.type.encode(item.type.fromJson(value, path)))
      changes.set(`${item.prefix}${keyDigits(item, text, path)}`, bytes)
    }
  }
  return changes
}

function isRemoval(value: Json): boolean {
  return isJsonObject(value) && value.removed === true && Object.keys(value).length === 1
}

/** The whole of a state, or of some of its items, in its JSON form. */
export function stateToJson(state: State, items?: readonly string[]): JsonObject {
  const json = storageJson(state.declarations, state.toRaw())
  if (items === undefined) return json
  return Object.fromEntries(items.map((name) => [name, json[name] ?? {}]))
}
