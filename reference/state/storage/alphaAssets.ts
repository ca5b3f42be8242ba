// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.
import { alphaBalance } from "../chainTypes.js"
import { twoxNetUid } from "../keyParts.js"
import { defaultsTo, StorageMap } from "../storageItem.js"

export const TotalAlphaIssuance = new StorageMap(
  "AlphaAssets",
  "TotalAlphaIssuance",
  twoxNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const AlphaBurned = new StorageMap(
  "AlphaAssets",
  "AlphaBurned",
  twoxNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const AlphaRecycled = new StorageMap(
  "AlphaAssets",
  "AlphaRecycled",
  twoxNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
