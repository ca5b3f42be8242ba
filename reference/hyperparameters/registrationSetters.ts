import { U64F64 } from "../numbers/formats.js"
import { trimToMaxAllowedUids } from "../registration/trimUids.js"
import { AdminUtilsCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { AdminUtilsEvents, SubtensorModuleEvents } from "../state/events.js"
import { ensure, refuse } from "../state/refusal.js"
import {
  AdjustmentAlpha,
  AdjustmentInterval,
  BurnHalfLife,
  BurnIncreaseMult,
  Difficulty,
  ImmuneOwnerUidsLimit,
  ImmunityPeriod,
  MaxAllowedUids,
  MaxBurn,
  MaxDifficulty,
  MaxRegistrationsPerBlock,
  MechanismCountCurrent,
  MinAllowedUids,
  MinBurn,
  MinDifficulty,
  MinNonImmuneUids,
  NetworkRegistrationAllowed,
  RAORecycledForRegistration,
  TargetRegistrationsPerInterval,
} from "../state/storage/subtensorModule.js"
import { subnetworkSize } from "../subnets/neurons.js"
import { isWithin } from "./bounds.js"
import { ensureFitsOverMechanisms } from "./mechanismCount.js"
import { ownerHyperparameterLimit as limitOf, UIDS_TRIMMING_LIMIT } from "./rateLimits.js"
import {
  limitedSetter,
  rootSetter,
  storesOnSubnet,
  subnetIsNotRoot,
  subnetIsThere,
  windowIsOpen,
  within,
} from "./setter.js"

function boundsOfBurnIncreaseMult({ constants }: Chain) {
  const { least, greatest } = constants.hyperparameterBounds.burnIncreaseMult
  return { least: U64F64.fromInteger(least), greatest: U64F64.fromInteger(greatest) }
}

/** What registering a neuron costs and how the cost moves. */
const burnSetters: readonly CallHandler<unknown>[] = [
  limitedSetter(
    AdminUtilsCalls.sudo_set_min_burn,
    limitOf("MinBurn"),
    [
      subnetIsThere,
      ({ constants }, { min_burn }) =>
        ensure(min_burn < constants.hyperparameterBounds.minBurnBelow, "AdminUtils.ValueNotInBounds"),
      ({ state }, { netuid, min_burn }) => ensure(min_burn < MaxBurn.get(state, netuid), "AdminUtils.ValueNotInBounds"),
    ],
    storesOnSubnet(MinBurn, SubtensorModuleEvents.MinBurnSet, ({ min_burn }) => min_burn),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_max_burn,
    limitOf("MaxBurn"),
    [
      subnetIsThere,
      ({ constants }, { max_burn }) =>
        ensure(max_burn > constants.hyperparameterBounds.maxBurnAbove, "AdminUtils.ValueNotInBounds"),
      ({ state }, { netuid, max_burn }) => ensure(max_burn > MinBurn.get(state, netuid), "AdminUtils.ValueNotInBounds"),
    ],
    storesOnSubnet(MaxBurn, SubtensorModuleEvents.MaxBurnSet, ({ max_burn }) => max_burn),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_burn_half_life,
    limitOf("BurnHalfLife"),
    [
      subnetIsThere,
      subnetIsNotRoot,
      within(
        ({ burn_half_life }) => burn_half_life,
        ({ burnHalfLife }) => burnHalfLife,
        "AdminUtils.InvalidValue",
      ),
    ],
    (chain, { netuid, burn_half_life }) => {
      BurnHalfLife.set(chain.state, netuid, burn_half_life)
      chain.deposit(AdminUtilsEvents.BurnHalfLifeSet, { netuid, burn_half_life })
    },
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_burn_increase_mult,
    limitOf("BurnIncreaseMult"),
    [
      subnetIsThere,
      subnetIsNotRoot,
      (chain, { burn_increase_mult }) =>
        ensure(isWithin(burn_increase_mult, boundsOfBurnIncreaseMult(chain)), "AdminUtils.InvalidValue"),
    ],
    (chain, { netuid, burn_increase_mult }) => {
      BurnIncreaseMult.set(chain.state, netuid, burn_increase_mult)
      chain.deposit(AdminUtilsEvents.BurnIncreaseMultSet, { netuid, burn_increase_mult })
    },
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_rao_recycled,
    [subnetIsThere],
    storesOnSubnet(
      RAORecycledForRegistration,
      SubtensorModuleEvents.RAORecycledForRegistrationSet,
      ({ rao_recycled }) => rao_recycled,
    ),
  ),
]

/** How many neurons there may be and which of them are safe from being replaced. */
const neuronSetters: readonly CallHandler<unknown>[] = [
  limitedSetter(AdminUtilsCalls.sudo_trim_to_max_allowed_uids, UIDS_TRIMMING_LIMIT, [], (chain, { netuid, max_n }) =>
    trimToMaxAllowedUids(chain, netuid, max_n),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_network_registration_allowed,
    [],
    storesOnSubnet(
      NetworkRegistrationAllowed,
      SubtensorModuleEvents.RegistrationAllowed,
      ({ registration_allowed }) => registration_allowed,
    ),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_immunity_period,
    limitOf("ImmunityPeriod"),
    [subnetIsThere],
    storesOnSubnet(ImmunityPeriod, SubtensorModuleEvents.ImmunityPeriodSet, ({ immunity_period }) => immunity_period),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_max_allowed_uids,
    limitOf("MaxAllowedUids"),
    [
      subnetIsThere,
      ({ state }, { netuid, max_allowed_uids }) =>
        ensure(
          max_allowed_uids >= MinAllowedUids.get(state, netuid),
          "AdminUtils.MaxAllowedUidsLessThanMinAllowedUids",
        ),
      (chain, { netuid, max_allowed_uids }) =>
        ensure(subnetworkSize(chain, netuid) <= max_allowed_uids, "AdminUtils.MaxAllowedUIdsLessThanCurrentUIds"),
      ({ constants }, { max_allowed_uids }) =>
        ensure(
          max_allowed_uids <= constants.hyperparameterBounds.maxAllowedUids,
          "AdminUtils.MaxAllowedUidsGreaterThanDefaultMaxAllowedUids",
        ),
      (chain, { netuid, max_allowed_uids }) =>
        ensureFitsOverMechanisms(chain, max_allowed_uids, MechanismCountCurrent.get(chain.state, netuid)),
    ],
    storesOnSubnet(MaxAllowedUids, SubtensorModuleEvents.MaxAllowedUidsSet, ({ max_allowed_uids }) => max_allowed_uids),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_min_allowed_uids,
    [
      windowIsOpen,
      subnetIsThere,
      ({ state }, { netuid, min_allowed_uids }) =>
        ensure(
          min_allowed_uids < MaxAllowedUids.get(state, netuid),
          "AdminUtils.MinAllowedUidsGreaterThanMaxAllowedUids",
        ),
      (chain, { netuid, min_allowed_uids }) =>
        ensure(min_allowed_uids < subnetworkSize(chain, netuid), "AdminUtils.MinAllowedUidsGreaterThanCurrentUids"),
    ],
    storesOnSubnet(MinAllowedUids, SubtensorModuleEvents.MinAllowedUidsSet, ({ min_allowed_uids }) => min_allowed_uids),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_min_non_immune_uids,
    [],
    storesOnSubnet(MinNonImmuneUids, SubtensorModuleEvents.MinNonImmuneUidsSet, ({ min }) => min),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_owner_immune_neuron_limit,
    limitOf("ImmuneNeuronLimit"),
    [
      within(
        ({ immune_neurons }) => immune_neurons,
        ({ immuneOwnerUids }) => immuneOwnerUids,
        "SubtensorModule.InvalidValue",
      ),
    ],
    ({ state }, { netuid, immune_neurons }) => ImmuneOwnerUidsLimit.set(state, netuid, immune_neurons),
  ),
]

/** What registration by an interval and by proof of work read, and nothing reads any more. */
const unreadSetters: readonly CallHandler<unknown>[] = [
  rootSetter(
    AdminUtilsCalls.sudo_set_min_difficulty,
    [windowIsOpen, subnetIsThere],
    storesOnSubnet(MinDifficulty, SubtensorModuleEvents.MinDifficultySet, ({ min_difficulty }) => min_difficulty),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_max_difficulty,
    limitOf("MaxDifficulty"),
    [subnetIsThere],
    storesOnSubnet(MaxDifficulty, SubtensorModuleEvents.MaxDifficultySet, ({ max_difficulty }) => max_difficulty),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_difficulty,
    [windowIsOpen, subnetIsThere],
    storesOnSubnet(Difficulty, SubtensorModuleEvents.DifficultySet, ({ difficulty }) => difficulty),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_adjustment_interval,
    [subnetIsThere],
    storesOnSubnet(
      AdjustmentInterval,
      SubtensorModuleEvents.AdjustmentIntervalSet,
      ({ adjustment_interval }) => adjustment_interval,
    ),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_adjustment_alpha,
    limitOf("AdjustmentAlpha"),
    [subnetIsThere],
    storesOnSubnet(
      AdjustmentAlpha,
      SubtensorModuleEvents.AdjustmentAlphaSet,
      ({ adjustment_alpha }) => adjustment_alpha,
    ),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_target_registrations_per_interval,
    [windowIsOpen, subnetIsThere],
    storesOnSubnet(
      TargetRegistrationsPerInterval,
      SubtensorModuleEvents.RegistrationPerIntervalSet,
      ({ target_registrations_per_interval }) => target_registrations_per_interval,
    ),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_max_registrations_per_block,
    [windowIsOpen, subnetIsThere],
    storesOnSubnet(
      MaxRegistrationsPerBlock,
      SubtensorModuleEvents.MaxRegistrationsPerBlockSet,
      ({ max_registrations_per_block }) => max_registrations_per_block,
    ),
  ),
  serve(AdminUtilsCalls.sudo_set_network_pow_registration_allowed, () => {
    throw refuse("AdminUtils.POWRegistrationDisabled")
  }),
]

/**
 * The setters of what registering a neuron reads. The one that would allow registration by proof of work refuses
 * everybody, whoever calls.
 *
 * @clause hyperparameters-12
 * @source pallets/admin-utils/src/lib.rs:722
 */
export const registrationSetters: readonly CallHandler<unknown>[] = [...burnSetters, ...neuronSetters, ...unreadSetters]
