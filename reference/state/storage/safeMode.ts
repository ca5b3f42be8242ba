// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { twoxAccountId, twoxU32 } from "../keyParts.js"
import { u32, u64 } from "../scaleTypes.js"
import { isOptional, StorageDoubleMap, StorageValue } from "../storageItem.js"

export const EnteredUntil = new StorageValue("SafeMode", "EnteredUntil", u32, isOptional)
export const Deposits = new StorageDoubleMap("SafeMode", "Deposits", twoxAccountId, twoxU32, u64, isOptional)
