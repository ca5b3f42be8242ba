import { U16, U64 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents as Events } from "../../state/events.js"
import type { NetUid } from "../../state/primitives.js"
import { NetworkModality } from "../../state/rao/storage/subtensorModule.js"
import {
  ActivityCutoff,
  AdjustmentAlpha,
  AdjustmentInterval,
  BurnRegistrationsThisInterval,
  Difficulty,
  ImmunityPeriod,
  Kappa,
  MaxAllowedUids,
  MaxAllowedValidators,
  MaxDifficulty,
  MaxWeightsLimit,
  MinAllowedWeights,
  MinDifficulty,
  NetworkRegistrationAllowed,
  NetworksAdded,
  POWRegistrationsThisInterval,
  RegistrationsThisInterval,
  SubnetworkN,
  TargetRegistrationsPerInterval,
  Tempo,
  TotalNetworks,
} from "../../state/storage/subtensorModule.js"
import { makeExplicit } from "../newSubnet.js"

/** What a subnet begins with. */
const NEW_SUBNET = {
  tempo: 360,
  maxAllowedUids: 256,
  maxAllowedValidators: 64,
  minAllowedWeights: 1,
  maxWeightsLimit: U16.MAX,
  adjustmentInterval: 360,
  targetRegistrationsPerInterval: 1,
  adjustmentAlpha: 17_893_341_751_498_265_066n,
  immunityPeriod: 5_000,
  difficulty: U64.MAX,
} as const

/**
 * Adds a network without neurons and gives it the hyperparameters that a subnet begins with. What a subnet that had this
 * number before left behind in other hyperparameters stays.
 *
 * @clause subnets-43
 * @source rao:pallets/subtensor/src/subnets/subnet.rs:251
 */
export function initNewNetwork(chain: Chain, netuid: NetUid): void {
  const { state } = chain
  SubnetworkN.set(state, netuid, 0)
  NetworksAdded.set(state, netuid, true)
  Tempo.set(state, netuid, NEW_SUBNET.tempo)
  NetworkModality.set(state, netuid, 0)
  TotalNetworks.mutate(state, (count) => U16.saturatingAdd<number>(count, 1))
  setBeginnings(chain, netuid)
  for (const item of [Kappa, ActivityCutoff, RegistrationsThisInterval]) makeExplicit(state, item, netuid)
  for (const item of [POWRegistrationsThisInterval, BurnRegistrationsThisInterval]) makeExplicit(state, item, netuid)
  makeExplicit(state, Difficulty, netuid)
}

/** Sets the hyperparameters that a subnet begins with, and tells of each. */
function setBeginnings(chain: Chain, netuid: NetUid): void {
  const { state } = chain
  NetworkRegistrationAllowed.set(state, netuid, true)
  chain.deposit(Events.RegistrationAllowed, [netuid, true])
  MaxAllowedUids.set(state, netuid, NEW_SUBNET.maxAllowedUids)
  chain.deposit(Events.MaxAllowedUidsSet, [netuid, NEW_SUBNET.maxAllowedUids])
  MaxAllowedValidators.set(state, netuid, NEW_SUBNET.maxAllowedValidators)
  chain.deposit(Events.MaxAllowedValidatorsSet, [netuid, NEW_SUBNET.maxAllowedValidators])
  MinAllowedWeights.set(state, netuid, NEW_SUBNET.minAllowedWeights)
  chain.deposit(Events.MinAllowedWeightSet, [netuid, NEW_SUBNET.minAllowedWeights])
  MaxWeightsLimit.set(state, netuid, NEW_SUBNET.maxWeightsLimit)
  chain.deposit(Events.MaxWeightLimitSet, [netuid, NEW_SUBNET.maxWeightsLimit])
  setRegistrationTerms(chain, netuid)
}

/** Sets what registration begins with: work counts only at the greatest difficulty. */
function setRegistrationTerms(chain: Chain, netuid: NetUid): void {
  const { state } = chain
  AdjustmentInterval.set(state, netuid, NEW_SUBNET.adjustmentInterval)
  chain.deposit(Events.AdjustmentIntervalSet, [netuid, NEW_SUBNET.adjustmentInterval])
  TargetRegistrationsPerInterval.set(state, netuid, NEW_SUBNET.targetRegistrationsPerInterval)
  chain.deposit(Events.RegistrationPerIntervalSet, [netuid, NEW_SUBNET.targetRegistrationsPerInterval])
  AdjustmentAlpha.set(state, netuid, NEW_SUBNET.adjustmentAlpha)
  chain.deposit(Events.AdjustmentAlphaSet, [netuid, NEW_SUBNET.adjustmentAlpha])
  ImmunityPeriod.set(state, netuid, NEW_SUBNET.immunityPeriod)
  chain.deposit(Events.ImmunityPeriodSet, [netuid, NEW_SUBNET.immunityPeriod])
  MinDifficulty.set(state, netuid, NEW_SUBNET.difficulty)
  chain.deposit(Events.MinDifficultySet, [netuid, NEW_SUBNET.difficulty])
  MaxDifficulty.set(state, netuid, NEW_SUBNET.difficulty)
  chain.deposit(Events.MaxDifficultySet, [netuid, NEW_SUBNET.difficulty])
}
