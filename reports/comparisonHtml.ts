import { type Comparison, hasNewFailures, type ImplementationChanges } from "../harness/runner/compareReports.js"
import {
  type ChangeSection,
  changeText,
  implementationLines,
  implementationText,
  previousText,
  sectionsOf,
} from "./comparisonSections.js"
import { escapeMarkup as x } from "./escape.js"
import { htmlPage } from "./htmlPage.js"

const MOST_CHANGES = 500

function sectionBlock({ kind, title, tone, changes }: ChangeSection): string {
  const items = changes
    .slice(0, MOST_CHANGES)
    .map((change) => `<li><code>${x(change.id)}</code> <small>${x(changeText(change))}</small></li>`)
  const more = changes.length - items.length
  const rest = more > 0 ? `<li>… and ${more} more, which the JSON report has</li>` : ""
  const open = kind === "newlyFailing" ? " open" : ""
  return `<details class="data"${open}><summary><b class="${tone}">${changes.length}</b> ${title}</summary><ul class="reasons">${items.join("")}${rest}</ul></details>`
}

function implementationBlock(changes: ImplementationChanges): string {
  const sections = sectionsOf(changes)
  const body = sections.length === 0 ? "<p>no change</p>" : sections.map(sectionBlock).join("")
  return `<h3>${x(implementationText(changes))}</h3>${body}`
}

/** The difference to an earlier run, as a section of a page. */
export function comparisonSection(comparison: Comparison): string {
  const blocks = comparison.implementations.map(implementationBlock).join("")
  const others = implementationLines(comparison).map((line) => `<p>${x(line)}</p>`)
  return `<section><h2>Compared with ${x(previousText(comparison))}</h2>${blocks}${others.join("")}</section>`
}

/** The difference to an earlier run, as a page that needs nothing besides itself. */
export function renderComparisonHtml(comparison: Comparison): string {
  const [word, tone] = hasNewFailures(comparison) ? ["New failures", "failed"] : ["No new failures", "passed"]
  return htmlPage({
    title: `Subtensor conformance: ${word}`,
    header: `<p class="eyebrow">Subtensor conformance</p><h1 class="${tone}">${word}</h1>`,
    main: comparisonSection(comparison),
    footer: "A vector is newly failing when it fails or errors now and did not in the earlier run.",
  })
}
