import { type ExpectedFailures, type KnownFailures, UNREPORTED } from "./expectedFailures.js"
import type { ImplementationResult, VectorResult } from "./result.js"
import { matcherOf } from "./select.js"

/** The entry as it is, unless some of its vectors pass: then those of them that still fail. */
function withoutPassing(entry: string, results: readonly VectorResult[]): readonly string[] {
  const isMatch = entry.includes("*") ? matcherOf(entry) : (id: string) => id === entry
  const under = results.filter(({ id }) => isMatch(id))
  const passes = under.some(({ status }) => status === "unexpected" || status === "passed")
  return passes ? under.filter(({ status }) => status === "expected").map(({ id }) => id) : [entry]
}

function kept(before: ExpectedFailures, results: readonly VectorResult[]): readonly KnownFailures[] {
  return before.failures.map((group) => ({
    ...group,
    vectors: group.vectors.flatMap((entry) => withoutPassing(entry, results)),
  }))
}

/** Says the same in every run: what an implementation says when it breaks may change from one to the next. */
function reasonOf({ status, clauses, chapter }: VectorResult): string {
  const rules = clauses.length === 0 ? chapter : clauses.join(", ")
  return `${rules}: ${status === "errored" ? "no usable answer" : "another answer"}`
}

function added(results: readonly VectorResult[]): readonly KnownFailures[] {
  const byReason = new Map<string, string[]>()
  for (const result of results) {
    if (result.status !== "failed" && result.status !== "errored") continue
    const reason = reasonOf(result)
    byReason.set(reason, [...(byReason.get(reason) ?? []), result.id])
  }
  return [...byReason].map(([reason, vectors]) => ({ issue: UNREPORTED, reason, vectors }))
}

function joined(groups: readonly KnownFailures[]): readonly KnownFailures[] {
  const byHead = new Map<string, KnownFailures>()
  for (const group of groups) {
    const head = JSON.stringify([group.issue, group.reason])
    byHead.set(head, { ...group, vectors: [...(byHead.get(head)?.vectors ?? []), ...group.vectors] })
  }
  return [...byHead.values()].filter(({ vectors }) => vectors.length > 0)
}

/**
 * What is to be expected after a run: what was listed before and did not pass, and everything else that failed. What was
 * listed and not run stays.
 */
export function updateExpected(
  { name, results }: ImplementationResult,
  before: ExpectedFailures | undefined,
): ExpectedFailures {
  const groups = [...(before === undefined ? [] : kept(before, results)), ...added(results)]
  return { implementation: name, failures: joined(groups) }
}
