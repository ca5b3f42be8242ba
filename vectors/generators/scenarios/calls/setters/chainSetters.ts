import { AdminUtilsCalls } from "../../../../../reference/state/calls.js"
import { PrecompileEnable } from "../../../../../reference/state/storage/adminUtils.js"
import { tao } from "../../amounts.js"
import { stored } from "../../situation.js"
import type { Suite } from "../../suite.js"
import { setterSuite } from "./setterSuite.js"

const clause = "hyperparameters-17"
const terms = { clause }

/** Setters of the whole chain. */
export const chainSetterSuites: readonly Suite[] = [
  setterSuite(AdminUtilsCalls.sudo_set_default_take, { default_take: 9_000 }, terms),
  setterSuite(AdminUtilsCalls.sudo_set_min_delegate_take, { take: 1_000 }, terms),
  setterSuite(AdminUtilsCalls.sudo_set_tx_rate_limit, { tx_rate_limit: 0n }, terms),
  setterSuite(AdminUtilsCalls.sudo_set_tx_delegate_take_rate_limit, { tx_rate_limit: 5n }, terms),
  setterSuite(AdminUtilsCalls.sudo_set_admin_freeze_window, { window: 0 }, terms),
  setterSuite(AdminUtilsCalls.sudo_set_owner_hparam_rate_limit, { epochs: 0 }, terms),
  setterSuite(AdminUtilsCalls.sudo_set_network_rate_limit, { rate_limit: 5n }, terms),
  setterSuite(AdminUtilsCalls.sudo_set_network_immunity_period, { immunity_period: 5n }, terms),
  setterSuite(AdminUtilsCalls.sudo_set_network_min_lock_cost, { lock_cost: tao(5) }, terms),
  setterSuite(AdminUtilsCalls.sudo_set_subnet_limit, { max_subnets: 5 }, terms),
  setterSuite(AdminUtilsCalls.sudo_set_lock_reduction_interval, { interval: 5n }, terms),
  setterSuite(AdminUtilsCalls.sudo_set_start_call_delay, { delay: 5n }, terms),
  setterSuite(AdminUtilsCalls.sudo_set_dissolve_network_schedule_duration, { duration: 5 }, terms),
  setterSuite(AdminUtilsCalls.sudo_set_coldkey_swap_announcement_delay, { duration: 5 }, terms),
  setterSuite(AdminUtilsCalls.sudo_set_coldkey_swap_reannouncement_delay, { duration: 5 }, terms),
  setterSuite(AdminUtilsCalls.sudo_set_commit_reveal_version, { version: 5 }, terms),
  setterSuite(
    AdminUtilsCalls.sudo_toggle_evm_precompile,
    { precompile_id: "Staking", enabled: false },
    {
      clause,
      store: (state) => PrecompileEnable.set(state, "Staking", true),
      variants: [["what is already off", stored((state) => PrecompileEnable.set(state, "Staking", false))]],
    },
  ),
]
