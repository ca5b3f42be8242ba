// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { alphaBalance } from "../chainTypes.js"
import { identityBytes, twoxNetUid } from "../keyParts.js"
import { balancer } from "../namedTypes.js"
import { bool, u16 } from "../scaleTypes.js"
import { defaultsTo, StorageMap } from "../storageItem.js"

export const FeeRate = new StorageMap("Swap", "FeeRate", twoxNetUid, u16, defaultsTo(u16, "0x2100"))
export const SwapBalancer = new StorageMap(
  "Swap",
  "SwapBalancer",
  twoxNetUid,
  balancer,
  defaultsTo(balancer, "0x0000b2d3595bf006"),
)
export const PalSwapInitialized = new StorageMap(
  "Swap",
  "PalSwapInitialized",
  twoxNetUid,
  bool,
  defaultsTo(bool, "0x00"),
)
export const HasMigrationRun = new StorageMap("Swap", "HasMigrationRun", identityBytes, bool, defaultsTo(bool, "0x00"))
export const ScrapReservoirAlpha = new StorageMap(
  "Swap",
  "ScrapReservoirAlpha",
  twoxNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
