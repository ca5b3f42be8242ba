import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { packageFolder } from "../../../../harness/packageFolder.js"
import type { RecordedPhase } from "./outcomes.js"

/** A phase of a recording that becomes a vector, and the clauses that it shows: the one that it is about first. */
export interface ChosenPhase extends RecordedPhase {
  /** Whether it is the first with its outcome or its clauses, or runs branches that no chosen one before it runs. */
  readonly earns: "outcome" | "branches"
  readonly clauses: readonly string[]
}

/** Where the phases are written down that `npm run select:recorded` chose. */
const CHOSEN_PHASES_PATH = join(packageFolder, "vectors", "generators", "scenarios", "cuts", "chosenPhases.json")

/** The phases that were chosen. */
export function readChosenPhases(): readonly ChosenPhase[] {
  return JSON.parse(readFileSync(CHOSEN_PHASES_PATH, "utf8"))
}

/** The phases that were chosen for other forks than these. */
export function chosenForOtherForks(forks: readonly string[]): readonly ChosenPhase[] {
  return readChosenPhases().filter(({ fork }) => !forks.includes(fork))
}

/** Writes down the phases that are chosen. */
export function writeChosenPhases(chosen: readonly ChosenPhase[]): void {
  writeFileSync(CHOSEN_PHASES_PATH, `${JSON.stringify(chosen, null, 2)}\n`)
  process.stdout.write(`${chosen.length} phases of recordings become vectors\n`)
}
