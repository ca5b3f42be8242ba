// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { releases } from "../namedTypes.js"
import { u128 } from "../scaleTypes.js"
import { defaultsTo, StorageValue } from "../storageItem.js"

export const NextFeeMultiplier = new StorageValue(
  "TransactionPayment",
  "NextFeeMultiplier",
  u128,
  defaultsTo(u128, "0x000064a7b3b6e00d0000000000000000"),
)
export const StorageVersion = new StorageValue(
  "TransactionPayment",
  "StorageVersion",
  releases,
  defaultsTo(releases, "0x00"),
)
