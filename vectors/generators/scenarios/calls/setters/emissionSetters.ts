import { I64F64, I96F32, U64F64 } from "../../../../../reference/numbers/formats.js"
import { AdminUtilsCalls } from "../../../../../reference/state/calls.js"
import { Tempo } from "../../../../../reference/state/storage/subtensorModule.js"
import { SUBNET } from "../../market.js"
import { argument, stored } from "../../situation.js"
import type { Suite } from "../../suite.js"
import { frozen, noSubnet, onRoot, setterSuite, waitOf, wrong } from "./setterSuite.js"

const clause = "hyperparameters-11"
const on = { netuid: SUBNET }
const ONE = U64F64.ONE

/** Setters of emission. */
export const emissionSetterSuites: readonly Suite[] = [
  setterSuite(
    AdminUtilsCalls.sudo_set_tempo,
    { ...on, tempo: 1 },
    {
      clause,
      rules: [frozen, noSubnet],
      variants: [
        ["never an epoch again", argument("tempo", "0")],
        ["on a subnet that never has an epoch", stored((state) => Tempo.set(state, SUBNET, 0))],
      ],
    },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_max_epochs_per_block,
    { max_epochs_per_block: 1 },
    { clause, rules: [wrong("none at all", "max_epochs_per_block", "0", "AdminUtils.ValueNotInBounds")] },
  ),
  setterSuite(AdminUtilsCalls.sudo_set_subnet_owner_cut, { subnet_owner_cut: 6_553 }, { clause }),
  setterSuite(
    AdminUtilsCalls.sudo_set_owner_cut_enabled,
    { ...on, enabled: false },
    { clause, wait: "none", rules: [noSubnet], rulesOfRoot: [onRoot] },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_owner_cut_auto_lock_enabled,
    { ...on, enabled: true },
    { clause, wait: "none", rules: [noSubnet], rulesOfRoot: [onRoot] },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_subnet_emission_enabled,
    { ...on, enabled: false },
    { clause, rules: [{ ...noSubnet, excludesNext: true }, onRoot] },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_subtoken_enabled,
    { ...on, subtoken_enabled: true },
    { clause, rules: [frozen], variants: [["on a subnet that is not there", noSubnet.change]] },
  ),
  setterSuite(AdminUtilsCalls.sudo_set_ema_price_halving_period, { ...on, ema_halving: 7_200n }, { clause }),
  setterSuite(AdminUtilsCalls.sudo_set_subnet_moving_alpha, { alpha: I96F32.fromBits(1n << 30n) }, { clause }),
  setterSuite(AdminUtilsCalls.sudo_set_ck_burn, { burn: 1n << 62n }, { clause }),
  setterSuite(
    AdminUtilsCalls.sudo_set_recycle_or_burn,
    { ...on, recycle_or_burn: "Recycle" },
    { clause, wait: waitOf("RecycleOrBurn") },
  ),
  setterSuite(AdminUtilsCalls.sudo_set_tao_flow_cutoff, { flow_cutoff: I64F64.fromInteger(-5n) }, { clause }),
  setterSuite(
    AdminUtilsCalls.sudo_set_tao_flow_normalization_exponent,
    { exponent: ONE },
    {
      clause,
      variants: [["the greatest", argument("exponent", (ONE * 2n).toString())]],
      rules: [
        wrong("just below one", "exponent", (ONE - 1n).toString(), "AdminUtils.InvalidValue"),
        wrong("just above two", "exponent", (ONE * 2n + 1n).toString(), "AdminUtils.InvalidValue"),
      ],
    },
  ),
  setterSuite(AdminUtilsCalls.sudo_set_tao_flow_smoothing_factor, { smoothing_factor: 5n }, { clause }),
  setterSuite(AdminUtilsCalls.sudo_set_net_tao_flow_enabled, { enabled: false }, { clause }),
]
