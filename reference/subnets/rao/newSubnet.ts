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
import { beginWith, makeExplicit } from "../newSubnet.js"

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

/** Sets the hyperparameters that a subnet begins with, and tells of each: work counts only at the greatest difficulty. */
function setBeginnings(chain: Chain, netuid: NetUid): void {
  const { targetRegistrationsPerInterval: target, difficulty } = NEW_SUBNET
  beginWith(chain, netuid, NetworkRegistrationAllowed, Events.RegistrationAllowed, true)
  beginWith(chain, netuid, MaxAllowedUids, Events.MaxAllowedUidsSet, NEW_SUBNET.maxAllowedUids)
  beginWith(chain, netuid, MaxAllowedValidators, Events.MaxAllowedValidatorsSet, NEW_SUBNET.maxAllowedValidators)
  beginWith(chain, netuid, MinAllowedWeights, Events.MinAllowedWeightSet, NEW_SUBNET.minAllowedWeights)
  beginWith(chain, netuid, MaxWeightsLimit, Events.MaxWeightLimitSet, NEW_SUBNET.maxWeightsLimit)
  beginWith(chain, netuid, AdjustmentInterval, Events.AdjustmentIntervalSet, NEW_SUBNET.adjustmentInterval)
  beginWith(chain, netuid, TargetRegistrationsPerInterval, Events.RegistrationPerIntervalSet, target)
  beginWith(chain, netuid, AdjustmentAlpha, Events.AdjustmentAlphaSet, NEW_SUBNET.adjustmentAlpha)
  beginWith(chain, netuid, ImmunityPeriod, Events.ImmunityPeriodSet, NEW_SUBNET.immunityPeriod)
  beginWith(chain, netuid, MinDifficulty, Events.MinDifficultySet, difficulty)
  beginWith(chain, netuid, MaxDifficulty, Events.MaxDifficultySet, difficulty)
}
