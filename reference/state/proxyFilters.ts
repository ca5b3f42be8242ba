import type { CallDeclaration, RuntimeCall } from "./call.js"
import { AdminUtilsCalls, BalancesCalls, ProxyCalls, SubtensorModuleCalls, SudoCalls, SystemCalls } from "./calls.js"
import { isCallOf } from "./guard.js"
import type { CallFilter } from "./origin.js"
import type { ProxyDefinition, ProxyType } from "./proxies.js"

/** Whether a call is of a kind, or in a pallet. */
type Kind = CallDeclaration<unknown> | "AdminUtils" | "Balances" | "Sudo"

/** Which calls a proxy of a type may make. */
type Permission = (call: RuntimeCall) => boolean

const everything: Permission = () => true
const nothing: Permission = () => false

function only(...kinds: readonly Kind[]): Permission {
  return ({ declaration }) => kinds.some((kind) => kind === declaration.pallet || kind === declaration)
}

function allBut(...kinds: readonly Kind[]): Permission {
  const denied = only(...kinds)
  return (call) => !denied(call)
}

const Subtensor = SubtensorModuleCalls
const Admin = AdminUtilsCalls

/** What moves stake between hotkeys, subnets and TAO. */
const STAKING: readonly Kind[] = [
  Subtensor.add_stake,
  Subtensor.remove_stake,
  Subtensor.unstake_all,
  Subtensor.unstake_all_alpha,
  Subtensor.swap_stake,
  Subtensor.swap_stake_limit,
  Subtensor.move_stake,
  Subtensor.add_stake_limit,
  Subtensor.remove_stake_limit,
  Subtensor.remove_stake_full_limit,
]

const ANNOUNCED_COLDKEY_SWAPS: readonly Kind[] = [
  Subtensor.announce_coldkey_swap,
  Subtensor.swap_coldkey_announced,
  Subtensor.clear_coldkey_swap_announcement,
  Subtensor.dispute_coldkey_swap,
]

const COLDKEY_SWAPS: readonly Kind[] = [
  Subtensor.schedule_swap_coldkey,
  Subtensor.swap_coldkey,
  ...ANNOUNCED_COLDKEY_SWAPS,
]

const HOTKEY_SWAPS: readonly Kind[] = [Subtensor.swap_hotkey, Subtensor.swap_hotkey_v2]

/** What amounts of a small transfer stay below, in rao and alpha rao. */
const SMALL_BELOW = 500_000_000n

const smallTransfers: Permission = (call) => {
  if (isCallOf(call, BalancesCalls.transfer_keep_alive)) return call.arguments.value < SMALL_BELOW
  if (isCallOf(call, BalancesCalls.transfer_allow_death)) return call.arguments.value < SMALL_BELOW
  return isCallOf(call, Subtensor.transfer_stake) && call.arguments.alpha_amount < SMALL_BELOW
}

const ownersCalls = only("AdminUtils", Subtensor.set_subnet_identity, Subtensor.update_symbol)
const ownerHotkeys = only(Admin.sudo_set_sn_owner_hotkey, Admin.sudo_set_subnet_owner_hotkey)

const leasedSubnet = only(
  Subtensor.start_call,
  Admin.sudo_set_serving_rate_limit,
  Admin.sudo_set_min_difficulty,
  Admin.sudo_set_max_difficulty,
  Admin.sudo_set_weights_version_key,
  Admin.sudo_set_adjustment_alpha,
  Admin.sudo_set_immunity_period,
  Admin.sudo_set_min_allowed_weights,
  Admin.sudo_set_kappa,
  Admin.sudo_set_rho,
  Admin.sudo_set_activity_cutoff,
  Admin.sudo_set_network_registration_allowed,
  Admin.sudo_set_network_pow_registration_allowed,
  Admin.sudo_set_max_burn,
  Admin.sudo_set_bonds_moving_average,
  Admin.sudo_set_bonds_penalty,
  Admin.sudo_set_commit_reveal_weights_enabled,
  Admin.sudo_set_liquid_alpha_enabled,
  Admin.sudo_set_alpha_values,
  Admin.sudo_set_commit_reveal_weights_interval,
  Admin.sudo_set_toggle_transfer,
  Admin.sudo_set_subnet_emission_enabled,
  Admin.sudo_set_min_childkey_take_per_subnet,
)

