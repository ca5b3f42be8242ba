import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import type { Chapter, Clause } from "../../harness/clauses/readClauses.js"
import { packageFolder } from "../../harness/packageFolder.js"
import { balancer } from "../../reference/forks/balancer.js"
import { palletErrors } from "../../reference/state/errors.js"

/** Errors that no clause gives, and why not. */
export interface UnusedErrors {
  readonly errors: readonly string[]
  readonly reason: string
}

/** Reads spec/unusedErrors.yaml. */
export function readUnusedErrors(): readonly UnusedErrors[] {
  return parse(readFileSync(join(packageFolder, "spec", "unusedErrors.yaml"), "utf8"))
}

/** The errors that the pallets declare of which the model serves calls: `Pallet.Name`. */
export function declaredErrors(): readonly string[] {
  const served = new Set([...balancer.calls.keys()].map((call) => call.slice(0, call.indexOf("."))))
  return Object.entries(palletErrors)
    .filter(([pallet]) => served.has(pallet))
    .flatMap(([pallet, { errors }]) => Object.keys(errors).map((name) => `${pallet}.${name}`))
}

/** The errors that a clause says it gives, in its checks or beside them. */
function errorsOf({ errors = [], preconditions = [], errorsByCall = {} }: Clause): readonly string[] {
  const ofChecks = preconditions.flatMap(({ error }) => (error === undefined ? [] : [error]))
  return [...errors, ...ofChecks, ...Object.values(errorsByCall).flat()]
}

/** Declared errors with neither a clause nor a reason, and reasons for errors that have a clause or are not declared. */
export function errorProblems(
  chapters: readonly Chapter[],
  declared: readonly string[],
  unused: readonly UnusedErrors[],
): readonly string[] {
  const given = new Set(chapters.flatMap(({ clauses }) => clauses.flatMap(errorsOf)))
  const reasons = unused.flatMap(({ errors }) => errors)
  return [
    ...declared
      .filter((error) => !given.has(error) && !reasons.includes(error))
      .map((error) => `${error}: no clause gives it, and spec/unusedErrors.yaml has no reason`),
    ...reasons
      .filter((error, index) => given.has(error) || !declared.includes(error) || reasons.indexOf(error) !== index)
      .map((error) => `spec/unusedErrors.yaml has a reason for ${error}, which needs none`),
  ]
}
