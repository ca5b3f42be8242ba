import { fromHex } from "../../../reference/state/scaleTypes.js"
import type { ChainStep } from "../chainAccess.js"
import { type Carriage, carriageOf, type SigningChain } from "./signing.js"

/** The steps of a block in the form in which a node can take them. */
export interface PlannedSteps {
  /** Whether the beginning of the block is one of the steps. */
  readonly begins: boolean
  readonly calls: readonly Carriage[]
}

/** Plans steps for a node, or says why it cannot take them. */
export function planSteps(chain: SigningChain, steps: readonly ChainStep[]): PlannedSteps | string {
  if (steps.includes("finalize"))
    return "a node begins and ends a block in one, so that its end cannot be looked at alone"
  if (steps.lastIndexOf("initialize") > 0) return "a block begins before its calls"
  const carriages = steps
    .filter((step) => typeof step === "object")
    .map(({ origin, call }) => carriageOf(chain, origin, fromHex(call)))
  const problem = carriages.find((carriage) => typeof carriage === "string")
  if (problem !== undefined) return problem
  return { begins: steps[0] === "initialize", calls: carriages.filter((carriage) => typeof carriage !== "string") }
}
