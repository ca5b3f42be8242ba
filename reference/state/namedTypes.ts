// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { accountId, alphaBalance, hash, netUid, perquintill, u64f64 } from "./chainTypes.js"
import {
  bool,
  bytes,
  bytesOf,
  choice,
  compactBigint,
  i64,
  optional,
  struct,
  taggedUnion,
  tuple,
  u8,
  u16,
  u32,
  u64,
  u128,
  unit,
  vector,
} from "./scaleTypes.js"

export const accountData = struct({ free: u64, reserved: u64, frozen: u64, flags: u128 })
export const accountInfo = struct({ nonce: u32, consumers: u32, providers: u32, sufficients: u32, data: accountData })
export const storedState = taggedUnion({
  Live: [0, unit],
  PendingPause: [1, struct({ scheduled_at: u32, delay: u32 })],
  Paused: [2, unit],
  PendingResume: [3, struct({ scheduled_at: u32, delay: u32 })],
})
export const storedPendingChange = struct({
  scheduled_at: u32,
  delay: u32,
  next_authorities: vector(tuple(bytesOf(32), u64)),
  forced: optional(u32),
})
export const reasons = choice({ Fee: 0, Misc: 1, All: 2 }, "Fee", "Misc", "All")
export const balanceLock = struct({ id: bytesOf(8), amount: u64, reasons: reasons })
export const reserveData = struct({ id: bytesOf(8), amount: u64 })
export const holdReason = choice({ Preimage: 0 }, "Preimage")
export const safeModeHoldReason = choice({ EnterOrExtend: 0 }, "EnterOrExtend")
export const runtimeHoldReason = taggedUnion({ Preimage: [14, holdReason], SafeMode: [20, safeModeHoldReason] })
export const idAmount = struct({ id: runtimeHoldReason, amount: u64 })
export const frameSupportIdAmount = struct({ id: unit, amount: u64 })
export const releases = choice({ V1Ancient: 0, V2: 1 }, "V1Ancient", "V2")
export const safeFloat = struct({ mantissa: u128, exponent: i64 })
export const lockState = struct({ locked_mass: alphaBalance, conviction: u64f64, last_update: u64 })
export const hyperparameter = choice(
  {
    Unknown: 0,
    ServingRateLimit: 1,
    MaxDifficulty: 2,
    AdjustmentAlpha: 3,
    MaxWeightLimit: 4,
    ImmunityPeriod: 5,
    MinAllowedWeights: 6,
    Kappa: 7,
    Rho: 8,
    ActivityCutoff: 9,
    PowRegistrationAllowed: 10,
    MinBurn: 11,
    MaxBurn: 12,
    BondsMovingAverage: 13,
    BondsPenalty: 14,
    CommitRevealEnabled: 15,
    LiquidAlphaEnabled: 16,
    AlphaValues: 17,
    WeightCommitInterval: 18,
    TransferEnabled: 19,
    AlphaSigmoidSteepness: 20,
    Yuma3Enabled: 21,
    BondsResetEnabled: 22,
    ImmuneNeuronLimit: 23,
    RecycleOrBurn: 24,
    MaxAllowedUids: 25,
    BurnHalfLife: 26,
    BurnIncreaseMult: 27,
    SubnetEmissionEnabled: 28,
    MinChildkeyTake: 29,
    ActivityCutoffFactorMilli: 30,
    TriggerEpoch: 31,
  },
  "Unknown",
  "ServingRateLimit",
  "MaxDifficulty",
  "AdjustmentAlpha",
  "MaxWeightLimit",
  "ImmunityPeriod",
  "MinAllowedWeights",
  "Kappa",
  "Rho",
  "ActivityCutoff",
  "PowRegistrationAllowed",
  "MinBurn",
  "MaxBurn",
  "BondsMovingAverage",
  "BondsPenalty",
  "CommitRevealEnabled",
  "LiquidAlphaEnabled",
  "AlphaValues",
  "WeightCommitInterval",
  "TransferEnabled",
  "AlphaSigmoidSteepness",
  "Yuma3Enabled",
  "BondsResetEnabled",
  "ImmuneNeuronLimit",
  "RecycleOrBurn",
  "MaxAllowedUids",
  "BurnHalfLife",
  "BurnIncreaseMult",
  "SubnetEmissionEnabled",
  "MinChildkeyTake",
  "ActivityCutoffFactorMilli",
  "TriggerEpoch",
)
export const rateLimitKey = taggedUnion({
  SetSNOwnerHotkey: [0, netUid],
  OwnerHyperparamUpdate: [1, tuple(netUid, hyperparameter)],
  NetworkLastRegistered: [2, unit],
  LastTxBlock: [3, accountId],
  LastTxBlockChildKeyTake: [4, accountId],
  LastTxBlockDelegateTake: [5, accountId],
  AddStakeBurn: [6, netUid],
})
export const recycleOrBurnEnum = choice({ Burn: 0, Recycle: 1 }, "Burn", "Recycle")
export const axonInfo = struct({
  block: u64,
  version: u32,
  ip: u128,
  port: u16,
  ip_type: u8,
  protocol: u8,
  placeholder1: u8,
  placeholder2: u8,
})
export const neuronCertificate = struct({ public_key: bytes, algorithm: u8 })
export const prometheusInfo = struct({ block: u64, version: u32, ip: u128, port: u16, ip_type: u8 })
export const chainIdentityV2 = struct({
  name: bytes,
  url: bytes,
  github_repo: bytes,
  image: bytes,
  discord: bytes,
  description: bytes,
  additional: bytes,
})
export const subnetIdentityV3 = struct({
  subnet_name: bytes,
  github_repo: bytes,
  subnet_contact: bytes,
  subnet_url: bytes,
  discord: bytes,
  description: bytes,
  logo_url: bytes,
  additional: bytes,
})
export const rootClaimTypeEnum = taggedUnion({
  Swap: [0, unit],
  Keep: [1, unit],
  KeepSubnets: [2, struct({ subnets: vector(u16) })],
})
export const subnetLease = struct({
  beneficiary: accountId,
  coldkey: accountId,
  hotkey: accountId,
  emissions_share: u8,
  end_block: optional(u32),
  netuid: netUid,
  cost: u64,
})
export const timepoint = struct({ height: u32, index: u32 })
export const multisig = struct({ when: timepoint, deposit: u64, depositor: accountId, approvals: vector(accountId) })
export const oldRequestStatus = taggedUnion({
  Unrequested: [0, struct({ deposit: tuple(accountId, u64), len: u32 })],
  Requested: [1, struct({ deposit: optional(tuple(accountId, u64)), count: u32, len: optional(u32) })],
})
export const requestStatus = taggedUnion({
  Unrequested: [0, struct({ ticket: tuple(accountId, u64), len: u32 })],
  Requested: [1, struct({ maybe_ticket: optional(tuple(accountId, u64)), count: u32, maybe_len: optional(u32) })],
})
export const bounded = taggedUnion({
  Legacy: [0, struct({ hash: hash })],
  Inline: [1, bytes],
  Lookup: [2, struct({ hash: hash, len: u32 })],
})
export const rawOrigin = taggedUnion({
  Root: [0, unit],
  Signed: [1, accountId],
  None: [2, unit],
  Authorized: [3, unit],
})
export const originCaller = taggedUnion({ system: [0, rawOrigin] })
export const scheduled = struct({
  maybe_id: optional(bytesOf(32)),
  priority: u8,
  call: bounded,
  maybe_periodic: optional(tuple(u32, u32)),
  origin: originCaller,
})
export const retryConfig = struct({ total_retries: u8, remaining: u8, period: u32 })
export const proxyType = choice(
  {
    Any: 0,
    Owner: 1,
    NonCritical: 2,
    NonTransfer: 3,
    Senate: 4,
    NonFungible: 5,
    Triumvirate: 6,
    Governance: 7,
    Staking: 8,
    Registration: 9,
    Transfer: 10,
    SmallTransfer: 11,
    RootWeights: 12,
    ChildKeys: 13,
    SudoUncheckedSetCode: 14,
    SwapHotkey: 15,
    SubnetLeaseBeneficiary: 16,
    RootClaim: 17,
  },
  "Any",
  "Owner",
  "NonCritical",
  "NonTransfer",
  "Senate",
  "NonFungible",
  "Triumvirate",
  "Governance",
  "Staking",
  "Registration",
  "Transfer",
  "SmallTransfer",
  "RootWeights",
  "ChildKeys",
  "SudoUncheckedSetCode",
  "SwapHotkey",
  "SubnetLeaseBeneficiary",
  "RootClaim",
)
export const proxyDefinition = struct({ delegate: accountId, proxy_type: proxyType, delay: u32 })
export const announcement = struct({ real: accountId, call_hash: hash, height: u32 })
export const moduleError = struct({ index: u8, error: bytesOf(4) })
export const tokenError = choice(
  {
    FundsUnavailable: 0,
    OnlyProvider: 1,
    BelowMinimum: 2,
    CannotCreate: 3,
    UnknownAsset: 4,
    Frozen: 5,
    Unsupported: 6,
    CannotCreateHold: 7,
    NotExpendable: 8,
    Blocked: 9,
  },
  "FundsUnavailable",
  "OnlyProvider",
  "BelowMinimum",
  "CannotCreate",
  "UnknownAsset",
  "Frozen",
  "Unsupported",
  "CannotCreateHold",
  "NotExpendable",
  "Blocked",
)
export const arithmeticError = choice(
  { Underflow: 0, Overflow: 1, DivisionByZero: 2 },
  "Underflow",
  "Overflow",
  "DivisionByZero",
)
export const transactionalError = choice({ LimitReached: 0, NoLayer: 1 }, "LimitReached", "NoLayer")
export const trieError = choice(
  {
    InvalidStateRoot: 0,
    IncompleteDatabase: 1,
    ValueAtIncompleteKey: 2,
    DecoderError: 3,
    InvalidHash: 4,
    DuplicateKey: 5,
    ExtraneousNode: 6,
    ExtraneousValue: 7,
    ExtraneousHashReference: 8,
    InvalidChildReference: 9,
    ValueMismatch: 10,
    IncompleteProof: 11,
    RootMismatch: 12,
    DecodeError: 13,
  },
  "InvalidStateRoot",
  "IncompleteDatabase",
  "ValueAtIncompleteKey",
  "DecoderError",
  "InvalidHash",
  "DuplicateKey",
  "ExtraneousNode",
  "ExtraneousValue",
  "ExtraneousHashReference",
  "InvalidChildReference",
  "ValueMismatch",
  "IncompleteProof",
  "RootMismatch",
  "DecodeError",
)
export const dispatchError = taggedUnion({
  Other: [0, unit],
  CannotLookup: [1, unit],
  BadOrigin: [2, unit],
  Module: [3, moduleError],
  ConsumerRemaining: [4, unit],
  NoProviders: [5, unit],
  TooManyConsumers: [6, unit],
  Token: [7, tokenError],
  Arithmetic: [8, arithmeticError],
  Transactional: [9, transactionalError],
  Exhausted: [10, unit],
  Corruption: [11, unit],
  Unavailable: [12, unit],
  RootNotAllowed: [13, unit],
  Trie: [14, trieError],
})
export const result = taggedUnion({ Ok: [0, unit], Err: [1, dispatchError] })
export const data = taggedUnion({
  None: [0, unit],
  Raw0: [1, bytesOf(0)],
  Raw1: [2, bytesOf(1)],
  Raw2: [3, bytesOf(2)],
  Raw3: [4, bytesOf(3)],
  Raw4: [5, bytesOf(4)],
  Raw5: [6, bytesOf(5)],
  Raw6: [7, bytesOf(6)],
  Raw7: [8, bytesOf(7)],
  Raw8: [9, bytesOf(8)],
  Raw9: [10, bytesOf(9)],
  Raw10: [11, bytesOf(10)],
  Raw11: [12, bytesOf(11)],
  Raw12: [13, bytesOf(12)],
  Raw13: [14, bytesOf(13)],
  Raw14: [15, bytesOf(14)],
  Raw15: [16, bytesOf(15)],
  Raw16: [17, bytesOf(16)],
  Raw17: [18, bytesOf(17)],
  Raw18: [19, bytesOf(18)],
  Raw19: [20, bytesOf(19)],
  Raw20: [21, bytesOf(20)],
  Raw21: [22, bytesOf(21)],
  Raw22: [23, bytesOf(22)],
  Raw23: [24, bytesOf(23)],
  Raw24: [25, bytesOf(24)],
  Raw25: [26, bytesOf(25)],
  Raw26: [27, bytesOf(26)],
  Raw27: [28, bytesOf(27)],
  Raw28: [29, bytesOf(28)],
  Raw29: [30, bytesOf(29)],
  Raw30: [31, bytesOf(30)],
  Raw31: [32, bytesOf(31)],
  Raw32: [33, bytesOf(32)],
  Raw33: [34, bytesOf(33)],
  Raw34: [35, bytesOf(34)],
  Raw35: [36, bytesOf(35)],
  Raw36: [37, bytesOf(36)],
  Raw37: [38, bytesOf(37)],
  Raw38: [39, bytesOf(38)],
  Raw39: [40, bytesOf(39)],
  Raw40: [41, bytesOf(40)],
  Raw41: [42, bytesOf(41)],
  Raw42: [43, bytesOf(42)],
  Raw43: [44, bytesOf(43)],
  Raw44: [45, bytesOf(44)],
  Raw45: [46, bytesOf(45)],
  Raw46: [47, bytesOf(46)],
  Raw47: [48, bytesOf(47)],
  Raw48: [49, bytesOf(48)],
  Raw49: [50, bytesOf(49)],
  Raw50: [51, bytesOf(50)],
  Raw51: [52, bytesOf(51)],
  Raw52: [53, bytesOf(52)],
  Raw53: [54, bytesOf(53)],
  Raw54: [55, bytesOf(54)],
  Raw55: [56, bytesOf(55)],
  Raw56: [57, bytesOf(56)],
  Raw57: [58, bytesOf(57)],
  Raw58: [59, bytesOf(58)],
  Raw59: [60, bytesOf(59)],
  Raw60: [61, bytesOf(60)],
  Raw61: [62, bytesOf(61)],
  Raw62: [63, bytesOf(62)],
  Raw63: [64, bytesOf(63)],
  Raw64: [65, bytesOf(64)],
  Raw65: [66, bytesOf(65)],
  Raw66: [67, bytesOf(66)],
  Raw67: [68, bytesOf(67)],
  Raw68: [69, bytesOf(68)],
  Raw69: [70, bytesOf(69)],
  Raw70: [71, bytesOf(70)],
  Raw71: [72, bytesOf(71)],
  Raw72: [73, bytesOf(72)],
  Raw73: [74, bytesOf(73)],
  Raw74: [75, bytesOf(74)],
  Raw75: [76, bytesOf(75)],
  Raw76: [77, bytesOf(76)],
  Raw77: [78, bytesOf(77)],
  Raw78: [79, bytesOf(78)],
  Raw79: [80, bytesOf(79)],
  Raw80: [81, bytesOf(80)],
  Raw81: [82, bytesOf(81)],
  Raw82: [83, bytesOf(82)],
  Raw83: [84, bytesOf(83)],
  Raw84: [85, bytesOf(84)],
  Raw85: [86, bytesOf(85)],
  Raw86: [87, bytesOf(86)],
  Raw87: [88, bytesOf(87)],
  Raw88: [89, bytesOf(88)],
  Raw89: [90, bytesOf(89)],
  Raw90: [91, bytesOf(90)],
  Raw91: [92, bytesOf(91)],
  Raw92: [93, bytesOf(92)],
  Raw93: [94, bytesOf(93)],
  Raw94: [95, bytesOf(94)],
  Raw95: [96, bytesOf(95)],
  Raw96: [97, bytesOf(96)],
  Raw97: [98, bytesOf(97)],
  Raw98: [99, bytesOf(98)],
  Raw99: [100, bytesOf(99)],
  Raw100: [101, bytesOf(100)],
  Raw101: [102, bytesOf(101)],
  Raw102: [103, bytesOf(102)],
  Raw103: [104, bytesOf(103)],
  Raw104: [105, bytesOf(104)],
  Raw105: [106, bytesOf(105)],
  Raw106: [107, bytesOf(106)],
  Raw107: [108, bytesOf(107)],
  Raw108: [109, bytesOf(108)],
  Raw109: [110, bytesOf(109)],
  Raw110: [111, bytesOf(110)],
  Raw111: [112, bytesOf(111)],
  Raw112: [113, bytesOf(112)],
  Raw113: [114, bytesOf(113)],
  Raw114: [115, bytesOf(114)],
  Raw115: [116, bytesOf(115)],
  Raw116: [117, bytesOf(116)],
  Raw117: [118, bytesOf(117)],
  Raw118: [119, bytesOf(118)],
  Raw119: [120, bytesOf(119)],
  Raw120: [121, bytesOf(120)],
  Raw121: [122, bytesOf(121)],
  Raw122: [123, bytesOf(122)],
  Raw123: [124, bytesOf(123)],
  Raw124: [125, bytesOf(124)],
  Raw125: [126, bytesOf(125)],
  Raw126: [127, bytesOf(126)],
  Raw127: [128, bytesOf(127)],
  Raw128: [129, bytesOf(128)],
  BlakeTwo256: [130, bytesOf(32)],
  Sha256: [131, bytesOf(32)],
  Keccak256: [132, bytesOf(32)],
  ShaThree256: [133, bytesOf(32)],
  TimelockEncrypted: [134, struct({ encrypted: bytes, reveal_round: u64 })],
  ResetBondsFlag: [135, unit],
  BigRaw: [136, bytes],
})
export const commitmentInfo = struct({ fields: vector(data) })
export const registration = struct({ deposit: u64, block: u32, info: commitmentInfo })
export const usageTracker = struct({ last_epoch: u64, used_space: u64 })
export const precompileEnum = choice(
  {
    BalanceTransfer: 0,
    Staking: 1,
    Subnet: 2,
    Metagraph: 3,
    Neuron: 4,
    UidLookup: 5,
    Alpha: 6,
    Crowdloan: 7,
    Proxy: 8,
    Leasing: 9,
    AddressMapping: 10,
    VotingPower: 11,
  },
  "BalanceTransfer",
  "Staking",
  "Subnet",
  "Metagraph",
  "Neuron",
  "UidLookup",
  "Alpha",
  "Crowdloan",
  "Proxy",
  "Leasing",
  "AddressMapping",
  "VotingPower",
)
export const metadata = struct({ beacon_id: bytes })
export const beaconConfiguration = struct({
  public_key: bytes,
  period: u32,
  genesis_time: u32,
  hash: bytes,
  group_hash: bytes,
  scheme_id: bytes,
  metadata: metadata,
})
export const pulse = struct({ round: u64, randomness: bytes, signature: bytes })
export const crowdloanInfo = struct({
  creator: accountId,
  deposit: u64,
  min_contribution: u64,
  end: u32,
  cap: u64,
  funds_account: accountId,
  raised: u64,
  target_address: optional(accountId),
  call: optional(bounded),
  finalized: bool,
  contributors_count: u32,
})
export const balancer = struct({ quote: perquintill })
export const pendingExtrinsic = struct({ who: accountId, encrypted_call: bytes, submitted_at: u32 })
export const orderStatus = taggedUnion({ Fulfilled: [0, unit], PartiallyFilled: [1, u64], Cancelled: [2, unit] })
export const prevote = struct({ target_hash: hash, target_number: u32 })
export const equivocation = struct({
  round_number: u64,
  identity: bytesOf(32),
  first: tuple(prevote, bytesOf(64)),
  second: tuple(prevote, bytesOf(64)),
})
export const precommit = struct({ target_hash: hash, target_number: u32 })
export const finalityGrandpaEquivocation = struct({
  round_number: u64,
  identity: bytesOf(32),
  first: tuple(precommit, bytesOf(64)),
  second: tuple(precommit, bytesOf(64)),
})
export const spConsensusGrandpaEquivocation = taggedUnion({
  Prevote: [0, equivocation],
  Precommit: [1, finalityGrandpaEquivocation],
})
export const equivocationProof = struct({ set_id: u64, equivocation: spConsensusGrandpaEquivocation })
export const multiAddress = taggedUnion({
  Id: [0, accountId],
  Index: [1, unit],
  Raw: [2, bytes],
  Address32: [3, bytesOf(32)],
  Address20: [4, bytesOf(20)],
})
export const adjustmentDirection = choice({ Increase: 0, Decrease: 1 }, "Increase", "Decrease")
export const weight = struct({
  ref_time: compactBigint(u64, (value) => value),
  proof_size: compactBigint(u64, (value) => value),
})
export const multiSigner = taggedUnion({
  Ed25519: [0, bytesOf(32)],
  Sr25519: [1, bytesOf(32)],
  Ecdsa: [2, bytesOf(33)],
})
export const pulsesPayload = struct({ block_number: u32, pulses: vector(pulse), public: multiSigner })
export const multiSignature = taggedUnion({
  Ed25519: [0, bytesOf(64)],
  Sr25519: [1, bytesOf(64)],
  Ecdsa: [2, bytesOf(65)],
})
export const beaconConfigurationPayload = struct({
  block_number: u32,
  config: beaconConfiguration,
  public: multiSigner,
})
export const orderType = choice({ LimitBuy: 0, TakeProfit: 1, StopLoss: 2 }, "LimitBuy", "TakeProfit", "StopLoss")
export const order = struct({
  signer: accountId,
  hotkey: accountId,
  netuid: netUid,
  order_type: orderType,
  amount: u64,
  limit_price: u64,
  expiry: u64,
  fee_rate: u32,
  fee_recipient: accountId,
  relayer: optional(vector(accountId)),
  max_slippage: optional(u32),
  chain_id: u64,
  partial_fills_enabled: bool,
})
export const versionedOrder = taggedUnion({ V1: [0, order] })
export const signedOrder = struct({ order: versionedOrder, signature: multiSignature, partial_fill: optional(u64) })
export const dispatchClass = choice({ Normal: 0, Operational: 1, Mandatory: 2 }, "Normal", "Operational", "Mandatory")
export const pays = choice({ Yes: 0, No: 1 }, "Yes", "No")
export const dispatchEventInfo = struct({ weight: weight, class: dispatchClass, pays_fee: pays })
export const balanceStatus = choice({ Free: 0, Reserved: 1 }, "Free", "Reserved")
export const depositKind = choice({ Proxies: 0, Announcements: 1 }, "Proxies", "Announcements")
export const exitReason = choice({ Timeout: 0, Force: 1 }, "Timeout", "Force")
export const orderSide = choice({ Buy: 0, Sell: 1 }, "Buy", "Sell")
