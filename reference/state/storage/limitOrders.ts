// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { blake2Hash, identityBytes } from "../keyParts.js"
import { orderStatus } from "../namedTypes.js"
import { bool } from "../scaleTypes.js"
import { defaultsTo, isOptional, StorageMap, StorageValue } from "../storageItem.js"

export const Orders = new StorageMap("LimitOrders", "Orders", blake2Hash, orderStatus, isOptional)
export const LimitOrdersEnabled = new StorageValue("LimitOrders", "LimitOrdersEnabled", bool, defaultsTo(bool, "0x00"))
export const HasMigrationRun = new StorageMap(
  "LimitOrders",
  "HasMigrationRun",
  identityBytes,
  bool,
  defaultsTo(bool, "0x00"),
)
