import type { CallHandler } from "../../state/dispatch.js"
import { SubtensorModuleEvents as Events } from "../../state/events.js"
import { AdminUtilsCalls } from "../../state/rao/calls.js"
import { SubtensorModuleEvents as RaoEvents } from "../../state/rao/events.js"
import { ColdkeySwapScheduleDuration } from "../../state/rao/storage/subtensorModule.js"
import { ensure } from "../../state/refusal.js"
import { ChainId } from "../../state/storage/eVMChainId.js"
import {
  Difficulty,
  MaxAllowedUids,
  MaxAllowedValidators,
  MaxRegistrationsPerBlock,
  MinBurn,
  MinDifficulty,
  TargetRegistrationsPerInterval,
  Tempo,
  TotalIssuance,
} from "../../state/storage/subtensorModule.js"
import { subnetworkSize } from "../../subnets/neurons.js"
import { rootSetter, stores, storesOnSubnet, subnetIsThere } from "../setter.js"
import { setNominatorMinRequiredStake } from "./nominatorMinStake.js"

/** The call does nothing but ask for root. */
const nothing = () => undefined

/** What one subnet's neurons and registrations are bound by. */
const ofSubnets: readonly CallHandler<unknown>[] = [
  rootSetter(
    AdminUtilsCalls.sudo_set_tempo,
    [subnetIsThere],
    storesOnSubnet(Tempo, Events.TempoSet, ({ tempo }) => tempo),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_max_allowed_uids,
    [
      subnetIsThere,
      (chain, { netuid, max_allowed_uids }) =>
        ensure(subnetworkSize(chain, netuid) < max_allowed_uids, "AdminUtils.MaxAllowedUIdsLessThanCurrentUIds"),
    ],
    storesOnSubnet(MaxAllowedUids, Events.MaxAllowedUidsSet, ({ max_allowed_uids }) => max_allowed_uids),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_max_allowed_validators,
    [
      subnetIsThere,
      ({ state }, { netuid, max_allowed_validators }) =>
        ensure(
          max_allowed_validators <= MaxAllowedUids.get(state, netuid),
          "AdminUtils.MaxValidatorsLargerThanMaxUIds",
        ),
    ],
    storesOnSubnet(
      MaxAllowedValidators,
      Events.MaxAllowedValidatorsSet,
      ({ max_allowed_validators }) => max_allowed_validators,
    ),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_min_difficulty,
    [subnetIsThere],
    storesOnSubnet(MinDifficulty, Events.MinDifficultySet, ({ min_difficulty }) => min_difficulty),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_difficulty,
    [subnetIsThere],
    storesOnSubnet(Difficulty, Events.DifficultySet, ({ difficulty }) => difficulty),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_min_burn,
    [subnetIsThere],
    storesOnSubnet(MinBurn, Events.MinBurnSet, ({ min_burn }) => min_burn),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_target_registrations_per_interval,
    [subnetIsThere],
    storesOnSubnet(
      TargetRegistrationsPerInterval,
      Events.RegistrationPerIntervalSet,
      ({ target_registrations_per_interval }) => target_registrations_per_interval,
    ),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_max_registrations_per_block,
    [subnetIsThere],
    storesOnSubnet(
      MaxRegistrationsPerBlock,
      Events.MaxRegistrationsPerBlockSet,
      ({ max_registrations_per_block }) => max_registrations_per_block,
    ),
  ),
  rootSetter(AdminUtilsCalls.sudo_set_network_max_stake, [], nothing),
]

/** What holds for the whole chain. */
const ofTheChain: readonly CallHandler<unknown>[] = [
  rootSetter(AdminUtilsCalls.sudo_set_total_issuance, [], ({ state }, { total_issuance }) =>
    TotalIssuance.set(state, total_issuance),
  ),
  rootSetter(AdminUtilsCalls.sudo_set_nominator_min_required_stake, [], (chain, { min_stake }) =>
    setNominatorMinRequiredStake(chain, min_stake),
  ),
  rootSetter(AdminUtilsCalls.sudo_set_subnet_limit, [], nothing),
  rootSetter(
    AdminUtilsCalls.sudo_set_coldkey_swap_schedule_duration,
    [],
    stores(ColdkeySwapScheduleDuration, RaoEvents.ColdkeySwapScheduleDurationSet, ({ duration }) => duration),
  ),
  rootSetter(AdminUtilsCalls.sudo_set_evm_chain_id, [], ({ state }, { chain_id }) => ChainId.set(state, chain_id)),
]

/**
 * The setters that root alone may call and that a later fork changed or dropped.
 *
 * @clause hyperparameters-22
 * @source rao:pallets/admin-utils/src/lib.rs:201
 */
export const rootSetters: readonly CallHandler<unknown>[] = [...ofSubnets, ...ofTheChain]
