import pc from "picocolors"
import type { Counts, ImplementationResult, RunReport, VectorResult } from "../harness/runner/result.js"
import { renderComparisonTerminal } from "./comparisonTerminal.js"
import { differenceText } from "./differenceText.js"
import { type GridRow, gridOf, knownFailuresOf, reasonsOf, totalOf, worstOf } from "./grid.js"
import { tolerancesOf } from "./tolerance.js"

const MOST_FAILURES = 10
const MOST_REASONS = 5

const MEANING: { readonly [status: number]: string } = {
  0: "conforms",
  1: "does not conform",
  2: "some of the input could not be used",
  3: "could not be judged in full",
  4: "nothing was judged",
  129: "interrupted",
  130: "interrupted",
  143: "interrupted",
}

const COLOUR = {
  passed: pc.green,
  failed: pc.red,
  unexpected: pc.red,
  errored: pc.magenta,
  expected: pc.yellow,
  skipped: pc.dim,
  empty: pc.dim,
} as const

/** What a cell says besides how many passed: `failed` is what is left. */
const BESIDE = ["unexpected", "errored", "expected", "skipped"] as const

/** A cell: how many of the vectors that it covers pass, then what else there is. */
export function cellText(counts: Counts): string {
  const judged = totalOf(counts) - counts.skipped
  if (judged === 0) return counts.skipped === 0 ? "–" : `${counts.skipped} skipped`
  const rest = BESIDE.flatMap((status) => ((counts[status] ?? 0) > 0 ? [`${counts[status]} ${status}`] : []))
  return [`${counts.passed}/${judged}`, ...rest].join(", ")
}

function columnWidths(table: readonly (readonly string[])[]): readonly number[] {
  const columns = table[0]?.length ?? 0
  return Array.from({ length: columns }, (_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
}

function headingOf({ name, version, target }: ImplementationResult): string {
  return name === target ? name : `${name} ${version}`
}

function gridText(report: RunReport): string {
  const rows = gridOf(report)
  const head = ["fork", "chapter", ...report.implementations.map(headingOf)]
  const body = rows.map(({ fork, chapter, cells }) => [fork, chapter, ...cells.map(cellText)])
  const widths = columnWidths([head, ...body])
  const pad = (text: string, column: number) => text.padEnd(widths[column] ?? 0)
  const coloured = (row: GridRow, text: string, column: number) => {
    const counts = row.cells[column - 2]
    return counts === undefined ? pad(text, column) : COLOUR[worstOf(counts)](pad(text, column))
  }
  const lines = body.map((texts, index) => {
    const row = rows[index]
    return row === undefined ? "" : texts.map((text, column) => coloured(row, text, column)).join("  ")
  })
  return [pc.bold(head.map(pad).join("  ")), ...lines].join("\n")
}

/** A failed vector with what differs, in lines. */
export function failureText({ id, clauses, failure }: VectorResult): string {
  if (failure === undefined) return id
  const first = failure.differences.slice(0, 3).map((difference) => `    ${differenceText(difference)}`)
  const more = failure.differenceCount - first.length
  return [
    `  ${pc.red(id)} ${pc.dim(`[${clauses.join(", ")}]`)}`,
    `    ${failure.subject}: ${failure.comment}`,
    ...(failure.checkpoint === undefined ? [] : [`    first wrong: ${pc.bold(failure.checkpoint)}`]),
    ...first,
    ...(more > 0 ? [`    … and ${more} more differences`] : []),
    `    ${pc.dim(failure.reproduce)}`,
  ].join("\n")
}

function knownLines(implementation: ImplementationResult): readonly string[] {
  return knownFailuresOf(implementation).map(({ count, issue, reason, first }) =>
    [`  ${pc.yellow(`${count} expected`)}: ${reason}, ${issue}`, pc.dim(`(from ${first})`)].join(" "),
  )
}

function unexpectedLines({ results }: ImplementationResult): readonly string[] {
  const listed = results.filter(({ status }) => status === "unexpected")
  const shown = listed.slice(0, MOST_FAILURES).map(({ id, reason }) => `  ${pc.red(id)} ${reason}`)
  const more = listed.length - shown.length
  return more > 0 ? [...shown, `  … and ${more} more that unexpectedly pass`] : shown
}

function reasonLines(implementation: ImplementationResult, status: "skipped" | "errored"): readonly string[] {
  const reasons = reasonsOf(implementation, status)
  const shown = reasons
    .slice(0, MOST_REASONS)
    .map(({ reason, count, first }) => `  ${count} ${status}: ${reason} ${pc.dim(`(from ${first})`)}`)
  const more = reasons.length - shown.length
  return more > 0 ? [...shown, `  … and ${more} more reasons`] : shown
}

function toleranceLines(implementation: ImplementationResult): readonly string[] {
  return tolerancesOf(implementation).map(
    ({ group, quantity, vectors, seen, allowed }) =>
      `  ${group} ${quantity}: at most ${seen} of ${allowed} units in the last place, in ${vectors} vectors`,
  )
}

function detailText(implementation: ImplementationResult): readonly string[] {
  const failures = implementation.results.filter((result) => result.status === "failed")
  const shown = failures.slice(0, MOST_FAILURES).map(failureText)
  const more = failures.length - shown.length
  const lines = [
    ...shown,
    ...(more > 0 ? [`  … and ${more} more failures`] : []),
    ...unexpectedLines(implementation),
    ...reasonLines(implementation, "errored"),
    ...knownLines(implementation),
    ...reasonLines(implementation, "skipped"),
    ...toleranceLines(implementation),
  ]
  return lines.length === 0 ? [] : ["", pc.bold(headingOf(implementation)), ...lines]
}

function meaningOf({ exitStatus, implementations }: RunReport): string {
  const expected = implementations.reduce((sum, { counts }) => sum + (counts.expected ?? 0), 0)
  const meaning = MEANING[exitStatus] ?? "ended"
  return exitStatus === 0 && expected > 0 ? `${meaning} but for ${expected} expected failures` : meaning
}

/** The summary of a run for a terminal. */
export function renderTerminal(report: RunReport, folder?: string): string {
  const meaning = meaningOf(report)
  const colour = report.exitStatus === 0 ? pc.green : pc.red
  const lines = [
    gridText(report),
    ...report.implementations.flatMap(detailText),
    ...(report.comparison === undefined ? [] : ["", renderComparisonTerminal(report.comparison)]),
    "",
    `${report.vectors} vectors, ${report.implementations.length} implementation${report.implementations.length === 1 ? "" : "s"}, ${report.seconds.toFixed(1)} s: ${colour(meaning)}`,
    ...(report.problems.length === 0 ? [] : [`${report.problems.length} vectors or files could not be used`]),
    ...(folder === undefined ? [] : [`reports are in ${folder}`]),
  ]
  return `${lines.join("\n")}\n`
}
