// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { twoxU64 } from "../keyParts.js"
import { storedPendingChange, storedState } from "../namedTypes.js"
import { bytesOf, tuple, u32, u64, vector } from "../scaleTypes.js"
import { defaultsTo, isOptional, StorageMap, StorageValue } from "../storageItem.js"

export const State = new StorageValue("Grandpa", "State", storedState, defaultsTo(storedState, "0x00"))
export const PendingChange = new StorageValue("Grandpa", "PendingChange", storedPendingChange, isOptional)
export const NextForced = new StorageValue("Grandpa", "NextForced", u32, isOptional)
export const Stalled = new StorageValue("Grandpa", "Stalled", tuple(u32, u32), isOptional)
export const CurrentSetId = new StorageValue("Grandpa", "CurrentSetId", u64, defaultsTo(u64, "0x0000000000000000"))
export const SetIdSession = new StorageMap("Grandpa", "SetIdSession", twoxU64, u32, isOptional)
export const Authorities = new StorageValue(
  "Grandpa",
  "Authorities",
  vector(tuple(bytesOf(32), u64)),
  defaultsTo(vector(tuple(bytesOf(32), u64)), "0x00"),
)
