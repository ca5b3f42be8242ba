import { AdminUtilsCalls } from "../../../../../reference/state/calls.js"
import {
  LiquidAlphaOn,
  MaxAllowedUids,
  MinActivityCutoff,
} from "../../../../../reference/state/storage/subtensorModule.js"
import { SUBNET } from "../../market.js"
import { argument, stored } from "../../situation.js"
import type { Suite } from "../../suite.js"
import { frozen, noSubnet, setterSuite, waitOf, wrong } from "./setterSuite.js"

const clause = "hyperparameters-10"
const on = { netuid: SUBNET }
const liquid = stored((state) => LiquidAlphaOn.set(state, SUBNET, false))

/** Setters of consensus. */
export const consensusSetterSuites: readonly Suite[] = [
  setterSuite(
    AdminUtilsCalls.sudo_set_kappa,
    { ...on, kappa: 40_000 },
    { clause, rules: [noSubnet], variants: [["while an epoch is pending", frozen.change]] },
  ),
  setterSuite(AdminUtilsCalls.sudo_set_rho, { ...on, rho: 20 }, { clause, wait: waitOf("Rho"), rules: [noSubnet] }),
  setterSuite(
    AdminUtilsCalls.sudo_set_activity_cutoff,
    { ...on, activity_cutoff: 360 },
    {
      clause,
      wait: waitOf("ActivityCutoff"),
      rules: [
        noSubnet,
        {
          name: "below the least",
          change: stored((state) => MinActivityCutoff.set(state, 361)),
          error: "SubtensorModule.ActivityCutoffTooLow",
        },
      ],
    },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_max_allowed_validators,
    { ...on, max_allowed_validators: 256 },
    {
      clause,
      rules: [
        frozen,
        noSubnet,
        {
          name: "more validators than neurons",
          change: stored((state) => MaxAllowedUids.set(state, SUBNET, 255)),
          error: "AdminUtils.MaxValidatorsLargerThanMaxUIds",
        },
      ],
    },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_bonds_moving_average,
    { ...on, bonds_moving_average: 975_000n },
    {
      clause,
      wait: waitOf("BondsMovingAverage"),
      variants: [["above what an owner may set", argument("bonds_moving_average", "975001")]],
      rules: [
        wrong(
          "more than an owner may set",
          "bonds_moving_average",
          "975001",
          "AdminUtils.BondsMovingAverageMaxReached",
        ),
        noSubnet,
      ],
    },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_bonds_penalty,
    { ...on, bonds_penalty: 0 },
    { clause, wait: waitOf("BondsPenalty"), rules: [noSubnet] },
  ),
  setterSuite(AdminUtilsCalls.sudo_set_stake_threshold, { min_stake: 1_000n }, { clause }),
  setterSuite(
    AdminUtilsCalls.sudo_set_liquid_alpha_enabled,
    { ...on, enabled: true },
    { clause, wait: waitOf("LiquidAlphaEnabled") },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_alpha_values,
    { ...on, alpha_low: 1_638, alpha_high: 50_000 },
    {
      clause,
      wait: waitOf("AlphaValues"),
      store: (state) => LiquidAlphaOn.set(state, SUBNET, true),
      variants: [["low as high", argument("alpha_low", "50000")]],
      rules: [
        { name: "without liquid alpha", change: liquid, error: "SubtensorModule.LiquidAlphaDisabled" },
        wrong("high below the least", "alpha_high", "1637", "SubtensorModule.AlphaHighTooLow"),
        wrong("low below the least", "alpha_low", "1637", "SubtensorModule.AlphaLowOutOfRange"),
        wrong("low above high", "alpha_low", "50001", "SubtensorModule.AlphaLowOutOfRange"),
      ],
    },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_alpha_sigmoid_steepness,
    { ...on, steepness: 0 },
    {
      clause,
      wait: waitOf("AlphaSigmoidSteepness"),
      variants: [["negative", argument("steepness", "-1")]],
      rules: [noSubnet, wrong("negative by the owner", "steepness", "-1", "AdminUtils.NegativeSigmoidSteepness")],
    },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_yuma3_enabled,
    { ...on, enabled: true },
    { clause, wait: waitOf("Yuma3Enabled") },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_bonds_reset_enabled,
    { ...on, enabled: true },
    { clause, wait: waitOf("BondsResetEnabled") },
  ),
]
