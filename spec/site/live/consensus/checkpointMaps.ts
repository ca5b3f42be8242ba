import { percent } from "../units/decimalText.js"
import type { ConsensusView, Fractions } from "./consensus.js"
import type { ConsensusCase } from "./consensusCase.js"

/** An intermediate value of the epoch as a map: a row for each validator, or one for all. */
export interface CheckpointMap {
  readonly title: string
  readonly hint: string
  readonly clauses: readonly string[]
  /** Whether there is a row for each validator; else one row for all. */
  readonly byValidator: boolean
  /** The name of the one column; undefined where there is one for each miner. */
  readonly column?: string
  readonly values: readonly Fractions[]
}

function column(values: Fractions): readonly Fractions[] {
  return values.map((value) => [value])
}

/** What decides before bonds do, in the order of the epoch. */
function agreementMaps(view: ConsensusView, { kappa, bondsPenalty }: ConsensusCase): readonly CheckpointMap[] {
  const minority = percent(1 - Number(kappa) / 65_535)
  const penalty = percent(Number(bondsPenalty) / 65_535)
  return [
    {
      title: "Stake",
      hint: "What each validator's stake is of all.",
      clauses: ["consensus-05"],
      byValidator: true,
      column: "Stake",
      values: column(view.stake),
    },
    {
      title: "Active stake",
      hint: "The same among those who are active and may validate.",
      clauses: ["consensus-07"],
      byValidator: true,
      column: "Stake",
      values: column(view.activeStake),
    },
    {
      title: "Weights",
      hint: "Each validator's weights made to sum to one.",
      clauses: ["consensus-08"],
      byValidator: true,
      values: view.weights,
    },
    {
      title: "Consensus",
      hint: `The least weight at or below which lies more than ${minority} of the stake.`,
      clauses: ["consensus-10", "consensus-11"],
      byValidator: false,
      values: [view.consensus],
    },
    {
      title: "Clipped weights",
      hint: "What is above consensus is lowered to it.",
      clauses: ["consensus-12"],
      byValidator: true,
      values: view.clippedWeights,
    },
    {
      title: "Validator trust",
      hint: "What clipping left of each validator's weights.",
      clauses: ["consensus-13"],
      byValidator: true,
      column: "Trust",
      values: column(view.validatorTrust),
    },
    {
      title: "Incentive",
      hint: "The clipped weights times stake: what miners earn by.",
      clauses: ["consensus-13"],
      byValidator: false,
      values: [view.incentive],
    },
    {
      title: "Weights for bonds",
      hint: `Moved from the validator's own to the clipped ones by ${penalty}.`,
      clauses: ["consensus-14"],
      byValidator: true,
      values: view.weightsForBonds,
    },
  ]
}

function bondMaps({ bonds, dividends }: ConsensusView, { yuma3 }: ConsensusCase): readonly CheckpointMap[] {
  return [
    {
      title: "Bonds after this epoch",
      hint: yuma3 ? "Each bond follows the weight by itself." : "Shares of each miner; its largest holder has one.",
      clauses: yuma3 ? ["consensus-18", "consensus-20"] : ["consensus-16", "consensus-19"],
      byValidator: true,
      values: bonds,
    },
    {
      title: "Dividends",
      hint: "Bonds times incentive: what validators earn by.",
      clauses: [yuma3 ? "consensus-20" : "consensus-19"],
      byValidator: true,
      column: "Dividends",
      values: column(dividends),
    },
  ]
}

/** Every intermediate value of the epoch, in the order in which they arise. */
export function checkpointMaps(view: ConsensusView, shown: ConsensusCase): readonly CheckpointMap[] {
  return [...agreementMaps(view, shown), ...bondMaps(view, shown)]
}
