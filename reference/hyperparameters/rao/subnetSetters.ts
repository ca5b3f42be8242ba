import type { CallHandler } from "../../state/dispatch.js"
import { SubtensorModuleEvents as Events } from "../../state/events.js"
import { AdminUtilsCalls } from "../../state/rao/calls.js"
import { ensure } from "../../state/refusal.js"
import {
  ActivityCutoff,
  AdjustmentAlpha,
  AlphaValues,
  BondsMovingAverage,
  BondsPenalty,
  CommitRevealWeightsEnabled,
  ImmunityPeriod,
  Kappa,
  LiquidAlphaOn,
  MaxBurn,
  MaxDifficulty,
  MaxWeightsLimit,
  MinActivityCutoff,
  MinAllowedWeights,
  NetworkPowRegistrationAllowed,
  NetworkRegistrationAllowed,
  RevealPeriodEpochs,
  Rho,
  ServingRateLimit,
  TransferToggle,
  WeightsVersionKey,
} from "../../state/storage/subtensorModule.js"
import { ensurePassesRateLimit, WEIGHTS_VERSION_KEY_LIMIT } from "../rateLimits.js"
import { storesOnSubnet, subnetIsThere } from "../setter.js"
import { ownerSetter } from "./ownerSetter.js"

/** Four fifths of 65535: the least upper end of the range of liquid alpha, which the lower end must stay below. */
const LEAST_ALPHA_HIGH = 52_428

/** What the epochs of the subnet read. */
const epochSetters: readonly CallHandler<unknown>[] = [
  ownerSetter(
    AdminUtilsCalls.sudo_set_kappa,
    [subnetIsThere],
    storesOnSubnet(Kappa, Events.KappaSet, ({ kappa }) => kappa),
  ),
  ownerSetter(AdminUtilsCalls.sudo_set_rho, [subnetIsThere], ({ state }, { netuid, rho }) =>
    Rho.set(state, netuid, rho),
  ),
  ownerSetter(
    AdminUtilsCalls.sudo_set_activity_cutoff,
    [
      subnetIsThere,
      ({ state }, { activity_cutoff }) =>
        ensure(activity_cutoff >= MinActivityCutoff.get(state), "SubtensorModule.ActivityCutoffTooLow"),
    ],
    storesOnSubnet(ActivityCutoff, Events.ActivityCutoffSet, ({ activity_cutoff }) => activity_cutoff),
  ),
  ownerSetter(
    AdminUtilsCalls.sudo_set_bonds_moving_average,
    [subnetIsThere],
    storesOnSubnet(
      BondsMovingAverage,
      Events.BondsMovingAverageSet,
      ({ bonds_moving_average }) => bonds_moving_average,
    ),
  ),
  ownerSetter(
    AdminUtilsCalls.sudo_set_bonds_penalty,
    [subnetIsThere],
    storesOnSubnet(BondsPenalty, Events.BondsPenaltySet, ({ bonds_penalty }) => bonds_penalty),
  ),
  ownerSetter(AdminUtilsCalls.sudo_set_liquid_alpha_enabled, [], ({ state }, { netuid, enabled }) =>
    LiquidAlphaOn.set(state, netuid, enabled),
  ),
  ownerSetter(
    AdminUtilsCalls.sudo_set_alpha_values,
    [
      (_chain, _values, owner) => ensure(owner !== undefined, "BadOrigin"),
      ({ state }, { netuid }) => ensure(LiquidAlphaOn.get(state, netuid), "SubtensorModule.LiquidAlphaDisabled"),
      (_chain, { alpha_high }) => ensure(alpha_high >= LEAST_ALPHA_HIGH, "SubtensorModule.AlphaHighTooLow"),
      (_chain, { alpha_low }) =>
        ensure(alpha_low > 0 && alpha_low < LEAST_ALPHA_HIGH, "SubtensorModule.AlphaLowOutOfRange"),
    ],
    ({ state }, { netuid, alpha_low, alpha_high }) => AlphaValues.set(state, netuid, [alpha_low, alpha_high]),
  ),
]

