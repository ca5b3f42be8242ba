import { stateToJson } from "../../../reference/interface/stateJson.js"
import type { JsonObject } from "../../../reference/interface/valueType.js"
import type { State } from "../../../reference/state/state.js"
import type { BoundaryCase } from "../functions/functionCases.js"
import type { Network } from "../scenarios/network.js"

/** A rule asked on a small chain: the chain, and the rule's own parameters. */
export interface Question {
  readonly network: () => Network
  readonly parameters: JsonObject
}

/** One difference to a question: to what is stored, or to a parameter. */
export interface Difference {
  readonly name: string
  readonly store?: (state: State) => void
  readonly parameters?: JsonObject
}

/** The block in which rules are asked. */
const BLOCK = "1000"

function caseOf(name: string, { network, parameters }: Question, store?: (state: State) => void): BoundaryCase {
  const { state } = network()
  store?.(state)
  return { name, input: { state: stateToJson(state), blockNumber: BLOCK, ...parameters } }
}

/** A question, and the same with one difference each. */
export function questions(name: string, usual: Question, differences: readonly Difference[]): readonly BoundaryCase[] {
  return [
    caseOf(name, usual),
    ...differences.map((difference) =>
      caseOf(
        difference.name,
        { ...usual, parameters: { ...usual.parameters, ...difference.parameters } },
        difference.store,
      ),
    ),
  ]
}
