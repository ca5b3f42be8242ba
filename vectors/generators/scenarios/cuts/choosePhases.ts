import type { ChosenPhase } from "./chosenPhases.js"
import type { MeasuredPhase } from "./measuredPhases.js"

/** How many calls name a clause that is not their own, at most. */
const MOST_CALLS_OF_A_CLAUSE = 3

/** What a call shows if no clause is its own: that a call runs at all. */
const ANY_CALL = "state-04"

/** The chosen phases: calls with their own clauses and some of those they run; block steps that first run a clause. */
export function choosePhases(measured: readonly MeasuredPhase[]): readonly ChosenPhase[] {
  const calls = measured.filter(({ phase }) => phase !== "initialize")
  const blockSteps = measured.filter(({ phase }) => phase === "initialize")
  return [...choseCalls(calls), ...choseBlockSteps(blockSteps)]
}

function placeOf({ recording, block, phase }: MeasuredPhase) {
  return { recording, block, phase }
}

/** Accepted calls come first when it is chosen who names a clause: they run it to its end. */
function choseCalls(calls: readonly MeasuredPhase[]): readonly ChosenPhase[] {
  const named = new Map<string, number>()
  const chosen = [...calls.filter(({ isAccepted }) => isAccepted), ...calls.filter(({ isAccepted }) => !isAccepted)]
  return chosen.map((phase) => {
    const others = phase.clausesRun.filter((clause) => {
      const count = named.get(clause) ?? 0
      named.set(clause, count + 1)
      return count < MOST_CALLS_OF_A_CLAUSE && !phase.clausesOfCall.includes(clause)
    })
    const clauses = [...phase.clausesOfCall, ...others]
    return { ...placeOf(phase), clauses: clauses.length === 0 ? [ANY_CALL] : clauses }
  })
}

function choseBlockSteps(blockSteps: readonly MeasuredPhase[]): readonly ChosenPhase[] {
  const shown = new Set<string>()
  return blockSteps.flatMap((phase) => {
    const clauses = phase.clausesRun.filter((clause) => !shown.has(clause))
    for (const clause of clauses) shown.add(clause)
    return clauses.length === 0 ? [] : [{ ...placeOf(phase), clauses }]
  })
}
