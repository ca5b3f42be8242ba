// Made from the metadata of spec_version 261 by `npm run declarations`; do not edit.

import { alphaBalance, taoBalance } from "../../chainTypes.js"
import { blake2AccountId, blake2NetUid, identityNetUid } from "../../keyParts.js"
import { bytes, u16, u32, u64, unit, vector } from "../../scaleTypes.js"
import {
  defaultsTo,
  isOptional,
  StorageDoubleMap,
  StorageMap,
  StorageTripleMap,
  StorageValue,
} from "../../storageItem.js"
import { chainIdentity, subnetIdentity, subnetIdentityV2 } from "../namedTypes.js"

export const ColdkeySwapScheduleDuration = new StorageValue(
  "SubtensorModule",
  "ColdkeySwapScheduleDuration",
  u32,
  defaultsTo(u32, "0xa08c0000"),
)
export const SenateRequiredStakePercentage = new StorageValue(
  "SubtensorModule",
  "SenateRequiredStakePercentage",
  u64,
  defaultsTo(u64, "0x0100000000000000"),
)
export const TaoDividendsPerSubnet = new StorageDoubleMap(
  "SubtensorModule",
  "TaoDividendsPerSubnet",
  identityNetUid,
  blake2AccountId,
  taoBalance,
  defaultsTo(taoBalance, "0x0000000000000000"),
)
export const LastHotkeyColdkeyEmissionOnNetuid = new StorageTripleMap(
  "SubtensorModule",
  "LastHotkeyColdkeyEmissionOnNetuid",
  blake2AccountId,
  blake2AccountId,
  identityNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const DynamicBlock = new StorageValue(
  "SubtensorModule",
  "DynamicBlock",
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const SubnetAlphaEmissionSell = new StorageMap(
  "SubtensorModule",
  "SubnetAlphaEmissionSell",
  identityNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const TotalStakeAtDynamic = new StorageMap(
  "SubtensorModule",
  "TotalStakeAtDynamic",
  identityNetUid,
  taoBalance,
  defaultsTo(taoBalance, "0x0000000000000000"),
)
export const ColdkeySwapScheduled = new StorageMap(
  "SubtensorModule",
  "ColdkeySwapScheduled",
  blake2AccountId,
  unit,
  defaultsTo(unit, "0x"),
)
export const SubnetName = new StorageMap(
  "SubtensorModule",
  "SubnetName",
  identityNetUid,
  bytes,
  defaultsTo(bytes, "0x10f09d9c8f"),
)
export const NetworkLastRegistered = new StorageValue(
  "SubtensorModule",
  "NetworkLastRegistered",
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const NetworkMinAllowedUids = new StorageValue(
  "SubtensorModule",
  "NetworkMinAllowedUids",
  u16,
  defaultsTo(u16, "0x8000"),
)
export const NetworkModality = new StorageMap(
  "SubtensorModule",
  "NetworkModality",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0000"),
)
export const PendingEmission = new StorageMap(
  "SubtensorModule",
  "PendingEmission",
  identityNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const PendingRootDivs = new StorageMap(
  "SubtensorModule",
  "PendingRootDivs",
  identityNetUid,
  taoBalance,
  defaultsTo(taoBalance, "0x0000000000000000"),
)
export const PendingAlphaSwapped = new StorageMap(
  "SubtensorModule",
  "PendingAlphaSwapped",
  identityNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const NeuronsToPruneAtNextEpoch = new StorageMap(
  "SubtensorModule",
  "NeuronsToPruneAtNextEpoch",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0000"),
)
export const Rank = new StorageMap(
  "SubtensorModule",
  "Rank",
  identityNetUid,
  vector(u16),
  defaultsTo(vector(u16), "0x00"),
)
export const Trust = new StorageMap(
  "SubtensorModule",
  "Trust",
  identityNetUid,
  vector(u16),
  defaultsTo(vector(u16), "0x00"),
)
export const PruningScores = new StorageMap(
  "SubtensorModule",
  "PruningScores",
  identityNetUid,
  vector(u16),
  defaultsTo(vector(u16), "0x00"),
)
export const Identities = new StorageMap("SubtensorModule", "Identities", blake2AccountId, chainIdentity, isOptional)
export const SubnetIdentities = new StorageMap(
  "SubtensorModule",
  "SubnetIdentities",
  blake2NetUid,
  subnetIdentity,
  isOptional,
)
export const SubnetIdentitiesV2 = new StorageMap(
  "SubtensorModule",
  "SubnetIdentitiesV2",
  blake2NetUid,
  subnetIdentityV2,
  isOptional,
)
