import type { NetUid } from "../../../reference/state/primitives.js"
import { MaxBurn, MaxChildkeyTake, MinBurn, MinChildkeyTake } from "../../../reference/state/storage/subtensorModule.js"
import { subnetworkSize } from "../../../reference/subnets/neurons.js"
import type { Argument } from "../sketch.js"
import { keyPairs, ownerOf, type World } from "../world.js"

/** A value for a hyperparameter of a subnet, with which the chain goes on working; undefined where there is none. */
export type Setting = (world: World, netuid: NetUid) => Argument | undefined

/** Settings by the names of calls, each with the argument that it is for. */
export interface Settings {
  readonly [call: string]: readonly [argument: string, setting: Setting]
}

const within =
  (least: number | bigint, greatest: number | bigint): Setting =>
  ({ choose }) =>
    choose.between(BigInt(least), BigInt(greatest))

const withinStored =
  (bounds: (world: World, netuid: NetUid) => readonly [least: bigint, greatest: bigint]): Setting =>
  (world, netuid) => {
    const [least, greatest] = bounds(world, netuid)
    return least > greatest ? undefined : world.choose.between(least, greatest)
  }

/** Mostly the value with which more calls are accepted. */
const mostly =
  (usual: boolean): Setting =>
  ({ choose }) =>
    choose.onceIn(6) ? !usual : usual

/** A hotkey of the subnet's owner. */
const ownHotkey: Setting = (world, netuid) =>
  world.choose.oneOf(keyPairs(world).filter(({ coldkey }) => coldkey === ownerOf(world, netuid)))?.hotkey

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const max = (a: bigint, b: bigint): bigint => (a > b ? a : b)

const TAO = 1_000_000_000
const ANY_U16 = within(0, 65_535)
const ONE_U64F64 = 2n ** 64n
const ONE_I64F64 = 2n ** 64n
const ONE_I96F32 = 2n ** 32n

