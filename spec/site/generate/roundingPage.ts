import type { Clause } from "../../../harness/clauses/readClauses.js"
import { readLedger, readUnshownRoundings } from "../../checks/ledger/ledger.js"
import { type Content, clauseAddress } from "./content.js"
import { badge, code, counted, link, markup, plural, table } from "./markup.js"
import type { Page } from "./page.js"
import { phrase } from "./prose.js"
import { vectorLink } from "./vectorLink.js"

/** What shows a row of the ledger, as cells of HTML: a vector with its deviation, or the reason why none does. */
type Shown = readonly [by: string, deviation: string]

function keyOf(clause: string, operation: string): string {
  return `${clause} ${operation}`
}

function shownRows(content: Content): ReadonlyMap<string, Shown> {
  const shown = new Map<string, Shown>()
  for (const { rows, reason } of readUnshownRoundings()) {
    for (const [clause, operations] of Object.entries(rows))
      for (const operation of operations) shown.set(keyOf(clause, operation), [phrase(content, reason), "never"])
  }
  for (const { clause, operation, vector, deviation } of readLedger())
    shown.set(keyOf(clause, operation), [vectorLink(content, vector), markup(deviation.replace("-", "−"))])
  return shown
}

function rowsOf(content: Content, { id, rounding, title, forks }: Clause, shown: ReadonlyMap<string, Shown>) {
  return (rounding ?? []).map(({ operation, direction, bound }) => {
    const [by, deviation] = shown.get(keyOf(id, operation)) ?? ["", ""]
    return [
      `${link(clauseAddress(id), id)}<br><small>${markup(title)}</small>`,
      `${code(operation)}<br>${forks.map((fork) => badge(fork, "fork")).join("")}`,
      phrase(content, direction),
      phrase(content, bound ?? ""),
      by,
      deviation,
    ]
  })
}

/** Every place that rounds, as one table. */
export function roundingPage(content: Content): Page {
  const shown = shownRows(content)
  const rows = [...content.clauses.values()].flatMap((clause) => rowsOf(content, clause, shown))
  const head = ["clause", "operation", "direction", "size", "shown by", "off by, in last places"]
  const body = `# The rounding ledger

Every place at which the chain's arithmetic rounds, truncates, saturates, wraps or drops: ${plural(rows.length, "row")}. Implementations in
other languages go wrong here first. A check compares the ledger with the code of the model both ways: no operation without a
row, and no row without the operation. ${counted(readLedger().length)} rows are shown by a vector in which the result is not the exact one; the last
column says by how many units of its last place it lies above (or, with a minus, below) the exact result there. For the others stands the reason why they never do.

${table("The rounding ledger", head, rows, "ledger")}
`
  return {
    path: "tables/rounding.md",
    title: "The rounding ledger",
    description: "Every place that rounds, its direction and its size",
    body,
    settings: { aside: false, pageClass: "wide" },
  }
}
