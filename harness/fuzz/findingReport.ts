import pc from "picocolors"
import type { Json } from "../../reference/interface/valueType.js"
import { valueText } from "../../reports/differenceText.js"
import { failureText } from "../../reports/terminal.js"
import { abridge } from "../runner/abridge.js"
import type { Vector } from "../runner/vector.js"
import type { Finding, FuzzOutcome } from "./fuzz.js"

const LONGEST_INPUT = 2_000
const MOST_REASONS = 8
const MOST_LEFT_OUT = 3

/** The input as text, one parameter a line. */
function inputLines({ input }: Vector): readonly string[] {
  const json: { readonly [name: string]: Json } = JSON.parse(JSON.stringify(input))
  return Object.entries(json).map(([name, value]) => {
    const text = JSON.stringify(abridge(value))
    return `    ${name}: ${text.length > LONGEST_INPUT ? valueText(text) : text}`
  })
}

function erroredText({ vector, verdict }: Finding, reproduce: string): string {
  const head = `  ${pc.magenta(vector.id)} ${pc.dim(`[${vector.clauses.join(", ")}]`)}`
  return [head, `    ${vector.comment}`, `    it broke: ${verdict.reason}`, `    ${pc.dim(reproduce)}`].join("\n")
}

function failedText({ vector, verdict }: Finding, reproduce: string): string {
  const { id, kind, fork, chapter, clauses } = vector
  const { status, failure } = verdict
  if (failure === undefined) return id
  return failureText({
    id,
    kind,
    fork,
    chapter,
    clauses,
    status,
    milliseconds: 0,
    failure: { ...failure, reproduce },
  })
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`
}

/** What was found, explained as a run explains a failure, with its input. */
export function findingText(finding: Finding, reproduce: string): string {
  const { vector, verdict, run, shrinks, trials } = finding
  const what = verdict.status === "failed" ? "it differs from the model" : "it breaks"
  const explained = verdict.status === "failed" ? failedText(finding, reproduce) : erroredText(finding, reproduce)
  return [
    `${pc.bold(`in case ${run} ${what}`)}; made simpler ${times(shrinks)}, in ${trials} trials:`,
    explained,
    pc.bold("  input"),
    ...inputLines(vector),
  ].join("\n")
}

/** Which cases were not compared, and why; the most frequent reasons first. */
export function skippedLines({ skipped }: FuzzOutcome, leftOut: readonly string[]): readonly string[] {
  const counts = [...skipped].sort(([, a], [, b]) => b - a)
  const shown = counts.slice(0, MOST_REASONS).map(([reason, count]) => `  ${count} cases skipped: ${reason}`)
  const more = counts.length - shown.length
  const reasons = [...new Set(leftOut)]
  const never = reasons.slice(0, MOST_LEFT_OUT).map((reason) => `  never asked: ${reason}`)
  const moreNever = reasons.length - never.length
  return [
    ...shown,
    ...(more > 0 ? [`  … and ${more} more reasons`] : []),
    ...never,
    ...(moreNever > 0 ? [`  … and ${moreNever} more that it does not cover`] : []),
  ]
}
