import { type Chapter, type Clause, callsOf, isShownBy, NEWEST } from "./readClauses.js"

/** Two errors of which the first wins where both could be given: those of checks that follow each other. */
export interface ErrorPair {
  readonly first: string
  readonly second: string
}

/** What a call can be refused with by its clauses. */
export interface CallChecks {
  /** `Pallet.name` */
  readonly call: string
  readonly errors: readonly string[]
  /** The different errors of checks that follow each other, in the order of the checks. */
  readonly pairs: readonly ErrorPair[]
}

/** The error of a check, or undefined for one that says no error: what stands around it is not next to each other. */
type Check = string | undefined

/** Reads what calls are refused with out of clauses. */
class Checks {
  readonly #byId: ReadonlyMap<string, Clause>

  constructor(clauses: readonly Clause[]) {
    this.#byId = new Map(clauses.map((clause) => [clause.id, clause]))
  }

  /** The checks of a clause in their order; those of other clauses in the place where they are named. */
  ofClause({ id, preconditions = [] }: Clause, within: readonly string[] = []): readonly Check[] {
    if (within.includes(id)) throw new Error(`the checks of ${id} are part of themselves`)
    return preconditions.flatMap(({ error, of }): readonly Check[] => {
      if (of === undefined) return [error]
      const named = this.#byId.get(of)
      if (named === undefined) throw new Error(`${id} names the checks of ${of}, which is no clause`)
      return this.ofClause(named, [...within, id])
    })
  }

  /** The checks of a call by one of its clauses. */
  ofCall(clause: Clause, call: string): readonly Check[] {
    return clause.errorsByCall?.[call] ?? this.ofClause(clause)
  }

  /** What the clause lists beside its checks; where calls have lists of their own, that is all there is. */
  otherErrors({ errors, errorsByCall }: Clause): readonly string[] {
    return errorsByCall === undefined ? (errors ?? []) : []
  }
}

function pairsOf(checks: readonly Check[]): readonly ErrorPair[] {
  const pairs = new Map<string, ErrorPair>()
  for (const [index, first] of checks.entries()) {
    const second = checks[index + 1]
    if (first === undefined || second === undefined || first === second) continue
    pairs.set(`${first} ${second}`, { first, second })
  }
  return [...pairs.values()]
}

/** What every call that clauses shown by a fork are about can be refused with, in the order of the clauses. */
export function callChecks(chapters: readonly Chapter[], fork = NEWEST): readonly CallChecks[] {
  const clauses = chapters.flatMap((chapter) => chapter.clauses)
  const checks = new Checks(clauses)
  const shown = clauses.filter((clause) => isShownBy(fork, clause))
  return [...new Set(shown.flatMap(callsOf))].map((call) => {
    const own = shown.filter((clause) => callsOf(clause).includes(call))
    const inOrder = own.flatMap((clause) => checks.ofCall(clause, call))
    const errors = [...inOrder, ...own.flatMap((clause) => checks.otherErrors(clause))]
    return { call, errors: [...new Set(errors.filter((error) => error !== undefined))], pairs: pairsOf(inOrder) }
  })
}
