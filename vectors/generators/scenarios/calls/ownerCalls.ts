import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import {
  ActivityCutoffFactorMilli,
  AdminFreezeWindow,
  CommitRevealWeightsEnabled,
  LastEpochBlock,
  PendingEpochAt,
  Tempo,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, owner } from "../accounts.js"
import { SUBNET } from "../market.js"
import { argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"
import type { Wait } from "./setters/setterSuite.js"
import { frozen, ownedSubnet, waitOf, waitOfTransaction, wrong } from "./setters/setterSuite.js"

const NOW = 100_000n

const unsigned: BrokenRule = {
  name: "by no signer",
  change: by("root"),
  error: "BadOrigin",
  clauses: ["hyperparameters-01"],
}
const byAnother: BrokenRule = {
  name: "by somebody else",
  change: by(signed(alice)),
  error: "BadOrigin",
  clauses: ["hyperparameters-01"],
}

function tooSoon(wait: Wait): BrokenRule {
  return {
    name: "one block too soon after the last time",
    change: stored((state) => wait.record(state, NOW - wait.blocks + 1n)),
    error: "SubtensorModule.TxRateLimitExceeded",
    clauses: ["hyperparameters-03"],
  }
}

const tempoWait = waitOfTransaction(11, 360n)

const setTempo = accepted(
  "by an owner who waited just long enough",
  ["hyperparameters-05"],
  stored((state) => tempoWait.record(state, NOW - tempoWait.blocks))(
    blockOn(
      ownedSubnet(),
      [callBy(signed(owner), SubtensorModuleCalls.set_tempo, { netuid: SUBNET, tempo: 360 })],
      NOW,
    ),
  ),
)

/** `set_tempo`. */
export const setTempoSuite: Suite = {
  chapter: "hyperparameters",
  name: "set_tempo",
  title: "set_tempo",
  scenarios: [
    setTempo,
    variant(setTempo, "the longest", argument("tempo", "50400")),
    ...refusals(setTempo, [
      byAnother,
      wrong("shorter than the shortest", "tempo", "359", "SubtensorModule.TempoOutOfBounds"),
      frozen,
      tooSoon(tempoWait),
    ]),
    ...refusals(setTempo, [
      unsigned,
      wrong("longer than the longest", "tempo", "50401", "SubtensorModule.TempoOutOfBounds"),
    ]),
  ],
}

const factorWait = waitOf("ActivityCutoffFactorMilli")

const setFactor = accepted(
  "by an owner who waited just long enough",
  ["hyperparameters-06"],
  stored((state) => factorWait.record(state, NOW - factorWait.blocks))(
    blockOn(
      ownedSubnet(),
      [callBy(signed(owner), SubtensorModuleCalls.set_activity_cutoff_factor, { netuid: SUBNET, factor_milli: 1_000 })],
      NOW,
    ),
  ),
)

const setFactorByRoot = variant(setFactor, "by root, even while an epoch is pending", (situation) =>
  by("root")(frozen.change(situation)),
)

/** `set_activity_cutoff_factor`. */
export const setActivityCutoffFactorSuite: Suite = {
  chapter: "hyperparameters",
  name: "set_activity_cutoff_factor",
  title: "set_activity_cutoff_factor",
  scenarios: [
    setFactor,
    setFactorByRoot,
    variant(setFactor, "the greatest, in place of another", (situation) =>
      argument(
        "factor_milli",
        "50000",
      )(stored((state) => ActivityCutoffFactorMilli.set(state, SUBNET, 5_000))(situation)),
    ),
    ...refusals(setFactor, [
      byAnother,
      wrong("below the least", "factor_milli", "999", "SubtensorModule.ActivityCutoffFactorMilliOutOfBounds"),
      frozen,
      tooSoon(factorWait),
    ]),
    ...refusals(setFactorByRoot, [
      wrong(
        "above the greatest by root",
        "factor_milli",
        "50001",
        "SubtensorModule.ActivityCutoffFactorMilliOutOfBounds",
      ),
    ]),
  ],
}

const triggerWait = waitOf("TriggerEpoch")

const trigger = accepted(
  "by an owner who waited just long enough",
  ["hyperparameters-07"],
  stored((state) => {
    CommitRevealWeightsEnabled.set(state, SUBNET, false)
    triggerWait.record(state, NOW - triggerWait.blocks)
  })(blockOn(ownedSubnet(), [callBy(signed(owner), SubtensorModuleCalls.trigger_epoch, { netuid: SUBNET })], NOW)),
)

/** `trigger_epoch`. */
export const triggerEpochSuite: Suite = {
  chapter: "hyperparameters",
  name: "trigger_epoch",
  title: "trigger_epoch",
  scenarios: [
    trigger,
    variant(trigger, "on a subnet that never has an epoch by itself", (situation) =>
      stored((state) => {
        Tempo.set(state, SUBNET, 0)
        triggerWait.record(state, 0n)
      })(situation),
    ),
    variant(
      trigger,
      "as late as the freeze window lets it",
      stored((state) => LastEpochBlock.set(state, SUBNET, 99_650n)),
    ),
    variant(
      trigger,
      "without a freeze window",
      stored((state) => AdminFreezeWindow.set(state, 0)),
    ),
    ...refusals(trigger, [
      byAnother,
      {
        name: "while weights must be committed",
        change: stored((state) => CommitRevealWeightsEnabled.set(state, SUBNET, true)),
        error: "SubtensorModule.DynamicTempoBlockedByCommitReveal",
      },
      {
        name: "while one is pending",
        change: stored((state) => PendingEpochAt.set(state, SUBNET, 1n)),
        error: "SubtensorModule.EpochTriggerAlreadyPending",
      },
      {
        name: "within the freeze window",
        change: stored((state) => LastEpochBlock.set(state, SUBNET, 99_649n)),
        error: "SubtensorModule.AutoEpochAlreadyImminent",
      },
      tooSoon(triggerWait),
    ]),
    ...refusals(trigger, [unsigned]),
  ],
}