/** Setters of a hyperparameter of a subnet. */
export const settingsOfSubnets: Settings = {
  "AdminUtils.sudo_set_serving_rate_limit": ["serving_rate_limit", within(0, 5)],
  "AdminUtils.sudo_set_min_difficulty": ["min_difficulty", within(0, 1_000)],
  "AdminUtils.sudo_set_max_difficulty": ["max_difficulty", within(1_000, 9_000)],
  "AdminUtils.sudo_set_difficulty": ["difficulty", within(0, 9_000)],
  "AdminUtils.sudo_set_weights_version_key": ["weights_version_key", within(0, 3)],
  "AdminUtils.sudo_set_weights_set_rate_limit": ["weights_set_rate_limit", within(0, 4)],
  "AdminUtils.sudo_set_adjustment_interval": ["adjustment_interval", within(1, 20)],
  "AdminUtils.sudo_set_adjustment_alpha": ["adjustment_alpha", within(0, TAO)],
  "AdminUtils.sudo_set_immunity_period": ["immunity_period", within(0, 30)],
  "AdminUtils.sudo_set_min_allowed_weights": ["min_allowed_weights", within(0, 3)],
  "AdminUtils.sudo_set_max_allowed_uids": [
    "max_allowed_uids",
    withinStored(({ chain }, netuid) => [BigInt(Math.max(4, subnetworkSize(chain, netuid))), 12n]),
  ],
  "AdminUtils.sudo_set_min_allowed_uids": [
    "min_allowed_uids",
    withinStored(({ chain }, netuid) => [0n, BigInt(Math.min(3, subnetworkSize(chain, netuid) - 1))]),
  ],
  "AdminUtils.sudo_trim_to_max_allowed_uids": ["max_n", within(4, 10)],
  "AdminUtils.sudo_set_kappa": ["kappa", ANY_U16],
  "AdminUtils.sudo_set_rho": ["rho", within(0, 60)],
  "AdminUtils.sudo_set_activity_cutoff": ["activity_cutoff", within(360, 20_000)],
  "AdminUtils.sudo_set_network_registration_allowed": ["registration_allowed", mostly(true)],
  "AdminUtils.sudo_set_target_registrations_per_interval": ["target_registrations_per_interval", within(1, 5)],
  "AdminUtils.sudo_set_min_burn": [
    "min_burn",
    withinStored(({ chain }, netuid) => [0n, min(BigInt(TAO), MaxBurn.get(chain.state, netuid)) - 1n]),
  ],
  "AdminUtils.sudo_set_max_burn": [
    "max_burn",
    withinStored(({ chain }, netuid) => [max(100_000_000n, MinBurn.get(chain.state, netuid)) + 1n, 100n * BigInt(TAO)]),
  ],
  "AdminUtils.sudo_set_burn_half_life": ["burn_half_life", within(1, 400)],
  "AdminUtils.sudo_set_burn_increase_mult": ["burn_increase_mult", within(ONE_U64F64, 3n * ONE_U64F64)],
  "AdminUtils.sudo_set_max_allowed_validators": ["max_allowed_validators", within(1, 8)],
  "AdminUtils.sudo_set_bonds_moving_average": ["bonds_moving_average", within(0, 975_000)],
  "AdminUtils.sudo_set_bonds_penalty": ["bonds_penalty", ANY_U16],
  "AdminUtils.sudo_set_max_registrations_per_block": ["max_registrations_per_block", within(1, 5)],
  "AdminUtils.sudo_set_tempo": ["tempo", within(4, 20)],
  "AdminUtils.sudo_set_rao_recycled": ["rao_recycled", within(0, TAO)],
  "AdminUtils.sudo_set_min_childkey_take_per_subnet": [
    "take",
    withinStored(({ chain: { state } }) => [BigInt(MinChildkeyTake.get(state)), BigInt(MaxChildkeyTake.get(state))]),
  ],
  "AdminUtils.sudo_set_commit_reveal_weights_enabled": ["enabled", mostly(false)],
  "AdminUtils.sudo_set_commit_reveal_weights_interval": ["interval", within(1, 3)],
  "AdminUtils.sudo_set_liquid_alpha_enabled": ["enabled", mostly(true)],
  "AdminUtils.sudo_set_toggle_transfer": ["toggle", mostly(true)],
  "AdminUtils.sudo_set_recycle_or_burn": ["recycle_or_burn", ({ choose }) => (choose.onceIn(2) ? "Recycle" : "Burn")],
  "AdminUtils.sudo_set_subnet_owner_hotkey": ["hotkey", ownHotkey],
  "AdminUtils.sudo_set_sn_owner_hotkey": ["hotkey", ownHotkey],
  "AdminUtils.sudo_set_ema_price_halving_period": ["ema_halving", within(1, 200_000)],
  "AdminUtils.sudo_set_alpha_sigmoid_steepness": ["steepness", within(0, 2_000)],
  "AdminUtils.sudo_set_yuma3_enabled": ["enabled", mostly(true)],
  "AdminUtils.sudo_set_bonds_reset_enabled": ["enabled", mostly(true)],
  "AdminUtils.sudo_set_subtoken_enabled": ["subtoken_enabled", mostly(true)],
  "AdminUtils.sudo_set_owner_immune_neuron_limit": ["immune_neurons", within(1, 10)],
  "AdminUtils.sudo_set_mechanism_count": ["mechanism_count", within(1, 2)],
  "AdminUtils.sudo_set_mechanism_emission_split": ["maybe_split", () => null],
  "AdminUtils.sudo_set_min_non_immune_uids": ["min", within(0, 3)],
  "AdminUtils.sudo_set_owner_cut_enabled": ["enabled", mostly(true)],
  "AdminUtils.sudo_set_owner_cut_auto_lock_enabled": ["enabled", mostly(false)],
  "AdminUtils.sudo_set_subnet_emission_enabled": ["enabled", mostly(true)],
  "SubtensorModule.sudo_set_root_claim_threshold": ["new_value", within(0, 10_000_000)],
  "SubtensorModule.sudo_set_voting_power_ema_alpha": ["alpha", within(0n, 10n ** 18n)],
  "Swap.set_fee_rate": ["rate", within(0, 10_000)],
}

