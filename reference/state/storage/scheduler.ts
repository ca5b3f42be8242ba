// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { blake2TupleU32U32, twoxBytesOf32, twoxU32 } from "../keyParts.js"
import { retryConfig, scheduled } from "../namedTypes.js"
import { optional, tuple, u32, vector } from "../scaleTypes.js"
import { defaultsTo, isOptional, StorageMap, StorageValue } from "../storageItem.js"

export const IncompleteSince = new StorageValue("Scheduler", "IncompleteSince", u32, isOptional)
export const Agenda = new StorageMap(
  "Scheduler",
  "Agenda",
  twoxU32,
  vector(optional(scheduled)),
  defaultsTo(vector(optional(scheduled)), "0x00"),
)
export const Retries = new StorageMap("Scheduler", "Retries", blake2TupleU32U32, retryConfig, isOptional)
export const Lookup = new StorageMap("Scheduler", "Lookup", twoxBytesOf32, tuple(u32, u32), isOptional)
