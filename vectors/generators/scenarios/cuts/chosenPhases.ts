import { readFileSync } from "node:fs"
import { join } from "node:path"
import { packageFolder } from "../../../../harness/packageFolder.js"
import type { RecordedPhase } from "./outcomes.js"

/** A phase of a recording that becomes a vector, and the clauses that it shows: the one that it is about first. */
export interface ChosenPhase extends RecordedPhase {
  readonly clauses: readonly string[]
}

/** Where the phases are written down that `npm run select:recorded` chose. */
export const CHOSEN_PHASES_PATH = join(packageFolder, "vectors", "generators", "scenarios", "cuts", "chosenPhases.json")

/** The phases that were chosen. */
export function readChosenPhases(): readonly ChosenPhase[] {
  return JSON.parse(readFileSync(CHOSEN_PHASES_PATH, "utf8"))
}
