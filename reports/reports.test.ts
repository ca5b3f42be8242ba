import { describe, expect, it } from "vitest"
import type { RunReport, VectorResult } from "../harness/runner/result.js"
import { gridOf } from "./grid.js"
import { renderHtml } from "./html.js"
import { renderJunit } from "./junit.js"
import { renderMarkdown } from "./markdown.js"
import { renderTerminal } from "./terminal.js"

const HOSTILE = `<script>alert("1&2")</script>\u0000|'`

const head = { kind: "function", fork: "balancer", clauses: ["pool-07"], milliseconds: 1.5 } as const

const failed: VectorResult = {
  ...head,
  id: "balancer/pool/price/low",
  chapter: "pool",
  status: "failed",
  failure: {
    comment: HOSTILE,
    subject: "pool.currentPrice",
    input: { reserve: "7" },
    expected: { ok: "1" },
    got: { ok: "3" },
    checkpoint: "ratio",
    differences: [
      { path: "result", expected: "1", got: "3", expectedDecimal: "0.25", gotDecimal: "0.75", distance: "2" },
    ],
    differenceCount: 4,
    reproduce: "npx subtensor-spec run --impl wasm:a.wasm --filter balancer/pool/price/low",
  },
}

const passed: VectorResult = {
  ...head,
  id: "balancer/numbers/add/one",
  chapter: "numbers",
  status: "passed",
  distances: { shares: { seen: "3", allowed: "9" } },
}

const skipped: VectorResult = { ...head, id: "balancer/pool/x/y", chapter: "pool", status: "skipped", reason: HOSTILE }
const errored: VectorResult = {
  ...head,
  id: "balancer/pool/x/z",
  chapter: "pool",
  status: "errored",
  reason: "it died",
}

const report: RunReport = {
  format: 1,
  tool: { name: "subtensor-spec", version: "0.1.0" },
  started: "2026-01-02T03:04:05.000Z",
  seconds: 1.25,
  selection: { forks: [], chapters: [], filter: null },
  vectors: 4,
  problems: [{ file: "vectors/x.json", problem: HOSTILE }],
  implementations: [
    {
      target: "wasm:a.wasm",
      name: HOSTILE,
      version: "1",
      counts: { passed: 1, failed: 1, skipped: 1, errored: 1 },
      results: [failed, passed, skipped, errored],
    },
  ],
  exitStatus: 1,
}

const forms = {
  html: renderHtml(report),
  junit: renderJunit(report),
  markdown: renderMarkdown(report),
  terminal: renderTerminal(report),
}

describe.each(Object.entries(forms))("the %s report", (_, text) => {
  it("tells of a failure: the vector, the clause, the checkpoint, the decimals, the distance, how to reproduce it", () => {
    for (const part of ["balancer/pool/price/low", "pool-07", "ratio", "0.25", "0.75"]) {
      expect(text.replaceAll("\\", "")).toContain(part)
    }
    expect(text).toContain("2 units in the last place")
    expect(text).toContain("npx subtensor-spec run --impl wasm:a.wasm --filter balancer/pool/price/low")
  })

  it("tells why something was skipped or errored", () => {
    expect(text).toContain("it died")
    expect(text).toContain("skipped")
  })
})

describe("what implementations and vectors say", () => {
  it.each(["html", "junit", "markdown"] as const)("is text, not markup, in the %s report", (form) => {
    expect(
      forms[form].replace(/<script>\ndocument[\s\S]*?<\/script>|<script>document[\s\S]*?<\/script>/, ""),
    ).not.toContain("<script>")
  })

  it("holds no character that XML forbids", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
    expect(forms.junit).not.toMatch(/[\u0000-\u0008]/)
  })
})

describe("the page", () => {
  it("needs nothing besides itself", () => {
    expect(forms.html).not.toMatch(/\b(?:src|href)="(?!#)/)
    expect(forms.html).toContain("default-src 'none'")
  })

  it("has input, expectation and answer of a failure", () => {
    expect(forms.html).toContain("&quot;reserve&quot;: &quot;7&quot;")
    expect(forms.html).toContain("<summary>expected</summary>")
    expect(forms.html).toContain("<summary>got</summary>")
  })
})

describe("the grid", () => {
  it("has the chapters in the specification's order", () => {
    expect(gridOf(report).map(({ chapter }) => chapter)).toEqual(["numbers", "pool"])
  })

  it("counts every result once", () => {
    expect(gridOf(report)[1]?.cells).toEqual([{ passed: 0, failed: 1, skipped: 1, errored: 1 }])
  })
})

it("JUnit counts what it holds", () => {
  expect(forms.junit).toContain('tests="4" failures="1" errors="1" skipped="1"')
  expect(forms.junit.match(/<testcase /g)).toHaveLength(4)
})

it("what was judged within tolerances is told with what was seen and allowed", () => {
  expect(forms.terminal).toContain("shares: at most 3 of 9 units in the last place, in 1 vectors")
  expect(forms.html).toContain("<td>3</td><td>9</td>")
})
