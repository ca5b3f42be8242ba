// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { accountId, alphaBalance, hash, i64f64, i96f32, taoBalance, u64f64, u96f32 } from "../chainTypes.js"
import {
  blake2AccountId,
  blake2NetUid,
  identityAccountId,
  identityBytes,
  identityNetUid,
  identityNetUidStorageIndex,
  identityRateLimitKey,
  identityU16,
  identityU64,
  twoxAccountId,
  twoxNetUid,
  twoxNetUidStorageIndex,
  twoxU16,
  twoxU32,
  twoxU64,
} from "../keyParts.js"
import {
  axonInfo,
  chainIdentityV2,
  lockState,
  neuronCertificate,
  prometheusInfo,
  recycleOrBurnEnum,
  rootClaimTypeEnum,
  safeFloat,
  subnetIdentityV3,
  subnetLease,
} from "../namedTypes.js"
import {
  bool,
  bytes,
  bytesOf,
  i16,
  i64,
  optional,
  tuple,
  u8,
  u16,
  u32,
  u64,
  u128,
  unit,
  vector,
} from "../scaleTypes.js"
import { defaultsTo, isOptional, StorageDoubleMap, StorageMap, StorageTripleMap, StorageValue } from "../storageItem.js"

export const MinActivityCutoff = new StorageValue(
  "SubtensorModule",
  "MinActivityCutoff",
  u16,
  defaultsTo(u16, "0x6801"),
)
export const AdminFreezeWindow = new StorageValue(
  "SubtensorModule",
  "AdminFreezeWindow",
  u16,
  defaultsTo(u16, "0x0a00"),
)
export const OwnerHyperparamRateLimit = new StorageValue(
  "SubtensorModule",
  "OwnerHyperparamRateLimit",
  u16,
  defaultsTo(u16, "0x0200"),
)
export const DissolveNetworkScheduleDuration = new StorageValue(
  "SubtensorModule",
  "DissolveNetworkScheduleDuration",
  u32,
  defaultsTo(u32, "0xa08c0000"),
)
export const LastHotkeySwapOnNetuid = new StorageDoubleMap(
  "SubtensorModule",
  "LastHotkeySwapOnNetuid",
  identityNetUid,
  blake2AccountId,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const NextStakeJobId = new StorageValue(
  "SubtensorModule",
  "NextStakeJobId",
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const TaoWeight = new StorageValue("SubtensorModule", "TaoWeight", u64, defaultsTo(u64, "0xfc62e03efa3c7c0d"))
export const CKBurn = new StorageValue("SubtensorModule", "CKBurn", u64, defaultsTo(u64, "0x0000000000000000"))
export const MaxDelegateTake = new StorageValue("SubtensorModule", "MaxDelegateTake", u16, defaultsTo(u16, "0x142e"))
export const MinDelegateTake = new StorageValue("SubtensorModule", "MinDelegateTake", u16, defaultsTo(u16, "0x0000"))
export const MaxChildkeyTake = new StorageValue("SubtensorModule", "MaxChildkeyTake", u16, defaultsTo(u16, "0x142e"))
export const MinChildkeyTake = new StorageValue("SubtensorModule", "MinChildkeyTake", u16, defaultsTo(u16, "0x0000"))
export const MinChildkeyTakePerSubnet = new StorageMap(
  "SubtensorModule",
  "MinChildkeyTakePerSubnet",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0000"),
)
export const Owner = new StorageMap(
  "SubtensorModule",
  "Owner",
  blake2AccountId,
  accountId,
  defaultsTo(accountId, "0x0000000000000000000000000000000000000000000000000000000000000000"),
)
export const AccountFlags = new StorageMap(
  "SubtensorModule",
  "AccountFlags",
  blake2AccountId,
  u128,
  defaultsTo(u128, "0x00000000000000000000000000000000"),
)
export const Delegates = new StorageMap("SubtensorModule", "Delegates", blake2AccountId, u16, defaultsTo(u16, "0x142e"))
export const ChildkeyTake = new StorageDoubleMap(
  "SubtensorModule",
  "ChildkeyTake",
  blake2AccountId,
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0000"),
)
export const PendingChildKeys = new StorageDoubleMap(
  "SubtensorModule",
  "PendingChildKeys",
  identityNetUid,
  blake2AccountId,
  tuple(vector(tuple(u64, accountId)), u64),
  defaultsTo(tuple(vector(tuple(u64, accountId)), u64), "0x000000000000000000"),
)
export const ChildKeys = new StorageDoubleMap(
  "SubtensorModule",
  "ChildKeys",
  blake2AccountId,
  identityNetUid,
  vector(tuple(u64, accountId)),
  defaultsTo(vector(tuple(u64, accountId)), "0x00"),
)
export const ParentKeys = new StorageDoubleMap(
  "SubtensorModule",
  "ParentKeys",
  blake2AccountId,
  identityNetUid,
  vector(tuple(u64, accountId)),
  defaultsTo(vector(tuple(u64, accountId)), "0x00"),
)
export const AlphaDividendsPerSubnet = new StorageDoubleMap(
  "SubtensorModule",
  "AlphaDividendsPerSubnet",
  identityNetUid,
  blake2AccountId,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const RootAlphaDividendsPerSubnet = new StorageDoubleMap(
  "SubtensorModule",
  "RootAlphaDividendsPerSubnet",
  identityNetUid,
  blake2AccountId,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const BlockEmission = new StorageValue(
  "SubtensorModule",
  "BlockEmission",
  u64,
  defaultsTo(u64, "0x00ca9a3b00000000"),
)
export const LastHotkeyEmissionOnNetuid = new StorageDoubleMap(
  "SubtensorModule",
  "LastHotkeyEmissionOnNetuid",
  blake2AccountId,
  identityNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const SubnetLimit = new StorageValue("SubtensorModule", "SubnetLimit", u16, defaultsTo(u16, "0x8000"))
export const TotalIssuance = new StorageValue(
  "SubtensorModule",
  "TotalIssuance",
  taoBalance,
  defaultsTo(taoBalance, "0x0000000000000000"),
)
export const TotalStake = new StorageValue(
  "SubtensorModule",
  "TotalStake",
  taoBalance,
  defaultsTo(taoBalance, "0x0000000000000000"),
)
export const SubnetMovingAlpha = new StorageValue(
  "SubtensorModule",
  "SubnetMovingAlpha",
  i96f32,
  defaultsTo(i96f32, "0x55320000000000000000000000000000"),
)
export const SubnetMovingPrice = new StorageMap(
  "SubtensorModule",
  "SubnetMovingPrice",
  identityNetUid,
  i96f32,
  defaultsTo(i96f32, "0x00000000000000000000000000000000"),
)
export const RootProp = new StorageMap(
  "SubtensorModule",
  "RootProp",
  identityNetUid,
  u96f32,
  defaultsTo(u96f32, "0x00000000000000000000000000000000"),
)
export const SubnetVolume = new StorageMap(
  "SubtensorModule",
  "SubnetVolume",
  identityNetUid,
  u128,
  defaultsTo(u128, "0x00000000000000000000000000000000"),
)
export const SubnetTAO = new StorageMap(
  "SubtensorModule",
  "SubnetTAO",
  identityNetUid,
  taoBalance,
  defaultsTo(taoBalance, "0x0000000000000000"),
)
export const SubnetAlphaInEmission = new StorageMap(
  "SubtensorModule",
  "SubnetAlphaInEmission",
  identityNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const SubnetEmissionEnabled = new StorageMap(
  "SubtensorModule",
  "SubnetEmissionEnabled",
  identityNetUid,
  bool,
  defaultsTo(bool, "0x01"),
)
export const SubnetAlphaOutEmission = new StorageMap(
  "SubtensorModule",
  "SubnetAlphaOutEmission",
  identityNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const SubnetTaoInEmission = new StorageMap(
  "SubtensorModule",
  "SubnetTaoInEmission",
  identityNetUid,
  taoBalance,
  defaultsTo(taoBalance, "0x0000000000000000"),
)
export const SubnetExcessTao = new StorageMap(
  "SubtensorModule",
  "SubnetExcessTao",
  identityNetUid,
  taoBalance,
  defaultsTo(taoBalance, "0x0000000000000000"),
)
export const SubnetRootSellTao = new StorageMap(
  "SubtensorModule",
  "SubnetRootSellTao",
  identityNetUid,
  taoBalance,
  defaultsTo(taoBalance, "0x0000000000000000"),
)
export const SubnetAlphaIn = new StorageMap(
  "SubtensorModule",
  "SubnetAlphaIn",
  identityNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const SubnetAlphaOut = new StorageMap(
  "SubtensorModule",
  "SubnetAlphaOut",
  identityNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const SubnetProtocolAlpha = new StorageMap(
  "SubtensorModule",
  "SubnetProtocolAlpha",
  identityNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const StakingHotkeys = new StorageMap(
  "SubtensorModule",
  "StakingHotkeys",
  blake2AccountId,
  vector(accountId),
  defaultsTo(vector(accountId), "0x00"),
)
export const OwnedHotkeys = new StorageMap(
  "SubtensorModule",
  "OwnedHotkeys",
  blake2AccountId,
  vector(accountId),
  defaultsTo(vector(accountId), "0x00"),
)
export const AutoStakeDestination = new StorageDoubleMap(
  "SubtensorModule",
  "AutoStakeDestination",
  blake2AccountId,
  identityNetUid,
  accountId,
  isOptional,
)
export const AutoStakeDestinationColdkeys = new StorageDoubleMap(
  "SubtensorModule",
  "AutoStakeDestinationColdkeys",
  blake2AccountId,
  identityNetUid,
  vector(accountId),
  defaultsTo(vector(accountId), "0x00"),
)
export const ColdkeySwapAnnouncementDelay = new StorageValue(
  "SubtensorModule",
  "ColdkeySwapAnnouncementDelay",
  u32,
  defaultsTo(u32, "0xa08c0000"),
)
export const ColdkeySwapReannouncementDelay = new StorageValue(
  "SubtensorModule",
  "ColdkeySwapReannouncementDelay",
  u32,
  defaultsTo(u32, "0x201c0000"),
)
export const ColdkeySwapAnnouncements = new StorageMap(
  "SubtensorModule",
  "ColdkeySwapAnnouncements",
  twoxAccountId,
  tuple(u32, hash),
  isOptional,
)
export const ColdkeySwapDisputes = new StorageMap(
  "SubtensorModule",
  "ColdkeySwapDisputes",
  twoxAccountId,
  u32,
  isOptional,
)
export const TotalHotkeyAlpha = new StorageDoubleMap(
  "SubtensorModule",
  "TotalHotkeyAlpha",
  blake2AccountId,
  identityNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const TotalHotkeyAlphaLastEpoch = new StorageDoubleMap(
  "SubtensorModule",
  "TotalHotkeyAlphaLastEpoch",
  blake2AccountId,
  identityNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const TotalHotkeyShares = new StorageDoubleMap(
  "SubtensorModule",
  "TotalHotkeyShares",
  blake2AccountId,
  identityNetUid,
  u64f64,
  defaultsTo(u64f64, "0x00000000000000000000000000000000"),
)
export const Alpha = new StorageTripleMap(
  "SubtensorModule",
  "Alpha",
  blake2AccountId,
  blake2AccountId,
  identityNetUid,
  u64f64,
  defaultsTo(u64f64, "0x00000000000000000000000000000000"),
)
export const TotalHotkeySharesV2 = new StorageDoubleMap(
  "SubtensorModule",
  "TotalHotkeySharesV2",
  blake2AccountId,
  identityNetUid,
  safeFloat,
  defaultsTo(safeFloat, "0x000000000000000000000000000000000000000000000000"),
)
export const AlphaV2 = new StorageTripleMap(
  "SubtensorModule",
  "AlphaV2",
  blake2AccountId,
  blake2AccountId,
  identityNetUid,
  safeFloat,
  defaultsTo(safeFloat, "0x000000000000000000000000000000000000000000000000"),
)
export const Lock = new StorageTripleMap(
  "SubtensorModule",
  "Lock",
  blake2AccountId,
  identityNetUid,
  blake2AccountId,
  lockState,
  isOptional,
)
export const LockingColdkeys = new StorageTripleMap(
  "SubtensorModule",
  "LockingColdkeys",
  identityNetUid,
  blake2AccountId,
  blake2AccountId,
  unit,
  isOptional,
)
export const HotkeyLock = new StorageDoubleMap(
  "SubtensorModule",
  "HotkeyLock",
  identityNetUid,
  blake2AccountId,
  lockState,
  isOptional,
)
export const DecayingHotkeyLock = new StorageDoubleMap(
  "SubtensorModule",
  "DecayingHotkeyLock",
  identityNetUid,
  blake2AccountId,
  lockState,
  isOptional,
)
export const OwnerLock = new StorageMap("SubtensorModule", "OwnerLock", identityNetUid, lockState, isOptional)
export const DecayingOwnerLock = new StorageMap(
  "SubtensorModule",
  "DecayingOwnerLock",
  identityNetUid,
  lockState,
  isOptional,
)
export const DecayingLock = new StorageDoubleMap(
  "SubtensorModule",
  "DecayingLock",
  blake2AccountId,
  identityNetUid,
  bool,
  isOptional,
)
export const OwnerCutAutoLockEnabled = new StorageMap(
  "SubtensorModule",
  "OwnerCutAutoLockEnabled",
  identityNetUid,
  bool,
  defaultsTo(bool, "0x00"),
)
export const MaturityRate = new StorageValue(
  "SubtensorModule",
  "MaturityRate",
  u64,
  defaultsTo(u64, "0xd2430e0000000000"),
)
export const UnlockRate = new StorageValue("SubtensorModule", "UnlockRate", u64, defaultsTo(u64, "0xd2430e0000000000"))
export const AlphaMapLastKey = new StorageValue(
  "SubtensorModule",
  "AlphaMapLastKey",
  optional(bytes),
  defaultsTo(optional(bytes), "0x00"),
)
export const AlphaV2MapLastKey = new StorageValue(
  "SubtensorModule",
  "AlphaV2MapLastKey",
  optional(bytes),
  defaultsTo(optional(bytes), "0x00"),
)
export const TokenSymbol = new StorageMap(
  "SubtensorModule",
  "TokenSymbol",
  identityNetUid,
  bytes,
  defaultsTo(bytes, "0x10f09d9c8f"),
)
export const SubnetTaoFlow = new StorageMap(
  "SubtensorModule",
  "SubnetTaoFlow",
  identityNetUid,
  i64,
  defaultsTo(i64, "0x0000000000000000"),
)
export const SubnetEmaTaoFlow = new StorageMap(
  "SubtensorModule",
  "SubnetEmaTaoFlow",
  identityNetUid,
  tuple(u64, i64f64),
  isOptional,
)
export const NetTaoFlowEnabled = new StorageValue(
  "SubtensorModule",
  "NetTaoFlowEnabled",
  bool,
  defaultsTo(bool, "0x01"),
)
export const SubnetProtocolFlow = new StorageMap(
  "SubtensorModule",
  "SubnetProtocolFlow",
  identityNetUid,
  i64,
  defaultsTo(i64, "0x0000000000000000"),
)
export const SubnetEmaProtocolFlow = new StorageMap(
  "SubtensorModule",
  "SubnetEmaProtocolFlow",
  identityNetUid,
  tuple(u64, i64f64),
  isOptional,
)
export const TaoFlowCutoff = new StorageValue(
  "SubtensorModule",
  "TaoFlowCutoff",
  i64f64,
  defaultsTo(i64f64, "0x00000000000000000000000000000000"),
)
export const FlowNormExponent = new StorageValue(
  "SubtensorModule",
  "FlowNormExponent",
  u64f64,
  defaultsTo(u64f64, "0x00000000000000000100000000000000"),
)
export const FlowEmaSmoothingFactor = new StorageValue(
  "SubtensorModule",
  "FlowEmaSmoothingFactor",
  u64,
  defaultsTo(u64, "0x9dd5ab4beb1a0000"),
)
export const UsedWork = new StorageMap(
  "SubtensorModule",
  "UsedWork",
  identityBytes,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const MaxRegistrationsPerBlock = new StorageMap(
  "SubtensorModule",
  "MaxRegistrationsPerBlock",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0100"),
)
export const TotalNetworks = new StorageValue("SubtensorModule", "TotalNetworks", u16, defaultsTo(u16, "0x0000"))
export const NetworkImmunityPeriod = new StorageValue(
  "SubtensorModule",
  "NetworkImmunityPeriod",
  u64,
  defaultsTo(u64, "0x80c6130000000000", { rao: "0xe0c4000000000000" }),
)
export const StartCallDelay = new StorageValue(
  "SubtensorModule",
  "StartCallDelay",
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const NetworkMinLockCost = new StorageValue(
  "SubtensorModule",
  "NetworkMinLockCost",
  taoBalance,
  defaultsTo(taoBalance, "0x0010a5d4e8000000"),
)
export const NetworkLastLockCost = new StorageValue(
  "SubtensorModule",
  "NetworkLastLockCost",
  taoBalance,
  defaultsTo(taoBalance, "0x0010a5d4e8000000"),
)
export const NetworkLockReductionInterval = new StorageValue(
  "SubtensorModule",
  "NetworkLockReductionInterval",
  u64,
  defaultsTo(u64, "0xc089010000000000"),
)
export const SubnetOwnerCut = new StorageValue("SubtensorModule", "SubnetOwnerCut", u16, defaultsTo(u16, "0x142e"))
export const OwnerCutEnabled = new StorageMap(
  "SubtensorModule",
  "OwnerCutEnabled",
  identityNetUid,
  bool,
  defaultsTo(bool, "0x01"),
)
export const NetworkRateLimit = new StorageValue(
  "SubtensorModule",
  "NetworkRateLimit",
  u64,
  defaultsTo(u64, "0x201c000000000000"),
)
export const NominatorMinRequiredStake = new StorageValue(
  "SubtensorModule",
  "NominatorMinRequiredStake",
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const WeightsVersionKeyRateLimit = new StorageValue(
  "SubtensorModule",
  "WeightsVersionKeyRateLimit",
  u64,
  defaultsTo(u64, "0x0500000000000000"),
)
export const LastRateLimitedBlock = new StorageMap(
  "SubtensorModule",
  "LastRateLimitedBlock",
  identityRateLimitKey,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const TransferToggle = new StorageMap(
  "SubtensorModule",
  "TransferToggle",
  identityNetUid,
  bool,
  defaultsTo(bool, "0x01"),
)
export const SubnetLocked = new StorageMap(
  "SubtensorModule",
  "SubnetLocked",
  identityNetUid,
  taoBalance,
  defaultsTo(taoBalance, "0x0000000000000000"),
)
export const LargestLocked = new StorageMap(
  "SubtensorModule",
  "LargestLocked",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const Tempo = new StorageMap("SubtensorModule", "Tempo", identityNetUid, u16, defaultsTo(u16, "0x6801"))
export const LastEpochBlock = new StorageMap(
  "SubtensorModule",
  "LastEpochBlock",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const PendingEpochAt = new StorageMap(
  "SubtensorModule",
  "PendingEpochAt",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const SubnetEpochIndex = new StorageMap(
  "SubtensorModule",
  "SubnetEpochIndex",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const ActivityCutoffFactorMilli = new StorageMap(
  "SubtensorModule",
  "ActivityCutoffFactorMilli",
  identityNetUid,
  u32,
  defaultsTo(u32, "0x41360000"),
)
export const FirstEmissionBlockNumber = new StorageMap(
  "SubtensorModule",
  "FirstEmissionBlockNumber",
  identityNetUid,
  u64,
  isOptional,
)
export const SubnetMechanism = new StorageMap(
  "SubtensorModule",
  "SubnetMechanism",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0000"),
)
export const SubnetworkN = new StorageMap(
  "SubtensorModule",
  "SubnetworkN",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0000"),
)
export const NetworksAdded = new StorageMap(
  "SubtensorModule",
  "NetworksAdded",
  identityNetUid,
  bool,
  defaultsTo(bool, "0x00"),
)
export const IsNetworkMember = new StorageDoubleMap(
  "SubtensorModule",
  "IsNetworkMember",
  blake2AccountId,
  identityNetUid,
  bool,
  defaultsTo(bool, "0x00"),
)
export const NetworkRegistrationAllowed = new StorageMap(
  "SubtensorModule",
  "NetworkRegistrationAllowed",
  identityNetUid,
  bool,
  defaultsTo(bool, "0x01", { rao: "0x00" }),
)
export const NetworkPowRegistrationAllowed = new StorageMap(
  "SubtensorModule",
  "NetworkPowRegistrationAllowed",
  identityNetUid,
  bool,
  defaultsTo(bool, "0x01", { rao: "0x00" }),
)
export const NetworkRegisteredAt = new StorageMap(
  "SubtensorModule",
  "NetworkRegisteredAt",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const RegisteredSubnetCounter = new StorageMap(
  "SubtensorModule",
  "RegisteredSubnetCounter",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const PendingServerEmission = new StorageMap(
  "SubtensorModule",
  "PendingServerEmission",
  identityNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const PendingValidatorEmission = new StorageMap(
  "SubtensorModule",
  "PendingValidatorEmission",
  identityNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const PendingRootAlphaDivs = new StorageMap(
  "SubtensorModule",
  "PendingRootAlphaDivs",
  identityNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const PendingOwnerCut = new StorageMap(
  "SubtensorModule",
  "PendingOwnerCut",
  identityNetUid,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const MinerBurned = new StorageMap(
  "SubtensorModule",
  "MinerBurned",
  identityNetUid,
  u96f32,
  defaultsTo(u96f32, "0x00000000000000000000000000000000"),
)
export const BlocksSinceLastStep = new StorageMap(
  "SubtensorModule",
  "BlocksSinceLastStep",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const LastMechansimStepBlock = new StorageMap(
  "SubtensorModule",
  "LastMechansimStepBlock",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const SubnetOwner = new StorageMap(
  "SubtensorModule",
  "SubnetOwner",
  identityNetUid,
  accountId,
  defaultsTo(accountId, "0x0000000000000000000000000000000000000000000000000000000000000000"),
)
export const SubnetOwnerHotkey = new StorageMap(
  "SubtensorModule",
  "SubnetOwnerHotkey",
  identityNetUid,
  accountId,
  defaultsTo(accountId, "0x0000000000000000000000000000000000000000000000000000000000000000"),
)
export const RecycleOrBurn = new StorageMap(
  "SubtensorModule",
  "RecycleOrBurn",
  identityNetUid,
  recycleOrBurnEnum,
  defaultsTo(recycleOrBurnEnum, "0x00"),
)
export const ServingRateLimit = new StorageMap(
  "SubtensorModule",
  "ServingRateLimit",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x3200000000000000"),
)
export const Rho = new StorageMap("SubtensorModule", "Rho", identityNetUid, u16, defaultsTo(u16, "0x0a00"))
export const AlphaSigmoidSteepness = new StorageMap(
  "SubtensorModule",
  "AlphaSigmoidSteepness",
  identityNetUid,
  i16,
  defaultsTo(i16, "0xe803"),
)
export const Kappa = new StorageMap("SubtensorModule", "Kappa", identityNetUid, u16, defaultsTo(u16, "0xff7f"))
export const RegistrationsThisInterval = new StorageMap(
  "SubtensorModule",
  "RegistrationsThisInterval",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0000"),
)
export const POWRegistrationsThisInterval = new StorageMap(
  "SubtensorModule",
  "POWRegistrationsThisInterval",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0000"),
)
export const BurnRegistrationsThisInterval = new StorageMap(
  "SubtensorModule",
  "BurnRegistrationsThisInterval",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0000"),
)
export const MinAllowedUids = new StorageMap(
  "SubtensorModule",
  "MinAllowedUids",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x4000"),
)
export const MaxAllowedUids = new StorageMap(
  "SubtensorModule",
  "MaxAllowedUids",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0001", { rao: "0x0010" }),
)
export const ImmunityPeriod = new StorageMap(
  "SubtensorModule",
  "ImmunityPeriod",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0010"),
)
export const ActivityCutoff = new StorageMap(
  "SubtensorModule",
  "ActivityCutoff",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x8813"),
)
export const MaxWeightsLimit = new StorageMap(
  "SubtensorModule",
  "MaxWeightsLimit",
  identityNetUid,
  u16,
  defaultsTo(u16, "0xffff", { rao: "0xe803" }),
)
export const WeightsVersionKey = new StorageMap(
  "SubtensorModule",
  "WeightsVersionKey",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const MinAllowedWeights = new StorageMap(
  "SubtensorModule",
  "MinAllowedWeights",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0004"),
)
export const MaxAllowedValidators = new StorageMap(
  "SubtensorModule",
  "MaxAllowedValidators",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x8000"),
)
export const AdjustmentInterval = new StorageMap(
  "SubtensorModule",
  "AdjustmentInterval",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x6400"),
)
export const BondsMovingAverage = new StorageMap(
  "SubtensorModule",
  "BondsMovingAverage",
  identityNetUid,
  u64,
  defaultsTo(u64, "0xa0bb0d0000000000"),
)
export const BondsPenalty = new StorageMap(
  "SubtensorModule",
  "BondsPenalty",
  identityNetUid,
  u16,
  defaultsTo(u16, "0xffff"),
)
export const BondsResetOn = new StorageMap(
  "SubtensorModule",
  "BondsResetOn",
  identityNetUid,
  bool,
  defaultsTo(bool, "0x00"),
)
export const WeightsSetRateLimit = new StorageMap(
  "SubtensorModule",
  "WeightsSetRateLimit",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x6400000000000000"),
)
export const ValidatorPruneLen = new StorageMap(
  "SubtensorModule",
  "ValidatorPruneLen",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x0100000000000000"),
)
export const ScalingLawPower = new StorageMap(
  "SubtensorModule",
  "ScalingLawPower",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x3200"),
)
export const TargetRegistrationsPerInterval = new StorageMap(
  "SubtensorModule",
  "TargetRegistrationsPerInterval",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0200"),
)
export const AdjustmentAlpha = new StorageMap(
  "SubtensorModule",
  "AdjustmentAlpha",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const CommitRevealWeightsEnabled = new StorageMap(
  "SubtensorModule",
  "CommitRevealWeightsEnabled",
  identityNetUid,
  bool,
  defaultsTo(bool, "0x01", { rao: "0x00" }),
)
export const Burn = new StorageMap(
  "SubtensorModule",
  "Burn",
  identityNetUid,
  taoBalance,
  defaultsTo(taoBalance, "0x00e1f50500000000", { rao: "0x00ca9a3b00000000" }),
)
export const Difficulty = new StorageMap(
  "SubtensorModule",
  "Difficulty",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x8096980000000000"),
)
export const MinBurn = new StorageMap(
  "SubtensorModule",
  "MinBurn",
  identityNetUid,
  taoBalance,
  defaultsTo(taoBalance, "0x20a1070000000000"),
)
export const MaxBurn = new StorageMap(
  "SubtensorModule",
  "MaxBurn",
  identityNetUid,
  taoBalance,
  defaultsTo(taoBalance, "0x00e8764817000000"),
)
export const MinDifficulty = new StorageMap(
  "SubtensorModule",
  "MinDifficulty",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x8096980000000000"),
)
export const MaxDifficulty = new StorageMap(
  "SubtensorModule",
  "MaxDifficulty",
  identityNetUid,
  u64,
  defaultsTo(u64, "0xffffffffffffff3f"),
)
export const LastAdjustmentBlock = new StorageMap(
  "SubtensorModule",
  "LastAdjustmentBlock",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const RegistrationsThisBlock = new StorageMap(
  "SubtensorModule",
  "RegistrationsThisBlock",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0000"),
)
export const EMAPriceHalvingBlocks = new StorageMap(
  "SubtensorModule",
  "EMAPriceHalvingBlocks",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x8013030000000000"),
)
export const RAORecycledForRegistration = new StorageMap(
  "SubtensorModule",
  "RAORecycledForRegistration",
  identityNetUid,
  taoBalance,
  defaultsTo(taoBalance, "0x0000000000000000"),
)
export const MaxEpochsPerBlock = new StorageValue("SubtensorModule", "MaxEpochsPerBlock", u8, defaultsTo(u8, "0x02"))
export const TxRateLimit = new StorageValue(
  "SubtensorModule",
  "TxRateLimit",
  u64,
  defaultsTo(u64, "0xe803000000000000"),
)
export const TxDelegateTakeRateLimit = new StorageValue(
  "SubtensorModule",
  "TxDelegateTakeRateLimit",
  u64,
  defaultsTo(u64, "0xc04b030000000000"),
)
export const TxChildkeyTakeRateLimit = new StorageValue(
  "SubtensorModule",
  "TxChildkeyTakeRateLimit",
  u64,
  defaultsTo(u64, "0xc04b030000000000"),
)
export const LiquidAlphaOn = new StorageMap(
  "SubtensorModule",
  "LiquidAlphaOn",
  blake2NetUid,
  bool,
  defaultsTo(bool, "0x00"),
)
export const Yuma3On = new StorageMap("SubtensorModule", "Yuma3On", blake2NetUid, bool, defaultsTo(bool, "0x00"))
export const AlphaValues = new StorageMap(
  "SubtensorModule",
  "AlphaValues",
  identityNetUid,
  tuple(u16, u16),
  defaultsTo(tuple(u16, u16), "0x33b366e6"),
)
export const SubtokenEnabled = new StorageMap(
  "SubtensorModule",
  "SubtokenEnabled",
  identityNetUid,
  bool,
  defaultsTo(bool, "0x00"),
)
export const VotingPower = new StorageDoubleMap(
  "SubtensorModule",
  "VotingPower",
  identityNetUid,
  blake2AccountId,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const VotingPowerTrackingEnabled = new StorageMap(
  "SubtensorModule",
  "VotingPowerTrackingEnabled",
  identityNetUid,
  bool,
  defaultsTo(bool, "0x00"),
)
export const VotingPowerDisableAtBlock = new StorageMap(
  "SubtensorModule",
  "VotingPowerDisableAtBlock",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const VotingPowerEmaAlpha = new StorageMap(
  "SubtensorModule",
  "VotingPowerEmaAlpha",
  identityNetUid,
  u64,
  defaultsTo(u64, "0x0020d965e5ae0c00"),
)
export const ImmuneOwnerUidsLimit = new StorageMap(
  "SubtensorModule",
  "ImmuneOwnerUidsLimit",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0100"),
)
export const StakeWeight = new StorageMap(
  "SubtensorModule",
  "StakeWeight",
  identityNetUid,
  vector(u16),
  defaultsTo(vector(u16), "0x00"),
)
export const Uids = new StorageDoubleMap("SubtensorModule", "Uids", identityNetUid, blake2AccountId, u16, isOptional)
export const Keys = new StorageDoubleMap(
  "SubtensorModule",
  "Keys",
  identityNetUid,
  identityU16,
  accountId,
  defaultsTo(accountId, "0x0000000000000000000000000000000000000000000000000000000000000000"),
)
export const LoadedEmission = new StorageMap(
  "SubtensorModule",
  "LoadedEmission",
  identityNetUid,
  vector(tuple(accountId, u64, u64)),
  isOptional,
)
export const Active = new StorageMap(
  "SubtensorModule",
  "Active",
  identityNetUid,
  vector(bool),
  defaultsTo(vector(bool), "0x00"),
)
export const Consensus = new StorageMap(
  "SubtensorModule",
  "Consensus",
  identityNetUid,
  vector(u16),
  defaultsTo(vector(u16), "0x00"),
)
export const Incentive = new StorageMap(
  "SubtensorModule",
  "Incentive",
  identityNetUidStorageIndex,
  vector(u16),
  defaultsTo(vector(u16), "0x00"),
)
export const Dividends = new StorageMap(
  "SubtensorModule",
  "Dividends",
  identityNetUid,
  vector(u16),
  defaultsTo(vector(u16), "0x00"),
)
export const Emission = new StorageMap(
  "SubtensorModule",
  "Emission",
  identityNetUid,
  vector(alphaBalance),
  defaultsTo(vector(alphaBalance), "0x00"),
)
export const LastUpdate = new StorageMap(
  "SubtensorModule",
  "LastUpdate",
  identityNetUidStorageIndex,
  vector(u64),
  defaultsTo(vector(u64), "0x00"),
)
export const ValidatorTrust = new StorageMap(
  "SubtensorModule",
  "ValidatorTrust",
  identityNetUid,
  vector(u16),
  defaultsTo(vector(u16), "0x00"),
)
export const ValidatorPermit = new StorageMap(
  "SubtensorModule",
  "ValidatorPermit",
  identityNetUid,
  vector(bool),
  defaultsTo(vector(bool), "0x00"),
)
export const Weights = new StorageDoubleMap(
  "SubtensorModule",
  "Weights",
  identityNetUidStorageIndex,
  identityU16,
  vector(tuple(u16, u16)),
  defaultsTo(vector(tuple(u16, u16)), "0x00"),
)
export const Bonds = new StorageDoubleMap(
  "SubtensorModule",
  "Bonds",
  identityNetUidStorageIndex,
  identityU16,
  vector(tuple(u16, u16)),
  defaultsTo(vector(tuple(u16, u16)), "0x00"),
)
export const BlockAtRegistration = new StorageDoubleMap(
  "SubtensorModule",
  "BlockAtRegistration",
  identityNetUid,
  identityU16,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const Axons = new StorageDoubleMap(
  "SubtensorModule",
  "Axons",
  identityNetUid,
  blake2AccountId,
  axonInfo,
  isOptional,
)
export const NeuronCertificates = new StorageDoubleMap(
  "SubtensorModule",
  "NeuronCertificates",
  identityNetUid,
  blake2AccountId,
  neuronCertificate,
  isOptional,
)
export const Prometheus = new StorageDoubleMap(
  "SubtensorModule",
  "Prometheus",
  identityNetUid,
  blake2AccountId,
  prometheusInfo,
  isOptional,
)
export const IdentitiesV2 = new StorageMap(
  "SubtensorModule",
  "IdentitiesV2",
  blake2AccountId,
  chainIdentityV2,
  isOptional,
)
export const SubnetIdentitiesV3 = new StorageMap(
  "SubtensorModule",
  "SubnetIdentitiesV3",
  blake2NetUid,
  subnetIdentityV3,
  isOptional,
)
export const TransactionKeyLastBlock = new StorageTripleMap(
  "SubtensorModule",
  "TransactionKeyLastBlock",
  blake2AccountId,
  identityNetUid,
  identityU16,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const LastTxBlock = new StorageMap(
  "SubtensorModule",
  "LastTxBlock",
  identityAccountId,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const LastTxBlockChildKeyTake = new StorageMap(
  "SubtensorModule",
  "LastTxBlockChildKeyTake",
  identityAccountId,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const LastTxBlockDelegateTake = new StorageMap(
  "SubtensorModule",
  "LastTxBlockDelegateTake",
  identityAccountId,
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const StakeThreshold = new StorageValue(
  "SubtensorModule",
  "StakeThreshold",
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const WeightCommits = new StorageDoubleMap(
  "SubtensorModule",
  "WeightCommits",
  twoxNetUidStorageIndex,
  twoxAccountId,
  vector(tuple(hash, u64, u64, u64)),
  isOptional,
)
export const TimelockedWeightCommits = new StorageDoubleMap(
  "SubtensorModule",
  "TimelockedWeightCommits",
  twoxNetUidStorageIndex,
  twoxU64,
  vector(tuple(accountId, u64, bytes, u64)),
  defaultsTo(vector(tuple(accountId, u64, bytes, u64)), "0x00"),
)
export const CRV3WeightCommits = new StorageDoubleMap(
  "SubtensorModule",
  "CRV3WeightCommits",
  twoxNetUidStorageIndex,
  twoxU64,
  vector(tuple(accountId, bytes, u64)),
  defaultsTo(vector(tuple(accountId, bytes, u64)), "0x00"),
)
export const CRV3WeightCommitsV2 = new StorageDoubleMap(
  "SubtensorModule",
  "CRV3WeightCommitsV2",
  twoxNetUidStorageIndex,
  twoxU64,
  vector(tuple(accountId, u64, bytes, u64)),
  defaultsTo(vector(tuple(accountId, u64, bytes, u64)), "0x00"),
)
export const RevealPeriodEpochs = new StorageMap(
  "SubtensorModule",
  "RevealPeriodEpochs",
  twoxNetUid,
  u64,
  defaultsTo(u64, "0x0100000000000000"),
)
export const LastColdkeyHotkeyStakeBlock = new StorageDoubleMap(
  "SubtensorModule",
  "LastColdkeyHotkeyStakeBlock",
  twoxAccountId,
  twoxAccountId,
  u64,
  isOptional,
)
export const RootClaimableThreshold = new StorageMap(
  "SubtensorModule",
  "RootClaimableThreshold",
  blake2NetUid,
  i96f32,
  defaultsTo(i96f32, "0x0000000020a107000000000000000000"),
)
export const RootClaimable = new StorageMap(
  "SubtensorModule",
  "RootClaimable",
  blake2AccountId,
  vector(tuple(u16, i96f32)),
  defaultsTo(vector(tuple(u16, i96f32)), "0x00"),
)
export const RootClaimed = new StorageTripleMap(
  "SubtensorModule",
  "RootClaimed",
  identityNetUid,
  blake2AccountId,
  blake2AccountId,
  u128,
  defaultsTo(u128, "0x00000000000000000000000000000000"),
)
export const RootClaimType = new StorageMap(
  "SubtensorModule",
  "RootClaimType",
  blake2AccountId,
  rootClaimTypeEnum,
  defaultsTo(rootClaimTypeEnum, "0x00"),
)
export const StakingColdkeysByIndex = new StorageMap(
  "SubtensorModule",
  "StakingColdkeysByIndex",
  identityU64,
  accountId,
  isOptional,
)
export const StakingColdkeys = new StorageMap("SubtensorModule", "StakingColdkeys", identityAccountId, u64, isOptional)
export const NumStakingColdkeys = new StorageValue(
  "SubtensorModule",
  "NumStakingColdkeys",
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const NumRootClaim = new StorageValue(
  "SubtensorModule",
  "NumRootClaim",
  u64,
  defaultsTo(u64, "0x0500000000000000"),
)
export const AssociatedEvmAddress = new StorageDoubleMap(
  "SubtensorModule",
  "AssociatedEvmAddress",
  twoxNetUid,
  twoxU16,
  tuple(bytesOf(20), u64),
  isOptional,
)
export const SubnetLeases = new StorageMap("SubtensorModule", "SubnetLeases", twoxU32, subnetLease, isOptional)
export const SubnetLeaseShares = new StorageDoubleMap(
  "SubtensorModule",
  "SubnetLeaseShares",
  twoxU32,
  identityAccountId,
  u64f64,
  defaultsTo(u64f64, "0x00000000000000000000000000000000"),
)
export const SubnetUidToLeaseId = new StorageMap("SubtensorModule", "SubnetUidToLeaseId", twoxNetUid, u32, isOptional)
export const NextSubnetLeaseId = new StorageValue(
  "SubtensorModule",
  "NextSubnetLeaseId",
  u32,
  defaultsTo(u32, "0x00000000"),
)
export const AccumulatedLeaseDividends = new StorageMap(
  "SubtensorModule",
  "AccumulatedLeaseDividends",
  twoxU32,
  alphaBalance,
  defaultsTo(alphaBalance, "0x0000000000000000"),
)
export const CommitRevealWeightsVersion = new StorageValue(
  "SubtensorModule",
  "CommitRevealWeightsVersion",
  u16,
  defaultsTo(u16, "0x0400"),
)
export const NetworkRegistrationStartBlock = new StorageValue(
  "SubtensorModule",
  "NetworkRegistrationStartBlock",
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const TaoInRefundDeploymentBlock = new StorageValue(
  "SubtensorModule",
  "TaoInRefundDeploymentBlock",
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const MinNonImmuneUids = new StorageMap(
  "SubtensorModule",
  "MinNonImmuneUids",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x0a00"),
)
export const MaxMechanismCount = new StorageValue("SubtensorModule", "MaxMechanismCount", u8, defaultsTo(u8, "0x02"))
export const MechanismCountCurrent = new StorageMap(
  "SubtensorModule",
  "MechanismCountCurrent",
  twoxNetUid,
  u8,
  defaultsTo(u8, "0x01"),
)
export const MechanismEmissionSplit = new StorageMap(
  "SubtensorModule",
  "MechanismEmissionSplit",
  twoxNetUid,
  vector(u16),
  isOptional,
)
export const BurnHalfLife = new StorageMap(
  "SubtensorModule",
  "BurnHalfLife",
  identityNetUid,
  u16,
  defaultsTo(u16, "0x6801"),
)
export const BurnIncreaseMult = new StorageMap(
  "SubtensorModule",
  "BurnIncreaseMult",
  identityNetUid,
  u64f64,
  defaultsTo(u64f64, "0x0090c2f5285c8f420100000000000000"),
)
export const AutoParentDelegationEnabled = new StorageMap(
  "SubtensorModule",
  "AutoParentDelegationEnabled",
  blake2AccountId,
  bool,
  defaultsTo(bool, "0x01"),
)
export const HasMigrationRun = new StorageMap(
  "SubtensorModule",
  "HasMigrationRun",
  identityBytes,
  bool,
  defaultsTo(bool, "0x00"),
)
export const PendingChildKeyCooldown = new StorageValue(
  "SubtensorModule",
  "PendingChildKeyCooldown",
  u64,
  defaultsTo(u64, "0x201c000000000000"),
)
