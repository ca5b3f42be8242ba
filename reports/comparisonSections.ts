import type { ChangeKind, Comparison, ImplementationChanges, VectorChange } from "../harness/runner/compareReports.js"
import type { Status } from "../harness/runner/result.js"

/** One kind of change at one implementation. */
export interface ChangeSection {
  readonly kind: ChangeKind
  readonly title: string
  readonly tone: Status
  readonly changes: readonly VectorChange[]
}

const SECTIONS = [
  { kind: "newlyFailing", title: "newly failing", tone: "failed" },
  { kind: "newlyPassing", title: "newly passing", tone: "passed" },
  { kind: "newlySkipped", title: "no longer run", tone: "skipped" },
  { kind: "added", title: "added", tone: "passed" },
  { kind: "removed", title: "removed", tone: "skipped" },
] as const satisfies Omit<ChangeSection, "changes">[]

/** The kinds of changes that there are at an implementation, the worst first. */
export function sectionsOf(changes: ImplementationChanges): readonly ChangeSection[] {
  return SECTIONS.map((section) => ({ ...section, changes: changes[section.kind] })).filter(
    (section) => section.changes.length > 0,
  )
}

/** What became of a vector, such as `passed → failed`. */
export function changeText({ before, after }: VectorChange): string {
  return [before, after].filter((status) => status !== undefined).join(" → ")
}

/** The implementation, with what it was in the earlier run where it is not the same now. */
export function implementationText({ name, version, previous }: ImplementationChanges): string {
  const isSame = name === previous.name && version === previous.version
  return isSame ? `${name} ${version}` : `${name} ${version} (before: ${previous.name} ${previous.version})`
}

/** The run that was compared with. */
export function previousText({ previous: { started, version } }: Comparison): string {
  return `the run of ${timeText(started)} with subtensor-spec ${version}`
}

/** A moment to the minute. */
export function timeText(moment: string): string {
  return `${moment.replace("T", " ").slice(0, 16)} UTC`
}

/** Implementations that only one of the runs had. */
export function implementationLines({ implementationsAdded, implementationsRemoved }: Comparison): readonly string[] {
  return [
    ...implementationsAdded.map((name) => `${name} was not in the earlier run`),
    ...implementationsRemoved.map((name) => `${name} was only in the earlier run`),
  ]
}
