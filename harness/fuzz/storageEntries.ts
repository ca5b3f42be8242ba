import fc from "fast-check"
import { storageTypeOf } from "../../reference/interface/storageTypes.js"
import { isJsonObject, type Json, type JsonObject } from "../../reference/interface/valueType.js"
import { type Fresh, mutatedValue } from "./mutatedValue.js"
import { numberBounds } from "./numberBounds.js"
import { inListedStages, mapped, type Simplifier, shorterLists, simplerMembers } from "./simpler.js"
import { ROUND_NUMBERS, simplerValues } from "./simplerValues.js"

/** A value in storage: its item as `Pallet.Item`, its keys as one text, and itself. */
type StorageEntry = readonly [item: string, key: string, value: Json]

function entriesOf(state: JsonObject): readonly StorageEntry[] {
  return Object.entries(state).flatMap(([item, values]) =>
    isJsonObject(values) ? Object.entries(values).map(([key, value]): StorageEntry => [item, key, value]) : [],
  )
}

function stateOf(entries: readonly StorageEntry[]): JsonObject {
  const state: { [item: string]: { [key: string]: Json } } = {}
  for (const [item, key, value] of entries) {
    const values = state[item] ?? {}
    values[key] = value
    state[item] = values
  }
  return state
}

/** Simpler values: of a number only zero and round ones, since a state holds so many of them. */
function simplerEntry(fork: string, [item, key, value]: StorageEntry): Simplifier<StorageEntry> {
  const type = storageTypeOf(fork, item)
  if (type === undefined) return () => []
  const simpler = simplerValues(type, value)
  const isNumber = numberBounds(type) !== undefined
  const few: Simplifier<Json> = function* (from) {
    for (const one of simpler(from)) if (!isNumber || (one.next[0] ?? 0) <= ROUND_NUMBERS) yield one
  }
  return mapped(few, (other): StorageEntry => [item, key, other])
}

/** States of the fork with less in them, or with simpler values. */
export function simplerStates(fork: string, state: JsonObject): Simplifier<JsonObject> {
  const entries = entriesOf(state)
  const stages: readonly Simplifier<JsonObject>[] = [
    mapped(shorterLists(Object.entries(state)), (items) => Object.fromEntries(items)),
    mapped(shorterLists(entries), stateOf),
    mapped(
      simplerMembers(entries, (entry) => simplerEntry(fork, entry)),
      stateOf,
    ),
  ]
  return inListedStages(stages)
}

/** The state of the fork with one value in it changed, or one gone. */
export function mutatedState(fork: string, state: JsonObject, fresh: Fresh): fc.Arbitrary<JsonObject> {
  const entries = entriesOf(state)
  if (entries.length === 0) return fc.constant(state)
  return fc.tuple(fc.nat(entries.length - 1), fc.nat(9)).chain(([index, chance]) => {
    const entry = entries[index]
    const type = entry === undefined ? undefined : storageTypeOf(fork, entry[0])
    if (entry === undefined || type === undefined) return fc.constant(state)
    if (chance === 0) return fc.constant(stateOf(entries.toSpliced(index, 1)))
    return mutatedValue(type, entry[2], fresh).map((value) => stateOf(entries.with(index, [entry[0], entry[1], value])))
  })
}