/** What proxies of each type may call. */
const PERMISSIONS: { readonly [type in ProxyType]: Permission } = {
  Any: everything,
  NonTransfer: allBut("Balances", Subtensor.transfer_stake, ...COLDKEY_SWAPS),
  NonFungible: allBut(
    "Balances",
    ...STAKING,
    Subtensor.transfer_stake,
    Subtensor.burned_register,
    Subtensor.root_register,
    ...COLDKEY_SWAPS,
    ...HOTKEY_SWAPS,
  ),
  Transfer: only(
    BalancesCalls.transfer_keep_alive,
    BalancesCalls.transfer_allow_death,
    BalancesCalls.transfer_all,
    Subtensor.transfer_stake,
  ),
  SmallTransfer: smallTransfers,
  Owner: (call) => ownersCalls(call) && !ownerHotkeys(call),
  NonCritical: allBut(
    Subtensor.dissolve_network,
    Subtensor.root_register,
    Subtensor.burned_register,
    "Sudo",
    ...ANNOUNCED_COLDKEY_SWAPS,
  ),
  Triumvirate: nothing,
  Senate: nothing,
  Governance: nothing,
  Staking: only(...STAKING, Subtensor.set_root_claim_type),
  Registration: only(Subtensor.burned_register, Subtensor.register, Subtensor.register_limit),
  RootWeights: nothing,
  ChildKeys: only(Subtensor.set_children, Subtensor.set_childkey_take),
  SudoUncheckedSetCode: (call) =>
    isCallOf(call, SudoCalls.sudo_unchecked_weight) && isCallOf(call.arguments.call, SystemCalls.set_code),
  SwapHotkey: only(...HOTKEY_SWAPS),
  SubnetLeaseBeneficiary: leasedSubnet,
  RootClaim: only(Subtensor.claim_root),
}

/**
 * Whether proxies of a type may make a call.
 *
 * @clause state-52
 * @source runtime/src/lib.rs:603
 */
export function isPermitted(type: ProxyType, call: RuntimeCall): boolean {
  return PERMISSIONS[type](call)
}

/**
 * Whether a type of proxy counts as no narrower than another.
 *
 * @clause state-52
 * @source runtime/src/lib.rs:761
 */
export function includesType(type: ProxyType, other: ProxyType): boolean {
  if (type === other || type === "Any") return true
  if (type === "NonTransfer") return other !== "Any" && other !== "Transfer" && other !== "SmallTransfer"
  return type === "Transfer" && other === "SmallTransfer"
}

/**
 * The filter of what an account calls by a proxy. Proxies are only added and removed by one that includes their type,
 * and only one for anything removes all of them or ends a pure proxy.
 *
 * @clause state-52
 * @source pallets/proxy/src/lib.rs:1109
 */
export function proxyFilter({ proxy_type: type }: ProxyDefinition): CallFilter {
  return (_chain, call) => {
    if (changesProxyBeyond(type, call)) return false
    if (isCallOf(call, ProxyCalls.remove_proxies) || isCallOf(call, ProxyCalls.kill_pure)) {
      if (type !== "Any") return false
    }
    return isPermitted(type, call)
  }
}

/**
 * Whether a call adds or removes a proxy of a type that the proxy does not include.
 *
 * @clause state-52
 * @source pallets/proxy/src/lib.rs:1116
 */
function changesProxyBeyond(type: ProxyType, call: RuntimeCall): boolean {
  const changes = isCallOf(call, ProxyCalls.add_proxy) || isCallOf(call, ProxyCalls.remove_proxy)
  return changes && !includesType(type, call.arguments.proxy_type)
}
