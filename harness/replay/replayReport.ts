import type { DescribedDifference } from "./describeDifference.js"
import type { ReplayedPhase } from "./replayRecording.js"

/** How many phases matched the recording, differed from it, or could not be carried out. */
export interface PhaseCounts {
  matched: number
  diverged: number
  unsupported: number
}

/** The counts of one family, or of everything. */
export interface ReplayCounts {
  files: number
  blocks: number
  phases: PhaseCounts
  /** Diverged phases whose events differ. */
  events: number
}

/** A phase that differs from its recording. */
export interface Divergence {
  readonly file: string
  readonly block: number
  readonly phase: string
  readonly call?: string
  readonly clauses: readonly string[]
  readonly differences: readonly DescribedDifference[]
}

/** What a replay found. */
export interface ReplayReport extends ReplayCounts {
  families: Record<string, ReplayCounts>
  divergences: Divergence[]
  /** Why phases were unsupported: each reason once, with the number of phases. */
  unsupported: Record<string, number>
  /** Recordings that could not be used: where and why. */
  problems: string[]
}

const noCounts = (): ReplayCounts => ({
  files: 0,
  blocks: 0,
  phases: { matched: 0, diverged: 0, unsupported: 0 },
  events: 0,
})

/** A report of nothing. */
export function emptyReport(): ReplayReport {
  return { ...noCounts(), families: {}, divergences: [], unsupported: {}, problems: [] }
}

/** The part of a file's name before its dash. */
export function familyOf(name: string): string {
  return name.split("-")[0] ?? name
}

/** Counts a file and its blocks. */
export function countFile(report: ReplayReport, family: string, blocks: number): void {
  for (const counts of [report, familyCounts(report, family)]) {
    counts.files += 1
    counts.blocks += blocks
  }
}

function familyCounts(report: ReplayReport, family: string): ReplayCounts {
  const counts = report.families[family] ?? noCounts()
  report.families[family] = counts
  return counts
}

/** Counts what came of a phase. */
export function countPhase(report: ReplayReport, family: string, { verdict }: ReplayedPhase): void {
  if (verdict.kind === "unanswered") return
  for (const counts of [report, familyCounts(report, family)]) {
    counts.phases[verdict.kind] += 1
    if (verdict.kind === "diverged" && verdict.differences.some(({ kind }) => kind === "event")) counts.events += 1
  }
  if (verdict.kind === "unsupported") report.unsupported[verdict.reason] = (report.unsupported[verdict.reason] ?? 0) + 1
}

/** Counts so many phases of a file that the model could not begin. */
export function countUnsupported(report: ReplayReport, family: string, phases: number, reason: string): void {
  for (const counts of [report, familyCounts(report, family)]) counts.phases.unsupported += phases
  report.unsupported[reason] = (report.unsupported[reason] ?? 0) + phases
}

/** Whether every phase matched. */
export function allMatched({ phases }: ReplayReport): boolean {
  return phases.diverged === 0 && phases.unsupported === 0
}

function row(name: string, { files, blocks, phases, events }: ReplayCounts): string {
  const numbers = [files, blocks, phases.matched, phases.diverged, phases.unsupported, events]
  return name.padEnd(14) + numbers.map((value) => String(value).padStart(12)).join("")
}

/** The counts as a table, a line a family and one for all. */
export function summaryTable(report: ReplayReport): string {
  const head =
    "family".padEnd(14) +
    ["files", "blocks", "matched", "diverged", "unsupported", "events"].map((title) => title.padStart(12)).join("")
  const families = Object.entries(report.families).sort(([a], [b]) => (a < b ? -1 : 1))
  return [head, ...families.map(([name, counts]) => row(name, counts)), row("total", report)].join("\n")
}
