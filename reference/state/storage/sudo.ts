// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.
import { accountId } from "../chainTypes.js"
import { isOptional, StorageValue } from "../storageItem.js"

export const Key = new StorageValue("Sudo", "Key", accountId, isOptional)
