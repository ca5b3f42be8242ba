import type { StepInvariant } from "./invariant.js"

/** A call that is refused leaves no trace. */
export const refusalsChangeNothing: StepInvariant = {
  name: "a call that is refused changes no storage and deposits no event",
  clauses: ["state-01"],
  brokenBy: ({ before, after, answer }) => {
    if (answer.result === "ok") return undefined
    if (answer.events.length > 0) return `${answer.result.error} comes with ${answer.events.length} events`
    const was = before.toRaw()
    const is = after.toRaw()
    const keys = new Set([...was.keys(), ...is.keys()])
    const changed = [...keys].find((key) => was.get(key) !== is.get(key))
    return changed === undefined ? undefined : `${answer.result.error} comes with a change of ${changed}`
  },
}

/** A block can always be begun. */
export const blockStepsSucceed: StepInvariant = {
  name: "the block step succeeds",
  clauses: ["coinbase-01"],
  brokenBy: ({ isBlockStep, answer }) =>
    isBlockStep && answer.result !== "ok" ? `the block step ends with ${answer.result.error}` : undefined,
}
