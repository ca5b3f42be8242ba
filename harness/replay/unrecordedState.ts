import { type AccountId, ROOT } from "../../reference/state/primitives.js"
import { Members } from "../../reference/state/rao/storage/senateMembers.js"
import type { State } from "../../reference/state/state.js"
import { Keys } from "../../reference/state/storage/subtensorModule.js"

/** How many members the senate has room for. */
const SEATS = 12

/**
 * Seats the first validators of root in the senate: registering on root makes a senator of everybody as long as there is
 * room, and a recording does not hold the senate.
 */
function seatFirstValidators(state: State): void {
  const validators = Keys.entriesUnder(state, ROOT).toSorted(([a], [b]) => a - b)
  const senators = validators.slice(0, SEATS).map(([, hotkey]): AccountId => hotkey)
  Members.set(state, senators.toSorted())
}

/** What must have been in storage that recordings of a fork leave out, by the fork's name. */
const COMPLETIONS: ReadonlyMap<string, (state: State) => void> = new Map([["rao", seatFirstValidators]])

/** Adds to a recording's starting state what must have been there beside it. */
export function completeState(fork: string, state: State): void {
  COMPLETIONS.get(fork)?.(state)
  state.forgetHistory()
}
