import { AdminUtilsCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { Origin } from "../state/origin.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import {
  CommitRevealWeightsEnabled,
  MaxChildkeyTake,
  MaxMechanismCount,
  MinAllowedWeights,
  MinChildkeyTake,
  MinChildkeyTakePerSubnet,
  RevealPeriodEpochs,
  ServingRateLimit,
  TransferToggle,
  WeightsSetRateLimit,
  WeightsVersionKey,
} from "../state/storage/subtensorModule.js"
import { subnetExists } from "../subnets/existence.js"
import { setOwnerHotkey } from "../subnets/subnetOwner.js"
import { isWithin } from "./bounds.js"
import { setEmissionSplit, setMechanismCount } from "./mechanismCount.js"
import {
  ensurePassesRateLimit,
  ownerHyperparameterLimit as limitOf,
  MECHANISM_COUNT_LIMIT,
  MECHANISM_EMISSION_LIMIT,
  OWNER_HOTKEY_LIMIT,
  WEIGHTS_VERSION_KEY_LIMIT,
} from "./rateLimits.js"
import { ensureSubnetOwnerOrRoot } from "./rights.js"
import { limitedSetter, rootSetter, storesOnSubnet, subnetIsThere, within } from "./setter.js"

/**
 * The owner or root sets the hotkey that the subnet is run with. The rate limit counts for the subnet and binds root
 * too.
 *
 * @clause hyperparameters-16
 * @source pallets/subtensor/src/subnets/subnet.rs:431
 */
export function setSubnetOwnerHotkey(chain: Chain, origin: Origin, netuid: NetUid, hotkey: AccountId): void {
  ensureSubnetOwnerOrRoot(chain, origin, netuid)
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubnetNotExists")
  ensurePassesRateLimit(chain, OWNER_HOTKEY_LIMIT, hotkey, netuid)
  OWNER_HOTKEY_LIMIT.recordChange(chain, hotkey, netuid)
  setOwnerHotkey(chain, netuid, hotkey)
}

/** What setting weights reads. */
const weightSetters: readonly CallHandler<unknown>[] = [
  limitedSetter(
    AdminUtilsCalls.sudo_set_weights_version_key,
    WEIGHTS_VERSION_KEY_LIMIT,
    [subnetIsThere],
    storesOnSubnet(
      WeightsVersionKey,
      SubtensorModuleEvents.WeightsVersionKeySet,
      ({ weights_version_key }) => weights_version_key,
    ),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_weights_set_rate_limit,
    [subnetIsThere],
    storesOnSubnet(
      WeightsSetRateLimit,
      SubtensorModuleEvents.WeightsSetRateLimitSet,
      ({ weights_set_rate_limit }) => weights_set_rate_limit,
    ),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_min_allowed_weights,
    limitOf("MinAllowedWeights"),
    [subnetIsThere],
    storesOnSubnet(
      MinAllowedWeights,
      SubtensorModuleEvents.MinAllowedWeightSet,
      ({ min_allowed_weights }) => min_allowed_weights,
    ),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_commit_reveal_weights_enabled,
    limitOf("CommitRevealEnabled"),
    [subnetIsThere],
    storesOnSubnet(CommitRevealWeightsEnabled, SubtensorModuleEvents.CommitRevealEnabled, ({ enabled }) => enabled),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_commit_reveal_weights_interval,
    limitOf("WeightCommitInterval"),
    [
      subnetIsThere,
      ({ constants }, { interval }) =>
        ensure(
          interval <= constants.hyperparameterBounds.revealPeriodEpochs.greatest,
          "SubtensorModule.RevealPeriodTooLarge",
        ),
      ({ constants }, { interval }) =>
        ensure(
          interval >= constants.hyperparameterBounds.revealPeriodEpochs.least,
          "SubtensorModule.RevealPeriodTooSmall",
        ),
    ],
    storesOnSubnet(RevealPeriodEpochs, SubtensorModuleEvents.CommitRevealPeriodsSet, ({ interval }) => interval),
  ),
]

/** How many mechanisms a subnet has and what they share. */
const mechanismSetters: readonly CallHandler<unknown>[] = [
  limitedSetter(
    AdminUtilsCalls.sudo_set_mechanism_count,
    MECHANISM_COUNT_LIMIT,
    [],
    (chain, { netuid, mechanism_count }) => setMechanismCount(chain, netuid, mechanism_count),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_mechanism_emission_split,
    MECHANISM_EMISSION_LIMIT,
    [],
    (chain, { netuid, maybe_split }) => setEmissionSplit(chain, netuid, maybe_split),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_max_mechanism_count,
    [
      within(
        ({ max_mechanism_count }) => max_mechanism_count,
        ({ mechanisms }) => mechanisms,
        "SubtensorModule.InvalidValue",
      ),
    ],
    ({ state }, { max_mechanism_count }) => MaxMechanismCount.set(state, max_mechanism_count),
  ),
]

/** What serving, taking and transferring read. */
const otherSetters: readonly CallHandler<unknown>[] = [
  limitedSetter(
    AdminUtilsCalls.sudo_set_serving_rate_limit,
    limitOf("ServingRateLimit"),
    [],
    storesOnSubnet(
      ServingRateLimit,
      SubtensorModuleEvents.ServingRateLimitSet,
      ({ serving_rate_limit }) => serving_rate_limit,
    ),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_min_childkey_take_per_subnet,
    limitOf("MinChildkeyTake"),
    [
      subnetIsThere,
      ({ state }, { take }) => {
        const bounds = { least: MinChildkeyTake.get(state), greatest: MaxChildkeyTake.get(state) }
        ensure(isWithin(take, bounds), "AdminUtils.InvalidValue")
      },
    ],
    storesOnSubnet(MinChildkeyTakePerSubnet, SubtensorModuleEvents.MinChildKeyTakePerSubnetSet, ({ take }) => take),
  ),
  limitedSetter(
    AdminUtilsCalls.sudo_set_toggle_transfer,
    limitOf("TransferEnabled"),
    [],
    storesOnSubnet(TransferToggle, SubtensorModuleEvents.TransferToggle, ({ toggle }) => toggle),
  ),
  serve(AdminUtilsCalls.sudo_set_subnet_owner_hotkey, (chain, origin, { netuid, hotkey }) =>
    setSubnetOwnerHotkey(chain, origin, netuid, hotkey),
  ),
  serve(AdminUtilsCalls.sudo_set_sn_owner_hotkey, (chain, origin, { netuid, hotkey }) =>
    setSubnetOwnerHotkey(chain, origin, netuid, hotkey),
  ),
]

/**
 * The setters of what a subnet's validators and holders meet: weights, mechanisms, serving, takes, transfers.
 *
 * @clause hyperparameters-13
 * @source pallets/admin-utils/src/lib.rs:339
 */
export const subnetSetters: readonly CallHandler<unknown>[] = [...weightSetters, ...mechanismSetters, ...otherSetters]
