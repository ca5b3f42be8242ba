import { U64F64 } from "../numbers/formats.js"
import { AdminUtilsCalls } from "../state/calls.js"
import type { CallHandler } from "../state/dispatch.js"
import { AdminUtilsEvents, SubtensorModuleEvents } from "../state/events.js"
import { ensure } from "../state/refusal.js"
import {
  CKBurn,
  EMAPriceHalvingBlocks,
  FlowEmaSmoothingFactor,
  FlowNormExponent,
  MaxEpochsPerBlock,
  NetTaoFlowEnabled,
  OwnerCutAutoLockEnabled,
  OwnerCutEnabled,
  RecycleOrBurn,
  SubnetEmissionEnabled,
  SubnetMovingAlpha,
  SubnetOwnerCut,
  SubtokenEnabled,
  TaoFlowCutoff,
} from "../state/storage/subtensorModule.js"
import { isWithin } from "./bounds.js"
import { ownerHyperparameterLimit as limitOf } from "./rateLimits.js"
import {
  limitedSetter,
  rootSetter,
  stores,
  subnetIsNotRoot,
  subnetIsThere,
  unlimitedSetter,
  windowIsOpen,
} from "./setter.js"
import { applyTempoWithCycleReset } from "./tempo.js"

/**
 * The setters of what the block step reads: emission, its schedule and where it goes.
 *
 * @clause hyperparameters-11
 * @source pallets/admin-utils/src/lib.rs:982
 */
export const emissionSetters: readonly CallHandler<unknown>[] = [
  rootSetter(AdminUtilsCalls.sudo_set_tempo, [windowIsOpen, subnetIsThere], (chain, { netuid, tempo }) =>
    applyTempoWithCycleReset(chain, netuid, tempo),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_max_epochs_per_block,
    [(_chain, { max_epochs_per_block }) => ensure(max_epochs_per_block >= 1, "AdminUtils.ValueNotInBounds")],
    stores(
      MaxEpochsPerBlock,
      SubtensorModuleEvents.MaxEpochsPerBlockSet,
      ({ max_epochs_per_block }) => max_epochs_per_block,
    ),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_subnet_owner_cut,
    [],
    stores(SubnetOwnerCut, SubtensorModuleEvents.SubnetOwnerCutSet, ({ subnet_owner_cut }) => subnet_owner_cut),
  ),
  unlimitedSetter(
    AdminUtilsCalls.sudo_set_owner_cut_enabled,
    [subnetIsThere, subnetIsNotRoot],
    ({ state }, { netuid, enabled }) => OwnerCutEnabled.set(state, netuid, enabled),
  ),
  unlimitedSetter(
    AdminUtilsCalls.sudo_set_owner_cut_auto_lock_enabled,
    [subnetIsThere, subnetIsNotRoot],
    ({ state }, { netuid, enabled }) => OwnerCutAutoLockEnabled.set(state, netuid, enabled),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_subnet_emission_enabled,
    [subnetIsThere, subnetIsNotRoot],
    (chain, { netuid, enabled }) => {
      SubnetEmissionEnabled.set(chain.state, netuid, enabled)
      chain.deposit(AdminUtilsEvents.SubnetEmissionEnabledSet, { netuid, enabled })
    },
  ),
  rootSetter(AdminUtilsCalls.sudo_set_subtoken_enabled, [windowIsOpen], ({ state }, { netuid, subtoken_enabled }) =>
    SubtokenEnabled.set(state, netuid, subtoken_enabled),
  ),
  rootSetter(AdminUtilsCalls.sudo_set_ema_price_halving_period, [], ({ state }, { netuid, ema_halving }) =>
    EMAPriceHalvingBlocks.set(state, netuid, ema_halving),
  ),
  rootSetter(AdminUtilsCalls.sudo_set_subnet_moving_alpha, [], ({ state }, { alpha }) =>
    SubnetMovingAlpha.set(state, alpha),
  ),
  rootSetter(AdminUtilsCalls.sudo_set_ck_burn, [], ({ state }, { burn }) => CKBurn.set(state, burn)),
  limitedSetter(
    AdminUtilsCalls.sudo_set_recycle_or_burn,
    limitOf("RecycleOrBurn"),
    [],
    ({ state }, { netuid, recycle_or_burn }) => RecycleOrBurn.set(state, netuid, recycle_or_burn),
  ),
  rootSetter(AdminUtilsCalls.sudo_set_tao_flow_cutoff, [], ({ state }, { flow_cutoff }) =>
    TaoFlowCutoff.set(state, flow_cutoff),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_tao_flow_normalization_exponent,
    [
      ({ constants }, { exponent }) => {
        const { least, greatest } = constants.hyperparameterBounds.flowNormExponent
        const bounds = { least: U64F64.fromInteger(least), greatest: U64F64.fromInteger(greatest) }
        ensure(isWithin(exponent, bounds), "AdminUtils.InvalidValue")
      },
    ],
    ({ state }, { exponent }) => FlowNormExponent.set(state, exponent),
  ),
  rootSetter(AdminUtilsCalls.sudo_set_tao_flow_smoothing_factor, [], ({ state }, { smoothing_factor }) =>
    FlowEmaSmoothingFactor.set(state, smoothing_factor),
  ),
  rootSetter(AdminUtilsCalls.sudo_set_net_tao_flow_enabled, [], ({ state }, { enabled }) =>
    NetTaoFlowEnabled.set(state, enabled),
  ),
]
