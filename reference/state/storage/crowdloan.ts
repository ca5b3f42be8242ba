// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { identityAccountId, identityBytes, twoxU32 } from "../keyParts.js"
import { crowdloanInfo } from "../namedTypes.js"
import { bool, u32, u64 } from "../scaleTypes.js"
import { defaultsTo, isOptional, StorageDoubleMap, StorageMap, StorageValue } from "../storageItem.js"

export const Crowdloans = new StorageMap("Crowdloan", "Crowdloans", twoxU32, crowdloanInfo, isOptional)
export const NextCrowdloanId = new StorageValue("Crowdloan", "NextCrowdloanId", u32, defaultsTo(u32, "0x00000000"))
export const Contributions = new StorageDoubleMap(
  "Crowdloan",
  "Contributions",
  twoxU32,
  identityAccountId,
  u64,
  isOptional,
)
export const MaxContributions = new StorageMap("Crowdloan", "MaxContributions", twoxU32, u64, isOptional)
export const CurrentCrowdloanId = new StorageValue("Crowdloan", "CurrentCrowdloanId", u32, isOptional)
export const HasMigrationRun = new StorageMap(
  "Crowdloan",
  "HasMigrationRun",
  identityBytes,
  bool,
  defaultsTo(bool, "0x00"),
)
