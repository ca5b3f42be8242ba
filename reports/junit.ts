import type { ImplementationResult, KnownFailure, RunReport, VectorResult } from "../harness/runner/result.js"
import { differenceText } from "./differenceText.js"
import { escapeMarkup as x } from "./escape.js"

function knownText(known: KnownFailure | undefined): string {
  return known === undefined ? "expected failure" : `expected failure: ${known.reason}, ${known.issue}`
}

function bodyOf({ status, reason, clauses, failure, known }: VectorResult): string {
  if (status === "skipped") return `<skipped message="${x(reason ?? "")}"/>`
  if (status === "errored") return `<error message="${x(reason ?? "")}"/>`
  if (status === "unexpected") return `<failure message="${x(reason ?? "")}"/>`
  if (status === "expected") return `<skipped message="${x(knownText(known))}"/>`
  if (failure === undefined) return ""
  const [first] = failure.differences
  const text = [
    failure.comment,
    `clauses: ${clauses.join(", ")}`,
    ...(failure.checkpoint === undefined ? [] : [`first wrong: ${failure.checkpoint}`]),
    ...failure.differences.map(differenceText),
    failure.reproduce,
  ].join("\n")
  return `<failure message="${x(first === undefined ? "" : differenceText(first))}">${x(text)}</failure>`
}

function caseOf(result: VectorResult): string {
  const seconds = (result.milliseconds / 1000).toFixed(6)
  const head = `<testcase classname="${x(`${result.fork}.${result.chapter}`)}" name="${x(result.id)}" time="${seconds}"`
  const body = bodyOf(result)
  return body === "" ? `    ${head}/>` : `    ${head}>${body}</testcase>`
}

function suiteOf({ name, version, target, counts, results }: ImplementationResult): string {
  const { failed, errored, skipped, expected = 0, unexpected = 0 } = counts
  const seconds = results.reduce((sum, { milliseconds }) => sum + milliseconds / 1000, 0).toFixed(3)
  const title = name === target ? name : `${name} ${version} (${target})`
  const numbers = `tests="${results.length}" failures="${failed + unexpected}" errors="${errored}" skipped="${skipped + expected}" time="${seconds}"`
  return [`  <testsuite name="${x(title)}" ${numbers}>`, ...results.map(caseOf), "  </testsuite>"].join("\n")
}

/** The run as JUnit XML: a suite for each implementation, a case for each vector. It knows no expected failures: they are skipped. */
export function renderJunit({ implementations }: RunReport): string {
  const suites = implementations.map(suiteOf).join("\n")
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="subtensor-spec">\n${suites}\n</testsuites>\n`
}
