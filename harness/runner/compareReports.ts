import type { ImplementationResult, ReportSelection, RunReport, Status, VectorResult } from "./result.js"
import { filtered } from "./select.js"

/** What became of a vector in the earlier run and in the later one. */
export interface VectorChange {
  readonly id: string
  readonly before?: Status
  readonly after?: Status
}

export const CHANGE_KINDS = ["newlyFailing", "newlyPassing", "newlySkipped", "added", "removed"] as const

export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** What changed at one implementation. Vectors that one of the runs was broken off before are no change. */
export interface ImplementationChanges extends Readonly<Record<ChangeKind, readonly VectorChange[]>> {
  readonly target: string
  readonly name: string
  readonly version: string
  /** What it called itself in the earlier run. */
  readonly previous: { readonly name: string; readonly version: string }
}

/** The difference of a run to an earlier one. */
export interface Comparison {
  readonly previous: { readonly started: string; readonly version: string }
  readonly implementations: readonly ImplementationChanges[]
  /** Names of implementations that only the later run had, and only the earlier. */
  readonly implementationsAdded: readonly string[]
  readonly implementationsRemoved: readonly string[]
}

type Outcome = "passes" | "fails" | "skipped"

const OUTCOMES: { readonly [S in Status]: Outcome } = {
  passed: "passes",
  unexpected: "passes",
  failed: "fails",
  errored: "fails",
  expected: "fails",
  skipped: "skipped",
}

const KIND_BY_OUTCOME: { readonly [O in Outcome]: ChangeKind } = {
  passes: "newlyPassing",
  fails: "newlyFailing",
  skipped: "newlySkipped",
}

/** The results of those vectors that a run of the selection would have had. */
function within({ forks, chapters, filter }: ReportSelection, results: readonly VectorResult[]): ReadonlySet<string> {
  const among = results.filter(
    ({ fork, chapter }) =>
      (forks.length === 0 || forks.includes(fork)) && (chapters.length === 0 || chapters.includes(chapter)),
  )
  return new Set(filtered(among, filter ?? undefined).map(({ id }) => id))
}

function statusesOf({ results }: ImplementationResult): ReadonlyMap<string, Status> {
  return new Map(results.map(({ id, status }) => [id, status]))
}

/** Vectors of one run that the other had no result for, though its selection covers them. */
function missing(
  { results }: ImplementationResult,
  other: ReadonlyMap<string, Status>,
  selection: ReportSelection,
): readonly VectorResult[] {
  const wanted = within(selection, results)
  return results.filter(({ id }) => wanted.has(id) && !other.has(id))
}

function changesOf(
  before: ImplementationResult,
  after: ImplementationResult,
  selections: { readonly before: ReportSelection; readonly after: ReportSelection },
): ImplementationChanges {
  const statuses = statusesOf(before)
  const notRun = new Set(
    [before, after].flatMap(({ results }) => results.filter((one) => one.notRun).map(({ id }) => id)),
  )
  const changed = after.results.flatMap(({ id, status }): VectorChange[] => {
    const earlier = statuses.get(id)
    const isSame = earlier === undefined || notRun.has(id) || OUTCOMES[earlier] === OUTCOMES[status]
    return isSame ? [] : [{ id, before: earlier, after: status }]
  })
  const having = (kind: ChangeKind) =>
    changed.filter((change) => change.after !== undefined && KIND_BY_OUTCOME[OUTCOMES[change.after]] === kind)
  return {
    target: after.target,
    name: after.name,
    version: after.version,
    previous: { name: before.name, version: before.version },
    newlyFailing: having("newlyFailing"),
    newlyPassing: having("newlyPassing"),
    newlySkipped: having("newlySkipped"),
    added: missing(after, statuses, selections.before).map(({ id, status }) => ({ id, after: status })),
    removed: missing(before, statusesOf(after), selections.after).map(({ id, status }) => ({ id, before: status })),
  }
}

/** The same implementation in the other report: by its target, else by its name, else the only one of each. */
function counterpart(
  { target, name }: ImplementationResult,
  own: readonly ImplementationResult[],
  others: readonly ImplementationResult[],
): ImplementationResult | undefined {
  const same = others.find((other) => other.target === target) ?? others.find((other) => other.name === name)
  return same ?? (own.length === 1 && others.length === 1 ? others[0] : undefined)
}

/** The difference of a run to an earlier one. Neither may be a shard: which vectors a shard has depends on all others. */
export function compareReports(before: RunReport, after: RunReport): Comparison {
  const [earlier, later] = [before.implementations, after.implementations]
  const selections = { before: before.selection, after: after.selection }
  const pairs = later.map((one) => ({ one, previous: counterpart(one, later, earlier) }))
  const known = new Set(pairs.map(({ previous }) => previous))
  return {
    previous: { started: before.started, version: before.tool.version },
    implementations: pairs.flatMap(({ one, previous }) =>
      previous === undefined ? [] : [changesOf(previous, one, selections)],
    ),
    implementationsAdded: pairs.flatMap(({ one, previous }) => (previous === undefined ? [one.name] : [])),
    implementationsRemoved: earlier.filter((one) => !known.has(one)).map(({ name }) => name),
  }
}

/** Whether anything fails that did not. */
export function hasNewFailures({ implementations }: Comparison): boolean {
  return implementations.some(({ newlyFailing }) => newlyFailing.length > 0)
}
