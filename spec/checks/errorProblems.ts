import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import type { Chapter, Clause } from "../../harness/clauses/readClauses.js"
import { packageFolder } from "../../harness/packageFolder.js"
import { forkTable } from "../../reference/forks/forkTable.js"

/** Errors that no clause of some forks gives, and why not. */
export interface UnusedErrors {
  readonly forks: readonly string[]
  readonly errors: readonly string[]
  readonly reason: string
}

/** An error that the runtime of a fork declares: `Pallet.Name`. */
export interface DeclaredError {
  readonly fork: string
  readonly error: string
}

/** Reads spec/unusedErrors.yaml. */
export function readUnusedErrors(): readonly UnusedErrors[] {
  return parse(readFileSync(join(packageFolder, "spec", "unusedErrors.yaml"), "utf8"))
}

/** The errors that the pallets of each fork declare of which the model serves calls. */
export function declaredErrors(): readonly DeclaredError[] {
  return [...forkTable.values()].flatMap(({ name: fork, calls, runtime }) => {
    const served = new Set([...calls.keys()].map((call) => call.slice(0, call.indexOf("."))))
    return [...runtime.errors].flatMap(([pallet, { errors }]) =>
      served.has(pallet) ? Object.keys(errors).map((name) => ({ fork, error: `${pallet}.${name}` })) : [],
    )
  })
}

/** The errors that a clause says it gives, in its checks or beside them. */
function errorsOf({ errors = [], preconditions = [], errorsByCall = {} }: Clause): readonly string[] {
  const ofChecks = preconditions.flatMap(({ error }) => (error === undefined ? [] : [error]))
  return [...errors, ...ofChecks, ...Object.values(errorsByCall).flat()]
}

const keyOf = ({ fork, error }: DeclaredError) => `${error} of fork ${fork}`

/** Declared errors with neither a clause nor a reason, and reasons for errors that have a clause or are not declared. */
export function errorProblems(
  chapters: readonly Chapter[],
  declaredOnes: readonly DeclaredError[],
  unused: readonly UnusedErrors[],
): readonly string[] {
  const clauses = chapters.flatMap((chapter) => chapter.clauses)
  const given = new Set(
    clauses.flatMap((clause) =>
      clause.forks.flatMap((fork) => errorsOf(clause).map((error) => keyOf({ fork, error }))),
    ),
  )
  const declared = declaredOnes.map(keyOf)
  const reasons = unused.flatMap(({ forks, errors }) =>
    errors.flatMap((error) => forks.map((fork) => keyOf({ fork, error }))),
  )
  return [
    ...declared
      .filter((error) => !given.has(error) && !reasons.includes(error))
      .map((error) => `${error}: no clause gives it, and spec/unusedErrors.yaml has no reason`),
    ...reasons
      .filter((error, index) => given.has(error) || !declared.includes(error) || reasons.indexOf(error) !== index)
      .map((error) => `spec/unusedErrors.yaml has a reason for ${error}, which needs none`),
  ]
}
