import type { RunReport } from "../../../harness/runner/result.js"
import { renderGrid } from "../../../reports/htmlGrid.js"
import type { Content } from "./content.js"
import { counted, markup, plural, scrolling, table } from "./markup.js"
import type { Page } from "./page.js"

const NO_REPORT = `No run has been reported where this site was built. \`npm start\` runs every vector against the model and the sample
implementations and writes the report; \`npm run docs\` then shows it here.`

function totals({ implementations }: RunReport): string {
  const rows = implementations.map(({ name, version, target, counts }) => [
    `<strong>${markup(name)}</strong> <small>${markup(version)}</small>`,
    `<code>${markup(target)}</code>`,
    ...[counts.passed, counts.failed, counts.errored, counts.skipped].map((count) => counted(count)),
  ])
  const head = ["implementation", "target", "passed", "failed", "errored", "skipped"]
  return table("Implementations", head, rows, "numbers-right")
}

function reported(report: RunReport): string {
  const verdict = report.exitStatus === 0 ? "conforms" : "does not conform"
  return `The last run: ${plural(report.vectors, "vector")}, ${plural(report.implementations.length, "implementation")}, ${report.started.slice(0, 10)}. It **${verdict}**.

${totals(report)}

## Chapters and implementations

How many of the vectors that it covers each passed. What an implementation does not cover is skipped, never passed.

${scrolling(
  "Chapters and implementations",
  renderGrid(report)
    .replace('<div class="scroll">', "<div>")
    .replaceAll(/<a href="#[^"]*">([^<]*)<\/a>/g, "$1"),
)}

<p><a href="~/conformance.html" target="_blank" rel="noopener">The full report</a>, with every failure, its first differing value and the line that reproduces it.</p>`
}

/** What the last run of the vectors gave. */
export function reportPage({ report }: Content): Page {
  return {
    path: "test/report.md",
    title: "Conformance report",
    description: "What the last run of all vectors gave, implementation by implementation",
    body: `# Conformance report\n\n${report === undefined ? NO_REPORT : reported(report)}\n`,
    settings: { pageClass: "wide" },
  }
}
