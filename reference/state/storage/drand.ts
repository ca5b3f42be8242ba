// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { blake2U64, identityBytes } from "../keyParts.js"
import { beaconConfiguration, pulse } from "../namedTypes.js"
import { bool, u32, u64 } from "../scaleTypes.js"
import { defaultsTo, isOptional, StorageMap, StorageValue } from "../storageItem.js"

export const BeaconConfig = new StorageValue(
  "Drand",
  "BeaconConfig",
  beaconConfiguration,
  defaultsTo(
    beaconConfiguration,
    "0x810183cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a030000002721e6648052db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e97180f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e60626c732d756e636861696e65642d67312d7266633933383020717569636b6e6574",
  ),
)
export const HasMigrationRun = new StorageMap("Drand", "HasMigrationRun", identityBytes, bool, defaultsTo(bool, "0x00"))
export const Pulses = new StorageMap("Drand", "Pulses", blake2U64, pulse, isOptional)
export const LastStoredRound = new StorageValue("Drand", "LastStoredRound", u64, defaultsTo(u64, "0x0000000000000000"))
export const OldestStoredRound = new StorageValue(
  "Drand",
  "OldestStoredRound",
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const NextUnsignedAt = new StorageValue("Drand", "NextUnsignedAt", u32, defaultsTo(u32, "0x00000000"))
