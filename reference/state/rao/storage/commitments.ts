// Made from the metadata of spec_version 261 by `npm run declarations`; do not edit.
import { u32 } from "../../scaleTypes.js"
import { defaultsTo, StorageValue } from "../../storageItem.js"

export const RateLimit = new StorageValue("Commitments", "RateLimit", u32, defaultsTo(u32, "0x64000000"))
