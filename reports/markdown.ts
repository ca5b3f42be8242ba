import type { Counts, ImplementationResult, RunReport, Status, VectorResult } from "../harness/runner/result.js"
import { differenceText } from "./differenceText.js"
import { escapeMarkdown as m } from "./escape.js"
import { gridOf, reasonsOf, worstOf } from "./grid.js"
import { cellText } from "./terminal.js"
import { tolerancesOf } from "./tolerance.js"

const MOST_FAILURES = 20
const SIGN: { readonly [S in Status | "empty"]: string } = {
  passed: "✅",
  failed: "❌",
  errored: "💥",
  skipped: "⏭️",
  empty: "",
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

function detail(implementation: ImplementationResult): readonly string[] {
  const failures = implementation.results.filter(({ status }) => status === "failed")
  const more = failures.length - MOST_FAILURES
  const lines = [
    ...failures.slice(0, MOST_FAILURES).flatMap(failureLines),
    ...(more > 0 ? [`- … and ${more} more failures`] : []),
    ...reasonsOf(implementation, "errored").map(({ reason, count }) => `- ${count} errored: ${m(reason)}`),
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
  const title = report.exitStatus === 0 ? "✅ Conforms" : "❌ Does not conform"
  const problems = report.problems.map(({ file, problem }) => `- unusable: ${m(`${file}: ${problem}`)}`)
  return [
    `## ${title}`,
    "",
    `${report.vectors} vectors, subtensor-spec ${report.tool.version}, ${report.seconds.toFixed(1)} s`,
    "",
    ...grid(report),
    ...report.implementations.flatMap(detail),
    ...(problems.length === 0 ? [] : ["", ...problems]),
    "",
  ].join("\n")
}
