// Made from the metadata of spec_version 261 by `npm run declarations`; do not edit.

import { accountId } from "../../chainTypes.js"
import { vector } from "../../scaleTypes.js"
import { defaultsTo, isOptional, StorageValue } from "../../storageItem.js"

export const Members = new StorageValue(
  "SenateMembers",
  "Members",
  vector(accountId),
  defaultsTo(vector(accountId), "0x00"),
)
export const Prime = new StorageValue("SenateMembers", "Prime", accountId, isOptional)
