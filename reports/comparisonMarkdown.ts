import type { Comparison, ImplementationChanges } from "../harness/runner/compareReports.js"
import {
  type ChangeSection,
  changeText,
  implementationLines,
  implementationText,
  previousText,
  sectionsOf,
} from "./comparisonSections.js"
import { escapeMarkdown as m } from "./escape.js"

const MOST_CHANGES = 50
const SIGN = { newlyFailing: "❌", newlyPassing: "✅", newlySkipped: "⏭️", added: "➕", removed: "➖" } as const

function sectionLines({ kind, title, changes }: ChangeSection): readonly string[] {
  const shown = changes.slice(0, MOST_CHANGES).map((change) => `  - ${m(change.id)} (${changeText(change)})`)
  const more = changes.length - shown.length
  return [`- ${SIGN[kind]} ${changes.length} ${title}`, ...shown, ...(more > 0 ? [`  - … and ${more} more`] : [])]
}

function implementationSection(changes: ImplementationChanges): readonly string[] {
  const sections = sectionsOf(changes)
  const lines = sections.length === 0 ? ["- no change"] : sections.flatMap(sectionLines)
  return [`### ${m(implementationText(changes))}`, "", ...lines, ""]
}

/** The difference to an earlier run, as Markdown. */
export function renderComparisonMarkdown(comparison: Comparison): string {
  return [
    `## Compared with ${m(previousText(comparison))}`,
    "",
    ...comparison.implementations.flatMap(implementationSection),
    ...implementationLines(comparison).map((line) => `- ${m(line)}`),
    "",
  ].join("\n")
}
