import { U16 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import {
  Bonds,
  Incentive,
  LastUpdate,
  MaxAllowedUids,
  MaxMechanismCount,
  MechanismCountCurrent,
  MechanismEmissionSplit,
  TimelockedWeightCommits,
  WeightCommits,
  Weights,
} from "../state/storage/subtensorModule.js"
import { subnetExists } from "../subnets/existence.js"
import { mechanismStorageIndex } from "../subnets/mechanismIndex.js"

/**
 * Refuses with SubtensorModule.TooManyUIDsPerMechanism when the neurons that a subnet may have, times its mechanisms,
 * are more than a subnet may have at all.
 *
 * @clause hyperparameters-14
 * @source pallets/subtensor/src/subnets/mechanism.rs:98
 */
export function ensureFitsOverMechanisms({ constants }: Chain, maxUids: number, mechanisms: number): void {
  const fits = U16.saturatingMul(maxUids, mechanisms) <= constants.hyperparameterBounds.maxAllowedUids
  ensure(fits, "SubtensorModule.TooManyUIDsPerMechanism")
}

/**
 * Sets how many mechanisms a subnet has. What surplus ones have stored is removed, and emission is split evenly again.
 *
 * @clause hyperparameters-14
 * @source pallets/subtensor/src/subnets/mechanism.rs:113
 */
export function setMechanismCount(chain: Chain, netuid: NetUid, count: number): void {
  const { state, constants } = chain
  ensure(subnetExists(chain, netuid), "SubtensorModule.MechanismDoesNotExist")
  ensure(count > 0, "SubtensorModule.InvalidValue")
  ensure(count <= MaxMechanismCount.get(state), "SubtensorModule.InvalidValue")
  ensureFitsOverMechanisms(chain, MaxAllowedUids.get(state, netuid), count)
  ensure(count <= constants.hyperparameterBounds.mechanisms.greatest, "SubtensorModule.InvalidValue")

  const before = MechanismCountCurrent.get(state, netuid)
  if (count === before) return
  for (let surplus = count; surplus < before; surplus++) removeMechanism(chain, netuid, surplus)
  MechanismCountCurrent.set(state, netuid, count)
  MechanismEmissionSplit.remove(state, netuid)
}

function removeMechanism({ state }: Chain, netuid: NetUid, mechanism: number): void {
  const index = mechanismStorageIndex(netuid, mechanism)
  Weights.clearUnder(state, index)
  Incentive.remove(state, index)
  LastUpdate.remove(state, index)
  Bonds.clearUnder(state, index)
  WeightCommits.clearUnder(state, index)
  TimelockedWeightCommits.clearUnder(state, index)
}

/**
 * Sets how a subnet's emission is split between its mechanisms; undefined splits it evenly.
 *
 * @param split for each mechanism its part of 65535; may be shorter than there are mechanisms
 * @clause hyperparameters-15
 * @source pallets/subtensor/src/subnets/mechanism.rs:200
 */
export function setEmissionSplit(chain: Chain, netuid: NetUid, split: readonly number[] | undefined): void {
  ensure(subnetExists(chain, netuid), "SubtensorModule.MechanismDoesNotExist")
  if (split === undefined) {
    MechanismEmissionSplit.remove(chain.state, netuid)
    return
  }
  ensure(split.length > 0, "SubtensorModule.InvalidValue")
  ensure(split.length <= MechanismCountCurrent.get(chain.state, netuid), "SubtensorModule.InvalidValue")
  const total = split.reduce((sum, part) => sum + part, 0)
  ensure(total === U16.MAX, "SubtensorModule.InvalidValue")
  MechanismEmissionSplit.set(chain.state, netuid, split)
}
