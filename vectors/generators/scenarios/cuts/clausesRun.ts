import { ClauseIndex, chaptersOfFork, readChapters } from "../../../../harness/clauses/readClauses.js"
import type { RanFunctions } from "../../confirmation/functionMeter.js"

const chapters = readChapters()

/** The clauses of one fork, by what runs them. */
export class ClausesOfFork {
  readonly #index: ClauseIndex
  readonly #rules: ReturnType<typeof readChapters>[number]["clauses"]

  constructor(fork: string) {
    const own = chaptersOfFork(chapters, fork)
    this.#index = new ClauseIndex(own)
    this.#rules = own.filter(({ chapter }) => chapter !== "numbers").flatMap(({ clauses }) => clauses)
  }

  /** The clauses whose functions ran, numbers left out: every rule has some. */
  thatRan(ran: RanFunctions): readonly string[] {
    return this.#rules.filter(({ functions }) => functions.some((name) => ran.has(name))).map(({ id }) => id)
  }

  /** The clauses that name the call. */
  ofCall(call: string): readonly string[] {
    return this.#index.ofCall(call)
  }
}
