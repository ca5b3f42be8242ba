import { U64F64 } from "../../../../../reference/numbers/formats.js"
import { AdminUtilsCalls } from "../../../../../reference/state/calls.js"
import {
  MaxBurn,
  MechanismCountCurrent,
  MinAllowedUids,
  MinBurn,
  SubnetworkN,
} from "../../../../../reference/state/storage/subtensorModule.js"
import { rao } from "../../amounts.js"
import { SUBNET } from "../../market.js"
import { argument, stored } from "../../situation.js"
import type { Suite } from "../../suite.js"
import { frozen, noSubnet, onRoot, setterSuite, waitOf, wrong } from "./setterSuite.js"

const clause = "hyperparameters-12"
const on = { netuid: SUBNET }

/** Setters of registration. */
export const registrationSetterSuites: readonly Suite[] = [
  setterSuite(
    AdminUtilsCalls.sudo_set_min_burn,
    { ...on, min_burn: rao(999_999_999) },
    {
      clause,
      wait: waitOf("MinBurn"),
      rules: [
        noSubnet,
        wrong("one TAO", "min_burn", "1000000000", "AdminUtils.ValueNotInBounds"),
        {
          name: "as much as the greatest price",
          change: stored((state) => MaxBurn.set(state, SUBNET, rao(999_999_999))),
          error: "AdminUtils.ValueNotInBounds",
        },
      ],
    },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_max_burn,
    { ...on, max_burn: rao(100_000_001) },
    {
      clause,
      wait: waitOf("MaxBurn"),
      rules: [
        noSubnet,
        wrong("a tenth of a TAO", "max_burn", "100000000", "AdminUtils.ValueNotInBounds"),
        {
          name: "as little as the least price",
          change: stored((state) => MinBurn.set(state, SUBNET, rao(100_000_001))),
          error: "AdminUtils.ValueNotInBounds",
        },
      ],
    },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_burn_half_life,
    { ...on, burn_half_life: 1 },
    {
      clause,
      wait: waitOf("BurnHalfLife"),
      variants: [["the longest", argument("burn_half_life", "36100")]],
      rules: [
        noSubnet,
        wrong("none", "burn_half_life", "0", "AdminUtils.InvalidValue"),
        wrong("longer than the longest", "burn_half_life", "36101", "AdminUtils.InvalidValue"),
      ],
      rulesOfRoot: [onRoot, wrong("none, by root", "burn_half_life", "0", "AdminUtils.InvalidValue")],
    },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_burn_increase_mult,
    { ...on, burn_increase_mult: U64F64.ONE },
    {
      clause,
      wait: waitOf("BurnIncreaseMult"),
      variants: [["three", argument("burn_increase_mult", (U64F64.ONE * 3n).toString())]],
      rules: [
        noSubnet,
        wrong("just below one", "burn_increase_mult", (U64F64.ONE - 1n).toString(), "AdminUtils.InvalidValue"),
        wrong("just above three", "burn_increase_mult", (U64F64.ONE * 3n + 1n).toString(), "AdminUtils.InvalidValue"),
      ],
      rulesOfRoot: [onRoot, wrong("nothing, by root", "burn_increase_mult", "0", "AdminUtils.InvalidValue")],
    },
  ),
  setterSuite(AdminUtilsCalls.sudo_set_rao_recycled, { ...on, rao_recycled: rao(7) }, { clause, rules: [noSubnet] }),
  setterSuite(
    AdminUtilsCalls.sudo_set_network_registration_allowed,
    { ...on, registration_allowed: false },
    { clause },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_immunity_period,
    { ...on, immunity_period: 100 },
    { clause, wait: waitOf("ImmunityPeriod"), rules: [noSubnet] },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_max_allowed_uids,
    { ...on, max_allowed_uids: 128 },
    {
      clause,
      wait: waitOf("MaxAllowedUids"),
      variants: [["as many as there can be", argument("max_allowed_uids", "256")]],
      rules: [
        noSubnet,
        {
          name: "fewer than the least",
          change: stored((state) => MinAllowedUids.set(state, SUBNET, 129)),
          error: "AdminUtils.MaxAllowedUidsLessThanMinAllowedUids",
        },
        {
          name: "fewer than there are",
          change: stored((state) => SubnetworkN.set(state, SUBNET, 258)),
          error: "AdminUtils.MaxAllowedUIdsLessThanCurrentUIds",
        },
        wrong(
          "more than there can be",
          "max_allowed_uids",
          "257",
          "AdminUtils.MaxAllowedUidsGreaterThanDefaultMaxAllowedUids",
        ),
        {
          name: "more than there can be over three mechanisms",
          change: stored((state) => MechanismCountCurrent.set(state, SUBNET, 3)),
          error: "SubtensorModule.TooManyUIDsPerMechanism",
          clauses: ["hyperparameters-14"],
        },
      ],
    },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_min_allowed_uids,
    { ...on, min_allowed_uids: 2 },
    {
      clause,
      rules: [
        frozen,
        noSubnet,
        wrong("as many as the most", "min_allowed_uids", "256", "AdminUtils.MinAllowedUidsGreaterThanMaxAllowedUids"),
        {
          name: "as many as there are",
          change: stored((state) => SubnetworkN.set(state, SUBNET, 2)),
          error: "AdminUtils.MinAllowedUidsGreaterThanCurrentUids",
        },
      ],
    },
  ),
  setterSuite(AdminUtilsCalls.sudo_set_min_non_immune_uids, { ...on, min: 3 }, { clause }),
  setterSuite(
    AdminUtilsCalls.sudo_set_owner_immune_neuron_limit,
    { ...on, immune_neurons: 1 },
    {
      clause,
      wait: waitOf("ImmuneNeuronLimit"),
      variants: [["ten", argument("immune_neurons", "10")]],
      rules: [
        wrong("none", "immune_neurons", "0", "SubtensorModule.InvalidValue"),
        wrong("eleven", "immune_neurons", "11", "SubtensorModule.InvalidValue"),
      ],
    },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_min_difficulty,
    { ...on, min_difficulty: 5n },
    { clause, rules: [frozen, noSubnet] },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_max_difficulty,
    { ...on, max_difficulty: 5n },
    { clause, wait: waitOf("MaxDifficulty"), rules: [noSubnet] },
  ),
  setterSuite(AdminUtilsCalls.sudo_set_difficulty, { ...on, difficulty: 5n }, { clause, rules: [frozen, noSubnet] }),
  setterSuite(
    AdminUtilsCalls.sudo_set_adjustment_interval,
    { ...on, adjustment_interval: 5 },
    { clause, rules: [noSubnet] },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_adjustment_alpha,
    { ...on, adjustment_alpha: 5n },
    { clause, wait: waitOf("AdjustmentAlpha"), rules: [noSubnet] },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_target_registrations_per_interval,
    { ...on, target_registrations_per_interval: 5 },
    { clause, rules: [frozen, noSubnet] },
  ),
  setterSuite(
    AdminUtilsCalls.sudo_set_max_registrations_per_block,
    { ...on, max_registrations_per_block: 5 },
    { clause, rules: [frozen, noSubnet] },
  ),
]
