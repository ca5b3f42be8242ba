import type { ChosenPhase } from "./chosenPhases.js"
import type { RecordedPhase } from "./outcomes.js"

/** A phase that was run, and its clauses. */
export interface MeasuredPhase {
  readonly phase: RecordedPhase
  /** Those that name the call. */
  readonly ofCall: readonly string[]
  /** Those whose functions ran. */
  readonly run: readonly string[]
}

/** How many calls name a clause that is not their own, at most. */
const MOST_CALLS_OF_A_CLAUSE = 3

/** What a call shows if it shows nothing else: that a call runs at all. */
const ANY_CALL = "state-04"

/** The chosen phases: calls with their own clauses and some of those they run; block steps that first run a clause. */
export function choosePhases(measured: readonly MeasuredPhase[]): readonly ChosenPhase[] {
  const isBlockStep = ({ phase }: MeasuredPhase) => phase.phase === "initialize"
  const calls = measured.filter((one) => !isBlockStep(one))
  return [...callsWithClauses(calls), ...blockStepsWithClauses(measured.filter(isBlockStep))]
}

function chosen({ fork, recording, block, phase }: RecordedPhase, clauses: readonly string[]): ChosenPhase {
  return { fork, recording, block, phase, earns: "outcome", clauses }
}

/** Calls name their own clauses, and others that few calls before them name. */
function callsWithClauses(calls: readonly MeasuredPhase[]): readonly ChosenPhase[] {
  const named = new Map<string, number>()
  return calls.map(({ phase, ofCall, run }) => {
    const others = run.filter((clause) => {
      const count = named.get(clause) ?? 0
      named.set(clause, count + 1)
      return count < MOST_CALLS_OF_A_CLAUSE && !ofCall.includes(clause)
    })
    const clauses = [...ofCall, ...others]
    return chosen(phase, clauses.length === 0 ? [ANY_CALL] : clauses)
  })
}

function blockStepsWithClauses(blockSteps: readonly MeasuredPhase[]): readonly ChosenPhase[] {
  const shown = new Set<string>()
  return blockSteps.flatMap(({ phase, run }) => {
    const clauses = run.filter((clause) => !shown.has(clause))
    for (const clause of clauses) shown.add(clause)
    return clauses.length === 0 ? [] : [chosen(phase, clauses)]
  })
}
