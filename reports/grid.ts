import type { Counts, ImplementationResult, RunReport, Status, VectorResult } from "../harness/runner/result.js"

/** The chapters in the order in which the specification has them. */
const CHAPTERS: readonly string[] = [
  "numbers",
  "state",
  "emission",
  "pool",
  "consensus",
  "coinbase",
  "staking",
  "children",
  "root",
  "registration",
  "weights",
  "keys",
  "locks",
  "subnets",
  "leases",
  "hyperparameters",
]

/** One line of the grid: a chapter of a fork, and how each implementation did. */
export interface GridRow {
  readonly fork: string
  readonly chapter: string
  readonly cells: readonly Counts[]
}

const NONE: Counts = { passed: 0, failed: 0, skipped: 0, errored: 0 }

function keyOf({ fork, chapter }: { readonly fork: string; readonly chapter: string }): string {
  return `${fork}/${chapter}`
}

function tally(results: readonly VectorResult[]): ReadonlyMap<string, Counts> {
  const byRow = new Map<string, Counts>()
  for (const result of results) {
    const counts = byRow.get(keyOf(result)) ?? NONE
    byRow.set(keyOf(result), { ...counts, [result.status]: (counts[result.status] ?? 0) + 1 })
  }
  return byRow
}

function order(row: { readonly fork: string; readonly chapter: string }): string {
  const place = CHAPTERS.indexOf(row.chapter)
  return `${row.fork}/${String(place < 0 ? CHAPTERS.length : place).padStart(2, "0")}/${row.chapter}`
}

/** Chapters down, implementations across. */
export function gridOf({ implementations }: RunReport): readonly GridRow[] {
  const tallies = implementations.map(({ results }) => tally(results))
  const rows = new Map<string, { readonly fork: string; readonly chapter: string }>()
  for (const { results } of implementations) {
    for (const { fork, chapter } of results) rows.set(keyOf({ fork, chapter }), { fork, chapter })
  }
  return [...rows.values()]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((row) => ({ ...row, cells: tallies.map((counts) => counts.get(keyOf(row)) ?? NONE) }))
}

/** How many vectors a cell speaks of. */
export function totalOf({ passed, failed, skipped, errored, expected = 0, unexpected = 0 }: Counts): number {
  return passed + failed + skipped + errored + expected + unexpected
}

/** The statuses, the worst first. */
const WORST_FIRST = ["failed", "unexpected", "errored", "expected", "passed", "skipped"] as const satisfies Status[]

/** The one word for a cell: the worst status in it. */
export function worstOf(counts: Counts): Status | "empty" {
  return WORST_FIRST.find((status) => (counts[status] ?? 0) > 0) ?? "empty"
}

/** A reason, how many vectors have it, and the first of them. */
export interface ReasonCount {
  readonly reason: string
  readonly count: number
  readonly first: string
}

/** Why vectors of an implementation have a status, the most frequent reason first. */
export function reasonsOf({ results }: ImplementationResult, status: Status): readonly ReasonCount[] {
  const reasons = new Map<string, ReasonCount>()
  for (const { id, status: given, reason = "no reason given" } of results) {
    if (given !== status) continue
    const before = reasons.get(reason) ?? { reason, count: 0, first: id }
    reasons.set(reason, { ...before, count: before.count + 1 })
  }
  return [...reasons.values()].sort((a, b) => b.count - a.count)
}

/** Known failures of an implementation: as many as there are for each issue and reason, the most frequent first. */
export function knownFailuresOf({
  results,
}: ImplementationResult): readonly (ReasonCount & { readonly issue: string })[] {
  const known = new Map<string, ReasonCount & { readonly issue: string }>()
  for (const { id, status, known: why } of results) {
    if (status !== "expected" || why === undefined) continue
    const key = JSON.stringify([why.issue, why.reason])
    const before = known.get(key) ?? { ...why, count: 0, first: id }
    known.set(key, { ...before, count: before.count + 1 })
  }
  return [...known.values()].sort((a, b) => b.count - a.count)
}
