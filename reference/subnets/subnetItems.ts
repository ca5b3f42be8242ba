import type { NetUid, NetUidStorageIndex } from "../state/primitives.js"
import type { State } from "../state/state.js"
import * as items from "../state/storage/subtensorModule.js"

/** An item from which what is kept under a key can be removed. */
interface Removable<Key> {
  remove(state: State, key: Key): void
}

/** An item from which everything under a first key can be removed. */
interface Clearable<Key> {
  clearUnder(state: State, key: Key): void
}

/** What is kept for a subnet: who it is, how it is set up, and what it counts. */
export const PER_SUBNET: readonly Removable<NetUid>[] = [
  items.SubnetOwner,
  items.SubnetOwnerHotkey,
  items.SubnetworkN,
  items.NetworksAdded,
  items.NetworkRegisteredAt,
  items.TokenSymbol,
  items.SubnetMechanism,
  items.SubnetLocked,
  items.LargestLocked,
  items.FirstEmissionBlockNumber,
  // The last epoch's results.
  items.Active,
  items.Emission,
  items.Consensus,
  items.Dividends,
  items.ValidatorPermit,
  items.ValidatorTrust,
  items.StakeWeight,
  items.LoadedEmission,
  // Epochs.
  items.Tempo,
  items.LastEpochBlock,
  items.PendingEpochAt,
  items.SubnetEpochIndex,
  items.BlocksSinceLastStep,
  items.LastMechansimStepBlock,
  items.LastAdjustmentBlock,
  // Consensus.
  items.Kappa,
  items.Rho,
  items.AlphaSigmoidSteepness,
  items.AlphaValues,
  items.LiquidAlphaOn,
  items.Yuma3On,
  items.ActivityCutoff,
  items.ActivityCutoffFactorMilli,
  items.BondsMovingAverage,
  items.BondsPenalty,
  items.BondsResetOn,
  items.MaxAllowedValidators,
  items.ValidatorPruneLen,
  items.ScalingLawPower,
  // Weights.
  items.MinAllowedWeights,
  items.WeightsSetRateLimit,
  items.WeightsVersionKey,
  items.CommitRevealWeightsEnabled,
  items.RevealPeriodEpochs,
  items.MechanismCountCurrent,
  items.MechanismEmissionSplit,
  // Registration.
  items.NetworkRegistrationAllowed,
  items.NetworkPowRegistrationAllowed,
  items.MaxAllowedUids,
  items.ImmunityPeriod,
  items.ImmuneOwnerUidsLimit,
  items.Burn,
  items.MinBurn,
  items.MaxBurn,
  items.BurnHalfLife,
  items.BurnIncreaseMult,
  items.Difficulty,
  items.MinDifficulty,
  items.MaxDifficulty,
  items.TargetRegistrationsPerInterval,
  items.MaxRegistrationsPerBlock,
  items.RegistrationsThisBlock,
  items.RegistrationsThisInterval,
  items.POWRegistrationsThisInterval,
  items.BurnRegistrationsThisInterval,
  items.RAORecycledForRegistration,
  // Pool and emission.
  items.SubnetAlphaInEmission,
  items.SubnetAlphaOutEmission,
  items.SubnetTaoInEmission,
  items.SubnetVolume,
  items.SubnetMovingPrice,
  items.EMAPriceHalvingBlocks,
  items.SubnetTaoFlow,
  items.SubnetEmaTaoFlow,
  items.SubnetProtocolFlow,
  items.SubnetEmaProtocolFlow,
  items.SubnetExcessTao,
  items.SubnetRootSellTao,
  items.PendingValidatorEmission,
  items.PendingServerEmission,
  items.PendingRootAlphaDivs,
  items.PendingOwnerCut,
  items.MinerBurned,
  // Switches.
  items.SubtokenEnabled,
  items.TransferToggle,
  items.OwnerCutAutoLockEnabled,
  items.ServingRateLimit,
]

/** What is kept for a subnet and a hotkey, a coldkey or a uid, the subnet first. */
export const PER_SUBNET_AND_KEY: readonly Clearable<NetUid>[] = [
  items.Uids,
  items.Keys,
  items.BlockAtRegistration,
  items.Axons,
  items.NeuronCertificates,
  items.Prometheus,
  items.AlphaDividendsPerSubnet,
  items.PendingChildKeys,
  items.AssociatedEvmAddress,
  items.LastHotkeySwapOnNetuid,
]

/** What is kept for a mechanism of a subnet. */
export const PER_MECHANISM: readonly Removable<NetUidStorageIndex>[] = [items.LastUpdate, items.Incentive]

/** What is kept for a mechanism of a subnet and a hotkey, a uid or an epoch. */
export const PER_MECHANISM_AND_KEY: readonly Clearable<NetUidStorageIndex>[] = [
  items.WeightCommits,
  items.TimelockedWeightCommits,
  items.CRV3WeightCommits,
  items.CRV3WeightCommitsV2,
  items.Bonds,
  items.Weights,
]
