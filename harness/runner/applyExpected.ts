import { countsOf } from "./counts.js"
import type { ExpectedFailures } from "./expectedFailures.js"
import type { ImplementationResult, InputProblem, KnownFailure, VectorResult } from "./result.js"
import { matcherOf } from "./select.js"

/** Expected failures and the file in which they are listed. */
export interface ExpectedFile {
  readonly file: string
  readonly expected: ExpectedFailures
}

interface Entry extends KnownFailure {
  readonly pattern: string
}

function entriesOf({ failures }: ExpectedFailures): readonly Entry[] {
  return failures.flatMap(({ issue, reason, vectors }) => vectors.map((pattern) => ({ issue, reason, pattern })))
}

/** Finds the entry that a vector falls under: the one that is its id, else the first pattern that it matches. */
function finderOf(expected: ExpectedFailures): (id: string) => Entry | undefined {
  const entries = entriesOf(expected)
  const patterns = entries
    .filter(({ pattern }) => pattern.includes("*"))
    .map((entry) => ({ entry, isMatch: matcherOf(entry.pattern) }))
  const byId = new Map([...entries].reverse().map((entry) => [entry.pattern, entry]))
  return (id) => byId.get(id) ?? patterns.find(({ isMatch }) => isMatch(id))?.entry
}

function judged(result: VectorResult, entry: Entry | undefined, file: string): VectorResult {
  if (entry === undefined || result.status === "skipped" || result.notRun === true) return result
  const known: KnownFailure = { issue: entry.issue, reason: entry.reason }
  if (result.status !== "passed") return { ...result, status: "expected", known }
  const remedy = entry.pattern.includes("*") ? `narrow ${entry.pattern} in ${file}` : `remove it from ${file}`
  return { ...result, status: "unexpected", known, reason: `unexpectedly passes: ${remedy}` }
}

/** The result with what is listed told apart: failures that are expected, and those listed that passed. */
export function applyExpected(result: ImplementationResult, { file, expected }: ExpectedFile): ImplementationResult {
  const find = finderOf(expected)
  const results = result.results.map((one) => judged(one, find(one.id), file))
  return { ...result, counts: countsOf(results), results }
}

/** The forks and chapters of which vectors were read; all when undefined. */
export interface Scope {
  readonly forks?: readonly string[] | undefined
  readonly chapters?: readonly string[] | undefined
}

/**
 * Whether all vectors that a pattern speaks of are among those read: what stands before its first `*` says of which fork
 * and chapter they are.
 */
function isWithin({ forks, chapters }: Scope, pattern: string): boolean {
  const [fork = "", chapter = "", rest] = pattern.split("*", 1)[0]?.split("/") ?? []
  const isAmong = (name: string | undefined, names: readonly string[] | undefined) =>
    names === undefined || (name !== undefined && names.includes(name))
  return isAmong(fork, forks) && isAmong(rest === undefined ? undefined : chapter, chapters)
}

/** The entries that match no vector: their vectors are gone, or they are misspelt. */
export function staleEntries({ file, expected }: ExpectedFile, ids: readonly string[], scope: Scope): InputProblem[] {
  const known = new Set(ids)
  const isStale = ({ pattern }: Entry) =>
    !known.has(pattern) && !(pattern.includes("*") && ids.some(matcherOf(pattern)))
  return entriesOf(expected)
    .filter((entry) => isWithin(scope, entry.pattern) && isStale(entry))
    .map(({ pattern }) => ({ file, problem: `the entry ${pattern} matches no vector: remove it` }))
}
