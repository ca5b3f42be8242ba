import type { Counts, ImplementationResult, RunReport, Status, VectorResult } from "../harness/runner/result.js"
import { renderComparisonMarkdown } from "./comparisonMarkdown.js"
import { differenceText } from "./differenceText.js"
import { escapeMarkdown as m } from "./escape.js"
import { gridOf, knownFailuresOf, reasonsOf, worstOf } from "./grid.js"
import { cellText } from "./terminal.js"
import { tolerancesOf } from "./tolerance.js"

const MOST_FAILURES = 20
const SIGN: { readonly [S in Status | "empty"]: string } = {
  passed: "✅",
  failed: "❌",
  unexpected: "❗",
  errored: "💥",
  expected: "🟡",
  skipped: "⏭️",
  empty: "",
}

const TITLES: { readonly [status: number]: string } = {
  0: "✅ Conforms",
  1: "❌ Does not conform",
  2: "❌ Some of the input could not be used",
  3: "💥 Could not be judged in full",
  4: "⏭️ Nothing was judged",
}

function cell(counts: Counts): string {
  return `${SIGN[worstOf(counts)]} ${cellText(counts)}`.trim()
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`
}

function grid(report: RunReport): readonly string[] {
  const head = ["fork", "chapter", ...report.implementations.map(({ name, version }) => m(`${name} ${version}`))]
  const body = gridOf(report).map(({ fork, chapter, cells }) => row([m(fork), m(chapter), ...cells.map(cell)]))
  return [row(head), row(head.map(() => "---")), ...body]
}

function failureLines({ id, clauses, failure }: VectorResult): readonly string[] {
  if (failure === undefined) return []
  const [first] = failure.differences
  return [
    `- **${m(id)}** (${m(clauses.join(", "))}): ${m(failure.comment)}`,
    ...(failure.checkpoint === undefined ? [] : [`  - first wrong: ${m(failure.checkpoint)}`]),
    ...(first === undefined ? [] : [`  - ${m(differenceText(first))}`]),
    `  - \`${failure.reproduce.replaceAll("`", "'")}\``,
  ]
}

function unexpectedLines({ results }: ImplementationResult): readonly string[] {
  const listed = results.filter(({ status }) => status === "unexpected")
  const more = listed.length - MOST_FAILURES
  const shown = listed.slice(0, MOST_FAILURES).map(({ id, reason }) => `- **${m(id)}** ${m(reason ?? "")}`)
  return more > 0 ? [...shown, `- … and ${more} more that unexpectedly pass`] : shown
}

function detail(implementation: ImplementationResult): readonly string[] {
  const failures = implementation.results.filter(({ status }) => status === "failed")
  const more = failures.length - MOST_FAILURES
  const lines = [
    ...failures.slice(0, MOST_FAILURES).flatMap(failureLines),
    ...(more > 0 ? [`- … and ${more} more failures`] : []),
    ...unexpectedLines(implementation),
    ...reasonsOf(implementation, "errored").map(({ reason, count }) => `- ${count} errored: ${m(reason)}`),
    ...knownFailuresOf(implementation).map(
      ({ count, issue, reason }) => `- 🟡 ${count} expected: ${m(reason)}, ${m(issue)}`,
    ),
    ...reasonsOf(implementation, "skipped").map(({ reason, count }) => `- ${count} skipped: ${m(reason)}`),
    ...tolerancesOf(implementation).map(
      ({ group, quantity, seen, allowed }) =>
        `- within tolerance: ${m(`${group} ${quantity}`)}, at most ${seen} of ${allowed} units in the last place`,
    ),
  ]
  return lines.length === 0 ? [] : ["", `### ${m(implementation.name)}`, "", ...lines]
}

/** The run as Markdown, for the summary of a continuous integration job. */
export function renderMarkdown(report: RunReport): string {
  const title = TITLES[report.exitStatus] ?? "❌ Ended"
  const problems = report.problems.map(({ file, problem }) => `- unusable: ${m(`${file}: ${problem}`)}`)
  return [
    `## ${title}`,
    "",
    `${report.vectors} vectors, subtensor-spec ${report.tool.version}, ${report.seconds.toFixed(1)} s`,
    "",
    ...grid(report),
    ...report.implementations.flatMap(detail),
    ...(report.comparison === undefined ? [] : ["", renderComparisonMarkdown(report.comparison).trimEnd()]),
    ...(problems.length === 0 ? [] : ["", ...problems]),
    "",
  ].join("\n")
}
