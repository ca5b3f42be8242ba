import type { Difference, Failure, ImplementationResult, VectorResult } from "../harness/runner/result.js"
import type { Json } from "../reference/interface/valueType.js"
import { distanceText, valueText } from "./differenceText.js"
import { escapeMarkup as x } from "./escape.js"
import { knownFailuresOf, reasonsOf } from "./grid.js"
import { anchorOf } from "./htmlGrid.js"
import { tolerancesOf } from "./tolerance.js"

const MOST_FAILURES = 500

function value(json: Json | undefined, decimal: string | undefined): string {
  const small = decimal === undefined ? "" : `<small>${x(decimal)}</small>`
  return `<code>${x(valueText(json))}</code>${small}`
}

function differenceRow(difference: Difference): string {
  const { path, expected, got, expectedDecimal, gotDecimal } = difference
  return `<tr><td><code>${x(path)}</code></td><td class="want">${value(expected, expectedDecimal)}</td><td class="gave">${value(got, gotDecimal)}</td><td>${x(distanceText(difference) ?? "–")}</td></tr>`
}

function differences({ differences: list, differenceCount }: Failure): string {
  const more = differenceCount - list.length
  const rest = more > 0 ? `<tr><td colspan="4">… and ${more} more</td></tr>` : ""
  return `<div class="scroll"><table class="differences"><thead><tr><th>where</th><th>expected</th><th>got</th><th>distance</th></tr></thead><tbody>${list.map(differenceRow).join("")}${rest}</tbody></table></div>`
}

function data(title: string, json: Json): string {
  return `<details class="data"><summary>${title}</summary><pre>${x(JSON.stringify(json, null, 2))}</pre></details>`
}

/** What a closed block shows of its failure: where it began, or how far off its first value is. */
function glance({ checkpoint, differences: [first] }: Failure): string {
  const text = checkpoint ?? (first === undefined ? undefined : distanceText(first))
  return text === undefined ? "" : `<span class="glance">${x(text)}</span>`
}

function failureBlock({ id, clauses, failure, known }: VectorResult, place: number): string {
  if (failure === undefined) return ""
  const marks = clauses.map((clause) => `<span class="clause">${x(clause)}</span>`).join(" ")
  const checkpoint =
    failure.checkpoint === undefined ? "" : `<p class="first">first wrong: <b>${x(failure.checkpoint)}</b></p>`
  return `<details class="${known === undefined ? "failure" : "failure known"}"${place === 0 && known === undefined ? " open" : ""}><summary><code>${x(id)}</code> ${marks}${glance(failure)}</summary>
<p><b>${x(failure.subject)}</b>: ${x(failure.comment)}</p>${checkpoint}
${differences(failure)}
${data("input", failure.input)}${data("expected", failure.expected)}${data("got", failure.got)}
<p class="reproduce"><button type="button" data-copy>copy</button><code>${x(failure.reproduce)}</code></p></details>`
}

function failures({ results }: ImplementationResult): string {
  const failed = results.filter(({ status }) => status === "failed")
  if (failed.length === 0) return ""
  const more = failed.length - MOST_FAILURES
  const rest = more > 0 ? `<p>… and ${more} more, which the JSON report has.</p>` : ""
  return `<h3>${failed.length} failed</h3>${failed.slice(0, MOST_FAILURES).map(failureBlock).join("")}${rest}`
}

function issueLink(issue: string): string {
  return issue.startsWith("http") ? `<a href="${x(issue)}" rel="noreferrer">${x(issue)}</a>` : x(issue)
}

function knownFailures(implementation: ImplementationResult): string {
  const groups = knownFailuresOf(implementation).map(({ count, issue, reason, first }) => {
    const from = `<small>from <code>${x(first)}</code></small>`
    return `<li><b class="expected">${count}</b> ${x(reason)} · ${issueLink(issue)} ${from}</li>`
  })
  if (groups.length === 0) return ""
  const listed = implementation.results.filter(({ status }) => status === "expected")
  const blocks = listed.slice(0, MOST_FAILURES).map(failureBlock).join("")
  return `<h3>${listed.length} expected</h3><ul class="reasons">${groups.join("")}</ul>${blocks}`
}

function unexpected({ results }: ImplementationResult): string {
  const listed = results.filter(({ status }) => status === "unexpected")
  if (listed.length === 0) return ""
  const items = listed.map(({ id, reason }) => `<li><code>${x(id)}</code> ${x(reason ?? "")}</li>`).join("")
  return `<h3>${listed.length} unexpected</h3><ul class="reasons">${items}</ul>`
}

function reasons(implementation: ImplementationResult, status: "errored" | "skipped"): string {
  const list = reasonsOf(implementation, status)
  if (list.length === 0) return ""
  const items = list
    .map(
      ({ reason, count, first }) =>
        `<li><b class="${status}">${count}</b> ${x(reason)} <small>from <code>${x(first)}</code></small></li>`,
    )
    .join("")
  return `<h3>${implementation.counts[status]} ${status}</h3><ul class="reasons">${items}</ul>`
}

function tolerances(implementation: ImplementationResult): string {
  const rows = tolerancesOf(implementation).map(
    ({ group, quantity, vectors, seen, allowed }) =>
      `<tr><td><code>${x(group)}</code></td><td>${x(quantity)}</td><td>${vectors}</td><td>${seen}</td><td>${allowed}</td></tr>`,
  )
  if (rows.length === 0) return ""
  return `<h3>Judged within tolerances</h3><p>It computes these inexactly. Distances are in units of the last place.</p><div class="scroll"><table class="differences"><thead><tr><th>vectors</th><th>quantity</th><th>count</th><th>largest seen</th><th>allowed</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`
}

/** What there is to say about one implementation besides its column in the grid. */
export function renderDetails(implementation: ImplementationResult): string {
  const { target, name, version, counts, problem } = implementation
  const trouble = problem === undefined ? "" : `<p class="trouble">${x(problem)}</p>`
  const parts = [
    failures(implementation),
    unexpected(implementation),
    reasons(implementation, "errored"),
    knownFailures(implementation),
    reasons(implementation, "skipped"),
    tolerances(implementation),
  ].join("")
  const quiet = parts === "" ? `<p>All ${counts.passed} vectors passed.</p>` : parts
  const subtitle = name === target ? "" : `<small>${x(version)} · <code>${x(target)}</code></small>`
  return `<section id="${anchorOf(target)}"><h2>${x(name)} ${subtitle}</h2>${trouble}${quiet}</section>`
}
