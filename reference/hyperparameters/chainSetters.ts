import { clearSmallNominations, nominatorMinStake } from "../staking/smallNominations.js"
import { AdminUtilsCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { AdminUtilsEvents, SubtensorModuleEvents as Events } from "../state/events.js"
import { refuse } from "../state/refusal.js"
import { PrecompileEnable } from "../state/storage/adminUtils.js"
import {
  AdminFreezeWindow,
  ColdkeySwapAnnouncementDelay,
  ColdkeySwapReannouncementDelay,
  CommitRevealWeightsVersion,
  DissolveNetworkScheduleDuration,
  MaxDelegateTake,
  MinDelegateTake,
  NetworkImmunityPeriod,
  NetworkLockReductionInterval,
  NetworkMinLockCost,
  NetworkRateLimit,
  NominatorMinRequiredStake,
  OwnerHyperparamRateLimit,
  StartCallDelay,
  SubnetLimit,
  TxDelegateTakeRateLimit,
  TxRateLimit,
} from "../state/storage/subtensorModule.js"
import { rootSetter, stores } from "./setter.js"

/**
 * Sets the factor of what a nominator must keep staked. When the new factor is more than the rao that nominators had to
 * keep until now, the nominations that have become too small are cleared: the chain compares two different units.
 *
 * @param factor millionths of the least stake
 * @clause hyperparameters-18
 * @source pallets/admin-utils/src/lib.rs:1109
 */
function setNominatorMinRequiredStake(chain: Chain, factor: bigint): void {
  const requiredBefore = nominatorMinStake(chain)
  NominatorMinRequiredStake.set(chain.state, factor)
  if (factor > requiredBefore) clearSmallNominations(chain)
}

/**
 * The setters of what holds for the whole chain; root alone may call them. The one of the total issuance refuses
 * everybody, whoever calls.
 *
 * @clause hyperparameters-17
 * @source pallets/admin-utils/src/lib.rs:232
 */
export const chainSetters: readonly CallHandler<unknown>[] = [
  rootSetter(AdminUtilsCalls.sudo_set_nominator_min_required_stake, [], (chain, { min_stake }) =>
    setNominatorMinRequiredStake(chain, min_stake),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_default_take,
    [],
    stores(MaxDelegateTake, Events.MaxDelegateTakeSet, ({ default_take }) => default_take),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_min_delegate_take,
    [],
    stores(MinDelegateTake, Events.MinDelegateTakeSet, ({ take }) => take),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_tx_rate_limit,
    [],
    stores(TxRateLimit, Events.TxRateLimitSet, ({ tx_rate_limit }) => tx_rate_limit),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_tx_delegate_take_rate_limit,
    [],
    stores(TxDelegateTakeRateLimit, Events.TxDelegateTakeRateLimitSet, ({ tx_rate_limit }) => tx_rate_limit),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_admin_freeze_window,
    [],
    stores(AdminFreezeWindow, Events.AdminFreezeWindowSet, ({ window }) => window),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_owner_hparam_rate_limit,
    [],
    stores(OwnerHyperparamRateLimit, Events.OwnerHyperparamRateLimitSet, ({ epochs }) => epochs),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_network_rate_limit,
    [],
    stores(NetworkRateLimit, Events.NetworkRateLimitSet, ({ rate_limit }) => rate_limit),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_network_immunity_period,
    [],
    stores(NetworkImmunityPeriod, Events.NetworkImmunityPeriodSet, ({ immunity_period }) => immunity_period),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_network_min_lock_cost,
    [],
    stores(NetworkMinLockCost, Events.NetworkMinLockCostSet, ({ lock_cost }) => lock_cost),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_subnet_limit,
    [],
    stores(SubnetLimit, Events.SubnetLimitSet, ({ max_subnets }) => max_subnets),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_lock_reduction_interval,
    [],
    stores(NetworkLockReductionInterval, Events.NetworkLockCostReductionIntervalSet, ({ interval }) => interval),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_start_call_delay,
    [],
    stores(StartCallDelay, Events.StartCallDelaySet, ({ delay }) => delay),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_dissolve_network_schedule_duration,
    [],
    stores(DissolveNetworkScheduleDuration, Events.DissolveNetworkScheduleDurationSet, ({ duration }) => duration),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_coldkey_swap_announcement_delay,
    [],
    stores(ColdkeySwapAnnouncementDelay, Events.ColdkeySwapAnnouncementDelaySet, ({ duration }) => duration),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_coldkey_swap_reannouncement_delay,
    [],
    stores(ColdkeySwapReannouncementDelay, Events.ColdkeySwapReannouncementDelaySet, ({ duration }) => duration),
  ),
  rootSetter(
    AdminUtilsCalls.sudo_set_commit_reveal_version,
    [],
    stores(CommitRevealWeightsVersion, Events.CommitRevealVersionSet, ({ version }) => version),
  ),
  rootSetter(AdminUtilsCalls.sudo_toggle_evm_precompile, [], (chain, { precompile_id, enabled }) => {
    if (PrecompileEnable.get(chain.state, precompile_id) === enabled) return
    PrecompileEnable.set(chain.state, precompile_id, enabled)
    chain.deposit(AdminUtilsEvents.PrecompileUpdated, { precompile_id, enabled })
  }),
  serve(AdminUtilsCalls.sudo_set_total_issuance, () => {
    throw refuse("AdminUtils.Deprecated")
  }),
]
