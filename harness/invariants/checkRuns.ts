import fc from "fast-check"
import type { Invariant } from "./invariant.js"
import { invariantTable } from "./invariantTable.js"
import { type Happening, happenings, type RunCounts, run } from "./randomRun.js"
import { InvariantBroken } from "./watchedChain.js"

/** How many runs, and what they are drawn from. */
export interface RunOptions {
  readonly runs: number
  readonly seed: number
  /** Called after every run, those of shrinking included. */
  readonly onRun?: () => void
  readonly invariants?: readonly Invariant[]
}

/** What the runs came to. */
export interface RunsOutcome {
  readonly counts: RunCounts
  /** The shortest run that was found to break an invariant, and how. */
  readonly failure?: { readonly problem: string; readonly run: number; readonly happenings: readonly Happening[] }
}

/** Makes the runs until one breaks an invariant, and shortens that one. What is no broken invariant is thrown. */
export function checkRuns({ runs, seed, onRun, invariants = invariantTable }: RunOptions): RunsOutcome {
  const counts: RunCounts = { blocks: 0, calls: 0, refused: 0 }
  const property = fc.property(happenings, (list) => {
    run(list, counts, invariants)
    onRun?.()
  })
  const { failed, counterexample, errorInstance, numRuns } = fc.check(property, { numRuns: runs, seed })
  if (!failed) return { counts }
  if (!(errorInstance instanceof InvariantBroken)) throw errorInstance
  return { counts, failure: { problem: errorInstance.message, run: numRuns, happenings: counterexample?.[0] ?? [] } }
}
