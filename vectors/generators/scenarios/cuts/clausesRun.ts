import { ClauseIndex, readChapters } from "../../../../harness/clauses/readClauses.js"
import type { RanFunctions } from "../../confirmation/functionMeter.js"

const chapters = readChapters()
const clauseIndex = new ClauseIndex(chapters)
const rules = chapters.filter(({ chapter }) => chapter !== "numbers").flatMap(({ clauses }) => clauses)

/** The clauses whose functions ran, numbers left out: every rule has some. */
export function clausesRun(ran: RanFunctions): readonly string[] {
  return rules.filter(({ functions }) => functions.some((name) => ran.has(name))).map(({ id }) => id)
}

/** The clauses that name the call. */
export function clausesOfCall(call: string): readonly string[] {
  return clauseIndex.ofCall(call)
}
