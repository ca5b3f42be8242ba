// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { hash } from "../chainTypes.js"
import { blake2AccountId, twoxU32 } from "../keyParts.js"
import { accountInfo } from "../namedTypes.js"
import { u32 } from "../scaleTypes.js"
import { defaultsTo, StorageMap, StorageValue } from "../storageItem.js"

export const Account = new StorageMap(
  "System",
  "Account",
  blake2AccountId,
  accountInfo,
  defaultsTo(
    accountInfo,
    "0x0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000080",
  ),
)
export const BlockHash = new StorageMap(
  "System",
  "BlockHash",
  twoxU32,
  hash,
  defaultsTo(hash, "0x0000000000000000000000000000000000000000000000000000000000000000"),
)
export const Number = new StorageValue("System", "Number", u32, defaultsTo(u32, "0x00000000"))
export const ParentHash = new StorageValue(
  "System",
  "ParentHash",
  hash,
  defaultsTo(hash, "0x0000000000000000000000000000000000000000000000000000000000000000"),
)
