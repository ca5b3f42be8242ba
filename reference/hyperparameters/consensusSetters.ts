import { AdminUtilsCalls } from "../state/calls.js"
import type { CallHandler } from "../state/dispatch.js"
import { AdminUtilsEvents, SubtensorModuleEvents } from "../state/events.js"
import { ensure } from "../state/refusal.js"
import {
  ActivityCutoff,
  AlphaSigmoidSteepness,
  AlphaValues,
  BondsMovingAverage,
  BondsPenalty,
  BondsResetOn,
  Kappa,
  LiquidAlphaOn,
  MaxAllowedUids,
  MaxAllowedValidators,
  MinActivityCutoff,
  Rho,
  StakeThreshold,
  Yuma3On,
} from "../state/storage/subtensorModule.js"
import { ownerHyperparameterLimit as limitOf } from "./rateLimits.js"
import { limitedSetter, rootSetter, stores, storesOnSubnet, subnetIsThere, windowIsOpen } from "./setter.js"

/** The least value of both ends of the range of liquid alpha: a fortieth of 65535, rounded down. */
const LEAST_ALPHA = 1_638

/**
 * The setters of what Yuma Consensus reads.
 *
 * @clause hyperparameters-10
 * @source pallets/admin-utils/src/lib.rs:573
 */
export const consensusSetters: readonly CallHandler<unknown>[] = [
  rootSetter(
    AdminUtilsCalls.sudo_set_kappa,
    [subnetIsThere],
    storesOnSubnet(Kappa, SubtensorModuleEvents.KappaSet, ({ kappa }) => kappa),
  ),
  limitedSetter(AdminUtilsCalls.sudo_set_rho, limitOf("Rho"), [subnetIsThere], ({ state }, { netuid, rho }) =>
    Rho.set(state, netuid, rho),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_activity_cutoff,
    limitOf("ActivityCutoff"),
    [
      subnetIsThere,
      ({ state }, { activity_cutoff }) =>
        ensure(activity_cutoff >= MinActivityCutoff.get(state), "SubtensorModule.ActivityCutoffTooLow"),
    ],
    storesOnSubnet(ActivityCutoff, SubtensorModuleEvents.ActivityCutoffSet, ({ activity_cutoff }) => activity_cutoff),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_max_allowed_validators,
    [
      windowIsOpen,
      subnetIsThere,
      ({ state }, { netuid, max_allowed_validators }) =>
        ensure(
          max_allowed_validators <= MaxAllowedUids.get(state, netuid),
          "AdminUtils.MaxValidatorsLargerThanMaxUIds",
        ),
    ],
    storesOnSubnet(
      MaxAllowedValidators,
      SubtensorModuleEvents.MaxAllowedValidatorsSet,
      ({ max_allowed_validators }) => max_allowed_validators,
    ),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_bonds_moving_average,
    limitOf("BondsMovingAverage"),
    [
      ({ constants }, { bonds_moving_average }, owner) =>
        ensure(
          owner === undefined || bonds_moving_average <= constants.hyperparameterBounds.ownerBondsMovingAverage,
          "AdminUtils.BondsMovingAverageMaxReached",
        ),
      subnetIsThere,
    ],
    storesOnSubnet(
      BondsMovingAverage,
      SubtensorModuleEvents.BondsMovingAverageSet,
      ({ bonds_moving_average }) => bonds_moving_average,
    ),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_bonds_penalty,
    limitOf("BondsPenalty"),
    [subnetIsThere],
    storesOnSubnet(BondsPenalty, SubtensorModuleEvents.BondsPenaltySet, ({ bonds_penalty }) => bonds_penalty),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_stake_threshold,
    [],
    stores(StakeThreshold, SubtensorModuleEvents.StakeThresholdSet, ({ min_stake }) => min_stake),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_liquid_alpha_enabled,
    limitOf("LiquidAlphaEnabled"),
    [],
    ({ state }, { netuid, enabled }) => LiquidAlphaOn.set(state, netuid, enabled),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_alpha_values,
    limitOf("AlphaValues"),
    [
      ({ state }, { netuid }) => ensure(LiquidAlphaOn.get(state, netuid), "SubtensorModule.LiquidAlphaDisabled"),
      (_chain, { alpha_high }) => ensure(alpha_high >= LEAST_ALPHA, "SubtensorModule.AlphaHighTooLow"),
      (_chain, { alpha_low, alpha_high }) =>
        ensure(alpha_low >= LEAST_ALPHA && alpha_low <= alpha_high, "SubtensorModule.AlphaLowOutOfRange"),
    ],
    ({ state }, { netuid, alpha_low, alpha_high }) => AlphaValues.set(state, netuid, [alpha_low, alpha_high]),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_alpha_sigmoid_steepness,
    limitOf("AlphaSigmoidSteepness"),
    [
      subnetIsThere,
      (_chain, { steepness }, owner) =>
        ensure(owner === undefined || steepness >= 0, "AdminUtils.NegativeSigmoidSteepness"),
    ],
    ({ state }, { netuid, steepness }) => AlphaSigmoidSteepness.set(state, netuid, steepness),
  ),
  limitedSetter(AdminUtilsCalls.sudo_set_yuma3_enabled, limitOf("Yuma3Enabled"), [], (chain, { netuid, enabled }) => {
    Yuma3On.set(chain.state, netuid, enabled)
    chain.deposit(AdminUtilsEvents.Yuma3EnableToggled, { netuid, enabled })
  }),
  limitedSetter(
    AdminUtilsCalls.sudo_set_bonds_reset_enabled,
    limitOf("BondsResetEnabled"),
    [],
    (chain, { netuid, enabled }) => {
      BondsResetOn.set(chain.state, netuid, enabled)
      chain.deposit(SubtensorModuleEvents.BondsResetOnSet, [netuid, enabled])
      chain.deposit(AdminUtilsEvents.BondsResetToggled, { netuid, enabled })
    },
  ),
]
