import type { Hex } from "../../../../reference/state/scaleTypes.js"
import { State } from "../../../../reference/state/state.js"
import type { StorageItem } from "../../../../reference/state/storageItem.js"

/** A state that remembers which keys were read, written or looked for. */
export interface WatchedState {
  readonly state: State
  /** Of the storage that the state began with, what was touched. */
  touched(): State
}

/** Watches everything that happens to a state from now on. */
export function watch(start: State): WatchedState {
  const before = start.fork()
  const inner = start.fork()
  const keys = new Set<string>()
  const note = (item: StorageItem<unknown>, digits: string) => keys.add(item.prefix + digits)
  const noteAll = (item: StorageItem<unknown>, found: readonly string[]) => {
    for (const digits of found) note(item, digits)
    return found
  }

  const state = start.fork()
  state.has = (item, digits) => {
    note(item, digits)
    return inner.has(item, digits)
  }
  state.read = (item, digits) => {
    note(item, digits)
    return inner.read(item, digits)
  }
  state.readOr = (item, digits, missing) => {
    note(item, digits)
    return inner.readOr(item, digits, missing)
  }
  state.write = (item, digits, value) => {
    note(item, digits)
    inner.write(item, digits, value)
  }
  state.remove = (item, digits) => {
    note(item, digits)
    inner.remove(item, digits)
  }
  state.writeRaw = (key, bytes) => {
    keys.add(key)
    inner.writeRaw(key, bytes)
  }
  state.keysUnder = (item, digits) => noteAll(item, inner.keysUnder(item, digits))
  state.keysAfter = (item, rawKey, limit) => noteAll(item, inner.keysAfter(item, rawKey, limit))
  state.mark = () => inner.mark()
  state.rollback = (mark) => inner.rollback(mark)
  state.changesSince = (mark) => inner.changesSince(mark)
  state.forgetHistory = () => inner.forgetHistory()
  return { state, touched: () => onlyKeys(before, keys) }
}

function onlyKeys(state: State, keys: ReadonlySet<string>): State {
  const entries = [...keys].flatMap((key): readonly (readonly [string, Hex])[] => {
    const value = state.readRaw(key)
    return value === undefined ? [] : [[key, value]]
  })
  return State.fromRaw(state.declarations, entries)
}
