import { describe, expect, it } from "vitest"
import { type Comparison, compareReports } from "../harness/runner/compareReports.js"
import { implementationOf, reportOf, resultOf } from "../harness/runner/fixtures/reports.js"
import { renderBadge } from "./badge.js"
import { renderComparisonHtml } from "./comparisonHtml.js"
import { renderComparisonMarkdown } from "./comparisonMarkdown.js"
import { renderComparisonTerminal } from "./comparisonTerminal.js"
import { renderHtml } from "./html.js"
import { renderMarkdown } from "./markdown.js"
import { renderTerminal } from "./terminal.js"

const HOSTILE = "<script>alert(1)</script>"

const before = reportOf([
  implementationOf(HOSTILE, [
    resultOf("balancer/pool/a/1", "passed"),
    resultOf("balancer/pool/a/2", "failed"),
    resultOf("balancer/pool/a/3", "passed"),
    resultOf("balancer/pool/a/4", "passed"),
  ]),
  implementationOf("gone", []),
])
const after = reportOf([
  implementationOf(HOSTILE, [
    resultOf("balancer/pool/a/1", "failed"),
    resultOf("balancer/pool/a/2", "passed"),
    resultOf("balancer/pool/a/3", "skipped"),
    resultOf("balancer/pool/a/5", "passed"),
  ]),
  implementationOf("new", []),
])
const comparison = compareReports(before, after)

const renderers: readonly (readonly [string, (comparison: Comparison) => string])[] = [
  ["terminal", renderComparisonTerminal],
  ["markdown", renderComparisonMarkdown],
  ["html", renderComparisonHtml],
  ["terminal report", (difference) => renderTerminal({ ...after, comparison: difference })],
  ["markdown report", (difference) => renderMarkdown({ ...after, comparison: difference })],
  ["html report", (difference) => renderHtml({ ...after, comparison: difference })],
]

describe.each(renderers)("the difference of two runs as %s", (_, render) => {
  // How a form sets a count off from its words does not matter here.
  const text = render(comparison)
    .replace(/<[^>]*>/g, "")
    .replaceAll("\\", "")

  it("has every kind of change with its vectors", () => {
    for (const kind of ["1 newly failing", "1 newly passing", "1 no longer run", "1 added", "1 removed"]) {
      expect(text).toContain(kind)
    }
    for (const id of [1, 2, 3, 4, 5]) expect(text).toContain(`balancer/pool/a/${id}`)
    expect(text).toContain("passed → failed")
  })

  it("says with which run it was compared, and which implementations only one of them had", () => {
    expect(text).toContain("the run of 2026-01-02 03:04 UTC with subtensor-spec 0.1.0")
    expect(text).toContain("new was not in the earlier run")
    expect(text).toContain("gone was only in the earlier run")
  })

  it("says so when nothing changed", () => {
    expect(render(compareReports(before, before))).toContain("no change")
  })
})

it("names of implementations are text, not markup", () => {
  expect(renderComparisonHtml(comparison)).not.toContain(HOSTILE)
  expect(renderComparisonMarkdown(comparison)).not.toContain("<script>")
})

describe("the badge", () => {
  const badgeOf = (...statuses: readonly Parameters<typeof resultOf>[1][]) =>
    JSON.parse(
      renderBadge(
        reportOf([
          implementationOf(
            "mine",
            statuses.map((status, n) => resultOf(`${n}`, status)),
          ),
        ]),
      ),
    )

  it("is what shields.io takes", () => {
    const badge = { schemaVersion: 1, label: "Subtensor conformance", message: "2/2 passed", color: "brightgreen" }
    expect(badgeOf("passed", "passed", "skipped")).toEqual(badge)
  })

  it.each([
    [["passed", "failed", "errored"], "1/3, 1 failing", "red"],
    [["passed", "unexpected"], "1/2, 1 failing", "red"],
    [["passed", "errored", "expected"], "1/3, 1 errored", "orange"],
    [["passed", "expected"], "1/2, 1 known failure", "yellow"],
    [["skipped"], "nothing judged", "lightgrey"],
  ] as const)("of %j is %s, %s", (statuses, message, color) => {
    expect(badgeOf(...statuses)).toMatchObject({ message, color })
  })

  it("tells of unusable input before anything else", () => {
    expect(JSON.parse(renderBadge({ ...after, exitStatus: 2 }))).toMatchObject({ message: "unusable input" })
  })
})
