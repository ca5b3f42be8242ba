import { balancer } from "../../reference/forks/balancer.js"
import type { PhaseAnswer } from "../../reference/interface/phase.js"
import type { RuntimeCall } from "../../reference/state/call.js"
import { Chain } from "../../reference/state/chain.js"
import { hash } from "../../reference/state/primitives.js"
import type { State } from "../../reference/state/state.js"

/** A step of a block that has happened. */
export interface HappenedStep {
  readonly before: State
  readonly after: State
  readonly isBlockStep: boolean
  /** Undefined for the block step. */
  readonly call: RuntimeCall | undefined
  readonly answer: PhaseAnswer
}

interface InvariantHead {
  /** What must hold, in a sentence. */
  readonly name: string
  /** The clauses that it follows from, and those whose quirk is an exception from it. */
  readonly clauses: readonly string[]
}

/** Something that holds in every state; a step that begins where it holds must end where it holds. */
export interface StateInvariant extends InvariantHead {
  /** Where it does not hold and how, or undefined. */
  readonly brokenIn: (state: State) => string | undefined
}

/** Something that holds of every step. */
export interface StepInvariant extends InvariantHead {
  /** How the step breaks it, or undefined. */
  readonly brokenBy: (step: HappenedStep) => string | undefined
}

/** Either kind. */
export type Invariant = StateInvariant | StepInvariant

/** A chain on which rules can look at a state. */
export function looksAt(state: State): Chain {
  return new Chain(balancer, state, { number: 0n, parentHash: hash(`0x${"00".repeat(32)}`), author: undefined })
}

/** The first of several findings. */
export function first(findings: Iterable<string | undefined>): string | undefined {
  for (const finding of findings) if (finding !== undefined) return finding
  return undefined
}
