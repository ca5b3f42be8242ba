// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { accountId } from "../chainTypes.js"
import { identityU16, twoxAccountId } from "../keyParts.js"
import { registration, usageTracker } from "../namedTypes.js"
import { bytes, tuple, u16, u32, u64, vector } from "../scaleTypes.js"
import { defaultsTo, isOptional, StorageDoubleMap, StorageValue } from "../storageItem.js"

export const TimelockedIndex = new StorageValue(
  "Commitments",
  "TimelockedIndex",
  vector(tuple(u16, accountId)),
  defaultsTo(vector(tuple(u16, accountId)), "0x00"),
)
export const CommitmentOf = new StorageDoubleMap(
  "Commitments",
  "CommitmentOf",
  identityU16,
  twoxAccountId,
  registration,
  isOptional,
)
export const LastCommitment = new StorageDoubleMap(
  "Commitments",
  "LastCommitment",
  identityU16,
  twoxAccountId,
  u32,
  isOptional,
)
export const LastBondsReset = new StorageDoubleMap(
  "Commitments",
  "LastBondsReset",
  identityU16,
  twoxAccountId,
  u32,
  isOptional,
)
export const RevealedCommitments = new StorageDoubleMap(
  "Commitments",
  "RevealedCommitments",
  identityU16,
  twoxAccountId,
  vector(tuple(bytes, u64)),
  isOptional,
)
export const UsedSpaceOf = new StorageDoubleMap(
  "Commitments",
  "UsedSpaceOf",
  identityU16,
  twoxAccountId,
  usageTracker,
  isOptional,
)
export const MaxSpace = new StorageValue("Commitments", "MaxSpace", u32, defaultsTo(u32, "0x1c0c0000"))
