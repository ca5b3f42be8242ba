import { forkTable } from "../forks/forkTable.js"
import type { TypeDescription } from "./valueType.js"

const known = new Map<string, ReadonlyMap<string, TypeDescription>>()

function typesOf(fork: string): ReadonlyMap<string, TypeDescription> {
  const items = [...(forkTable.get(fork)?.runtime.storage.items.values() ?? [])]
  return new Map(items.map((item) => [`${item.pallet}.${item.name}`, item.type.describe]))
}

/** The type of a storage item (`Pallet.Item`) of a fork; undefined when there is no such item or fork. */
export function storageTypeOf(fork: string, item: string): TypeDescription | undefined {
  const types = known.get(fork) ?? typesOf(fork)
  known.set(fork, types)
  return types.get(item)
}
