import type { StorageDeclarations } from "./state.js"
import { storageItems } from "./storage/items.js"
import type { StorageItem } from "./storageItem.js"

/** Every declared storage item by the prefix of its raw keys. */
export const declaredStorage: StorageDeclarations = new Map(
  Object.values<Readonly<Record<string, StorageItem<unknown>>>>(storageItems).flatMap((pallet) =>
    Object.values(pallet).map((item): [string, StorageItem<unknown>] => [item.prefix, item]),
  ),
)
