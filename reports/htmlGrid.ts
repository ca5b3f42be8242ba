import type { Counts, ImplementationResult, RunReport } from "../harness/runner/result.js"
import { escapeMarkup as x } from "./escape.js"
import { type GridRow, gridOf, totalOf, worstOf } from "./grid.js"

const PARTS = ["passed", "failed", "unexpected", "errored", "expected", "skipped"] as const

/** The place on the page that tells about an implementation. */
export function anchorOf(target: string): string {
  return `impl-${target.replace(/[^A-Za-z0-9]+/g, "-")}`
}

function bar(counts: Counts): string {
  const total = totalOf(counts)
  const part = (status: (typeof PARTS)[number]) => {
    const { [status]: count = 0 } = counts
    return count === 0 ? "" : `<i class="${status}" style="width:${((100 * count) / total).toFixed(2)}%"></i>`
  }
  return `<span class="bar">${PARTS.map(part).join("")}</span>`
}

function cell(counts: Counts): string {
  const total = totalOf(counts)
  if (total === 0) return '<td class="empty">–</td>'
  const judged = total - counts.skipped
  const number = judged === 0 ? "skipped" : `${counts.passed}<small>/${judged}</small>`
  const title = PARTS.flatMap((status) => {
    const { [status]: count } = counts
    return count === undefined ? [] : [`${count} ${status}`]
  }).join(", ")
  return `<td class="${worstOf(counts)}" title="${x(title)}"><span class="number">${number}</span>${bar(counts)}</td>`
}

function heading({ target, name, version }: ImplementationResult): string {
  const below = name === target ? "" : `<small>${x(version)}</small>`
  return `<th scope="col"><a href="#${anchorOf(target)}">${x(name)}</a>${below}</th>`
}

function line({ fork, chapter, cells }: GridRow): string {
  return `<tr><th scope="row"><small>${x(fork)}</small> ${x(chapter)}</th>${cells.map(cell).join("")}</tr>`
}

/** Chapters down, implementations across: how many of the vectors that it covers each passed. */
export function renderGrid(report: RunReport): string {
  const head = `<tr><th></th>${report.implementations.map(heading).join("")}</tr>`
  const totals = report.implementations.map(({ counts }) => cell(counts)).join("")
  const foot = `<tr><th scope="row">all</th>${totals}</tr>`
  return `<div class="scroll"><table class="grid"><thead>${head}</thead><tbody>${gridOf(report).map(line).join("")}</tbody><tfoot>${foot}</tfoot></table></div>`
}
