// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.
import { u64 } from "../scaleTypes.js"
import { defaultsTo, StorageValue } from "../storageItem.js"

export const ChainId = new StorageValue("EVMChainId", "ChainId", u64, defaultsTo(u64, "0x0000000000000000"))