/** What registering reads. */
const registrationSetters: readonly CallHandler<unknown>[] = [
  ownerSetter(
    AdminUtilsCalls.sudo_set_max_difficulty,
    [subnetIsThere],
    storesOnSubnet(MaxDifficulty, Events.MaxDifficultySet, ({ max_difficulty }) => max_difficulty),
  ),
  ownerSetter(
    AdminUtilsCalls.sudo_set_max_burn,
    [subnetIsThere],
    storesOnSubnet(MaxBurn, Events.MaxBurnSet, ({ max_burn }) => max_burn),
  ),
  ownerSetter(
    AdminUtilsCalls.sudo_set_adjustment_alpha,
    [subnetIsThere],
    storesOnSubnet(AdjustmentAlpha, Events.AdjustmentAlphaSet, ({ adjustment_alpha }) => adjustment_alpha),
  ),
  ownerSetter(
    AdminUtilsCalls.sudo_set_immunity_period,
    [subnetIsThere],
    storesOnSubnet(ImmunityPeriod, Events.ImmunityPeriodSet, ({ immunity_period }) => immunity_period),
  ),
  ownerSetter(
    AdminUtilsCalls.sudo_set_network_registration_allowed,
    [],
    storesOnSubnet(
      NetworkRegistrationAllowed,
      Events.RegistrationAllowed,
      ({ registration_allowed }) => registration_allowed,
    ),
  ),
  ownerSetter(
    AdminUtilsCalls.sudo_set_network_pow_registration_allowed,
    [],
    storesOnSubnet(
      NetworkPowRegistrationAllowed,
      Events.PowRegistrationAllowed,
      ({ registration_allowed }) => registration_allowed,
    ),
  ),
]

/** What setting weights, serving and transferring read. */
const serviceSetters: readonly CallHandler<unknown>[] = [
  ownerSetter(
    AdminUtilsCalls.sudo_set_serving_rate_limit,
    [],
    storesOnSubnet(ServingRateLimit, Events.ServingRateLimitSet, ({ serving_rate_limit }) => serving_rate_limit),
  ),
  ownerSetter(
    AdminUtilsCalls.sudo_set_weights_version_key,
    [
      subnetIsThere,
      (chain, { netuid }, owner) => {
        if (owner === undefined) return
        ensurePassesRateLimit(chain, WEIGHTS_VERSION_KEY_LIMIT, owner, netuid)
        WEIGHTS_VERSION_KEY_LIMIT.recordChange(chain, owner, netuid)
      },
    ],
    storesOnSubnet(WeightsVersionKey, Events.WeightsVersionKeySet, ({ weights_version_key }) => weights_version_key),
  ),
  ownerSetter(
    AdminUtilsCalls.sudo_set_max_weight_limit,
    [subnetIsThere],
    storesOnSubnet(MaxWeightsLimit, Events.MaxWeightLimitSet, ({ max_weight_limit }) => max_weight_limit),
  ),
  ownerSetter(
    AdminUtilsCalls.sudo_set_min_allowed_weights,
    [subnetIsThere],
    storesOnSubnet(MinAllowedWeights, Events.MinAllowedWeightSet, ({ min_allowed_weights }) => min_allowed_weights),
  ),
  ownerSetter(
    AdminUtilsCalls.sudo_set_commit_reveal_weights_enabled,
    [subnetIsThere],
    storesOnSubnet(CommitRevealWeightsEnabled, Events.CommitRevealEnabled, ({ enabled }) => enabled),
  ),
  ownerSetter(
    AdminUtilsCalls.sudo_set_commit_reveal_weights_interval,
    [subnetIsThere],
    storesOnSubnet(RevealPeriodEpochs, Events.CommitRevealPeriodsSet, ({ interval }) => interval),
  ),
  ownerSetter(
    AdminUtilsCalls.sudo_set_toggle_transfer,
    [],
    storesOnSubnet(TransferToggle, Events.TransferToggle, ({ toggle }) => toggle),
  ),
]

/**
 * The setters of one subnet that its owner or root may call. Liquid alpha's range the owner alone may set.
 *
 * @clause hyperparameters-21
 * @source rao:pallets/admin-utils/src/lib.rs:181
 */
export const subnetSetters: readonly CallHandler<unknown>[] = [
  ...epochSetters,
  ...registrationSetters,
  ...serviceSetters,
]
