import type { State } from "../../../../reference/state/state.js"
import type { Network } from "../network.js"
import { blockOn, type Change, INITIALIZE, type Situation, stored, USUAL_BLOCK } from "../situation.js"
import { accepted, type Scenario, variant } from "../suite.js"

/** A block step on a network, before which nothing of the block happened. */
export function blockStepOn(network: Network, blockNumber = USUAL_BLOCK): Situation {
  return blockOn(network, [INITIALIZE], blockNumber)
}

/** Clauses, a name, and how a block step differs from the usual one. */
export type BlockCase = readonly [name: string, clauses: readonly string[], change: Change]

/** A case whose difference is in storage. */
export function where(name: string, clauses: readonly string[], write: (state: State) => void): BlockCase {
  return [name, clauses, stored(write)]
}

/** A block step and its variants. */
export function blockSteps(
  name: string,
  clauses: readonly string[],
  usual: Situation,
  cases: readonly BlockCase[],
): readonly Scenario[] {
  const ordinary = accepted(name, clauses, usual)
  return [ordinary, ...cases.map(([each, of, change]) => variant(ordinary, each, change, of))]
}
