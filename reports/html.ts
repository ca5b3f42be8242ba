import type { ImplementationResult, RunReport } from "../harness/runner/result.js"
import { comparisonSection } from "./comparisonHtml.js"
import { timeText } from "./comparisonSections.js"
import { escapeMarkup as x } from "./escape.js"
import { renderDetails } from "./htmlDetails.js"
import { renderGrid } from "./htmlGrid.js"
import { htmlPage } from "./htmlPage.js"

const VERDICTS: { readonly [status: number]: { readonly word: string; readonly tone: string } } = {
  0: { word: "Conforms", tone: "passed" },
  1: { word: "Does not conform", tone: "failed" },
  2: { word: "Some of the input could not be used", tone: "errored" },
  3: { word: "Could not be judged in full", tone: "errored" },
  4: { word: "Nothing was judged", tone: "skipped" },
}

function sum(implementations: readonly ImplementationResult[], status: keyof ImplementationResult["counts"]): number {
  return implementations.reduce((total, { counts }) => total + (counts[status] ?? 0), 0)
}

function figure(value: string, label: string, tone: string): string {
  return `<div class="figure ${tone}"><b>${x(value)}</b><span>${x(label)}</span></div>`
}

/** Known failures have a figure only where there are some. */
function knownFigures(implementations: readonly ImplementationResult[]): readonly string[] {
  return (["expected", "unexpected"] as const)
    .filter((status) => sum(implementations, status) > 0)
    .map((status) => figure(String(sum(implementations, status)), status, status))
}

function figures({ implementations, vectors, seconds }: RunReport): string {
  return [
    figure(String(vectors), "vectors", ""),
    figure(String(sum(implementations, "passed")), "passed", "passed"),
    figure(String(sum(implementations, "failed")), "failed", "failed"),
    figure(String(sum(implementations, "errored")), "errored", "errored"),
    ...knownFigures(implementations),
    figure(String(sum(implementations, "skipped")), "skipped", "skipped"),
    figure(`${seconds.toFixed(1)} s`, "time", ""),
  ].join("")
}

function selectionText({ selection }: RunReport): string {
  const parts = [
    ...(selection.forks.length === 0 ? [] : [`forks ${selection.forks.join(", ")}`]),
    ...(selection.chapters.length === 0 ? [] : [`chapters ${selection.chapters.join(", ")}`]),
    ...(selection.shard === undefined ? [] : [`shard ${selection.shard.number} of ${selection.shard.of}`]),
    ...(selection.filter === null ? [] : [`filter ${selection.filter}`]),
  ]
  return parts.length === 0 ? "all vectors" : parts.join(" · ")
}

function problems({ problems: list }: RunReport): string {
  if (list.length === 0) return ""
  const items = list.map(({ file, problem }) => `<li><code>${x(file)}</code> ${x(problem)}</li>`).join("")
  return `<section><h2>Unusable input</h2><ul class="reasons">${items}</ul></section>`
}

/** The run as one page that needs nothing besides itself. */
export function renderHtml(report: RunReport): string {
  const verdict = VERDICTS[report.exitStatus] ?? { word: "Ended", tone: "errored" }
  const { tool, started, comparison } = report
  return htmlPage({
    title: `Subtensor conformance: ${x(verdict.word)}`,
    header: `<p class="eyebrow">Subtensor conformance</p>
<h1 class="${verdict.tone}">${x(verdict.word)}</h1>
<p class="meta">${x(selectionText(report))} · ${x(tool.name)} ${x(tool.version)} · ${x(timeText(started))}</p>
<div class="figures">${figures(report)}</div>`,
    main: [
      problems(report),
      comparison === undefined ? "" : comparisonSection(comparison),
      `<section><h2>Chapters and implementations</h2>${renderGrid(report)}</section>`,
      ...report.implementations.map(renderDetails),
    ].join("\n"),
    footer:
      "Numbers are exact: integers in decimal, fixed-point numbers as raw bits with their decimal value beside them; distances count units of the last place.",
  })
}
