// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { identityBytes, identityU32, twoxBytesOf32 } from "../keyParts.js"
import { pendingExtrinsic } from "../namedTypes.js"
import { bool, bytes, u32, u64 } from "../scaleTypes.js"
import { defaultsTo, isOptional, StorageMap, StorageValue } from "../storageItem.js"

export const CurrentKey = new StorageValue("MevShield", "CurrentKey", bytes, isOptional)
export const PendingKey = new StorageValue("MevShield", "PendingKey", bytes, isOptional)
export const NextKey = new StorageValue("MevShield", "NextKey", bytes, isOptional)
export const AuthorKeys = new StorageMap("MevShield", "AuthorKeys", twoxBytesOf32, bytes, isOptional)
export const PendingKeyExpiresAt = new StorageValue("MevShield", "PendingKeyExpiresAt", u32, isOptional)
export const NextKeyExpiresAt = new StorageValue("MevShield", "NextKeyExpiresAt", u32, isOptional)
export const HasMigrationRun = new StorageMap(
  "MevShield",
  "HasMigrationRun",
  identityBytes,
  bool,
  defaultsTo(bool, "0x00"),
)
export const MaxPendingExtrinsicsLimit = new StorageValue(
  "MevShield",
  "MaxPendingExtrinsicsLimit",
  u32,
  defaultsTo(u32, "0x64000000"),
)
export const ExtrinsicLifetime = new StorageValue("MevShield", "ExtrinsicLifetime", u32, defaultsTo(u32, "0x0a000000"))
export const OnInitializeWeight = new StorageValue(
  "MevShield",
  "OnInitializeWeight",
  u64,
  defaultsTo(u64, "0x0088526a74000000"),
)
export const MaxExtrinsicWeight = new StorageValue(
  "MevShield",
  "MaxExtrinsicWeight",
  u64,
  defaultsTo(u64, "0x00743ba40b000000"),
)
export const PendingExtrinsics = new StorageMap(
  "MevShield",
  "PendingExtrinsics",
  identityU32,
  pendingExtrinsic,
  isOptional,
)
export const CounterForPendingExtrinsics = new StorageValue(
  "MevShield",
  "CounterForPendingExtrinsics",
  u32,
  defaultsTo(u32, "0x00000000"),
)
export const NextPendingExtrinsicIndex = new StorageValue(
  "MevShield",
  "NextPendingExtrinsicIndex",
  u32,
  defaultsTo(u32, "0x00000000"),
)
