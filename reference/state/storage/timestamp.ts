// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.
import { bool, u64 } from "../scaleTypes.js"
import { defaultsTo, StorageValue } from "../storageItem.js"

export const Now = new StorageValue("Timestamp", "Now", u64, defaultsTo(u64, "0x0000000000000000"))
export const DidUpdate = new StorageValue("Timestamp", "DidUpdate", bool, defaultsTo(bool, "0x00"))