/** Setters of one value for the whole chain. */
export const settingsOfTheChain: Settings = {
  "AdminUtils.sudo_set_default_take": ["default_take", within(11_796, 20_000)],
  "AdminUtils.sudo_set_min_delegate_take": ["take", within(0, 5_000)],
  "AdminUtils.sudo_set_tx_rate_limit": ["tx_rate_limit", within(0, 3)],
  "AdminUtils.sudo_set_tx_delegate_take_rate_limit": ["tx_rate_limit", within(0, 3)],
  "AdminUtils.sudo_set_subnet_owner_cut": ["subnet_owner_cut", within(0, 20_000)],
  "AdminUtils.sudo_set_network_rate_limit": ["rate_limit", within(0, 5)],
  "AdminUtils.sudo_set_network_immunity_period": ["immunity_period", within(0, 30)],
  "AdminUtils.sudo_set_network_min_lock_cost": ["lock_cost", within(TAO, 100 * TAO)],
  "AdminUtils.sudo_set_subnet_limit": ["max_subnets", within(3, 5)],
  "AdminUtils.sudo_set_lock_reduction_interval": ["interval", within(1, 200)],
  "AdminUtils.sudo_set_stake_threshold": ["min_stake", within(0, TAO)],
  "AdminUtils.sudo_set_nominator_min_required_stake": ["min_stake", within(0, 10 * TAO)],
  "AdminUtils.sudo_set_dissolve_network_schedule_duration": ["duration", within(1, 100)],
  "AdminUtils.sudo_set_subnet_moving_alpha": ["alpha", within(0, ONE_I96F32)],
  "AdminUtils.sudo_set_commit_reveal_version": ["version", within(3, 5)],
  "AdminUtils.sudo_set_ck_burn": ["burn", within(0n, 2n ** 64n - 1n)],
  "AdminUtils.sudo_set_admin_freeze_window": ["window", within(0, 3)],
  "AdminUtils.sudo_set_owner_hparam_rate_limit": ["epochs", within(0, 2)],
  "AdminUtils.sudo_set_tao_flow_cutoff": ["flow_cutoff", within(0, ONE_I64F64)],
  "AdminUtils.sudo_set_tao_flow_normalization_exponent": ["exponent", within(ONE_U64F64, 2n * ONE_U64F64)],
  "AdminUtils.sudo_set_net_tao_flow_enabled": ["enabled", mostly(true)],
  "AdminUtils.sudo_set_max_mechanism_count": ["max_mechanism_count", within(2, 16)],
  "AdminUtils.sudo_set_start_call_delay": ["delay", within(0, 10)],
  "AdminUtils.sudo_set_coldkey_swap_announcement_delay": ["duration", within(0, 10)],
  "AdminUtils.sudo_set_coldkey_swap_reannouncement_delay": ["duration", within(0, 10)],
  "AdminUtils.sudo_set_max_epochs_per_block": ["max_epochs_per_block", within(1, 4)],
  "SubtensorModule.sudo_set_tx_childkey_take_rate_limit": ["tx_rate_limit", within(0, 3)],
  "SubtensorModule.sudo_set_min_childkey_take": ["take", within(0, 1_000)],
  "SubtensorModule.sudo_set_max_childkey_take": ["take", within(5_000, 20_000)],
  "SubtensorModule.set_pending_childkey_cooldown": ["cooldown", within(0, 8)],
  "SubtensorModule.sudo_set_num_root_claims": ["new_value", within(0, 50)],
}
