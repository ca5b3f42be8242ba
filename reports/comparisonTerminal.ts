import pc from "picocolors"
import type { Comparison, ImplementationChanges } from "../harness/runner/compareReports.js"
import {
  type ChangeSection,
  changeText,
  implementationLines,
  implementationText,
  previousText,
  sectionsOf,
} from "./comparisonSections.js"

const MOST_CHANGES = 10
const COLOUR = {
  newlyFailing: pc.red,
  newlyPassing: pc.green,
  newlySkipped: pc.dim,
  added: pc.dim,
  removed: pc.dim,
} as const

function sectionLines({ kind, title, changes }: ChangeSection): readonly string[] {
  const shown = changes.slice(0, MOST_CHANGES).map((change) => `    ${change.id} ${pc.dim(changeText(change))}`)
  const more = changes.length - shown.length
  return [`  ${COLOUR[kind](`${changes.length} ${title}`)}`, ...shown, ...(more > 0 ? [`    … and ${more} more`] : [])]
}

function implementationSection(changes: ImplementationChanges): readonly string[] {
  const sections = sectionsOf(changes)
  return sections.length === 0
    ? [`${implementationText(changes)}: no change`]
    : [`${implementationText(changes)}:`, ...sections.flatMap(sectionLines)]
}

/** The difference to an earlier run, for a terminal. */
export function renderComparisonTerminal(comparison: Comparison): string {
  return [
    pc.bold(`Compared with ${previousText(comparison)}`),
    ...comparison.implementations.flatMap(implementationSection),
    ...implementationLines(comparison),
  ].join("\n")
}
