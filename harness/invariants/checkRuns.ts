import fc from "fast-check"
import type { Invariant } from "./invariant.js"
import { invariantTable } from "./invariantTable.js"
import { type Happening, type Plan, plans, type RunCounts, run } from "./randomRun.js"

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
  const counts = noCounts()
  const property = fc.property(plans, (list) => {
    const { broken } = run(list, counts, invariants)
    onRun?.()
    return broken === undefined
  })
  const { failed, counterexample, numRuns } = fc.check(property, { numRuns: runs, seed })
  if (!failed) return { counts }
  return { counts, failure: { run: numRuns, ...describe(counterexample?.[0] ?? [], invariants) } }
}

function noCounts(): RunCounts {
  return { blocks: 0, calls: new Map() }
}

/** What happens in a run that breaks an invariant, and how it does. */
function describe(list: readonly Plan[], invariants: readonly Invariant[]) {
  const { happenings, broken } = run(list, noCounts(), invariants)
  return { problem: broken?.message ?? "nothing", happenings }
}
