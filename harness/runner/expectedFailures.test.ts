import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { applyExpected, staleEntries } from "./applyExpected.js"
import { exitStatusOf } from "./exitStatus.js"
import { type ExpectedFailures, parseExpectedFailures, renderExpectedFailures } from "./expectedFailures.js"
import { implementationOf, resultOf } from "./fixtures/reports.js"
import type { Status } from "./result.js"
import { updateExpected } from "./updateExpected.js"

const ISSUE = "https://example.org/mine/issues/3"

function listing(...vectors: readonly string[]): ExpectedFailures {
  return { implementation: "mine", failures: [{ issue: ISSUE, reason: "it floors", vectors }] }
}

const ran = implementationOf("mine", [
  resultOf("balancer/pool/price/low", "failed"),
  resultOf("balancer/pool/price/high", "errored"),
  resultOf("balancer/pool/price/even", "passed"),
  resultOf("balancer/pool/swap/small", "skipped"),
])

function statuses(expected: ExpectedFailures): readonly Status[] {
  return applyExpected(ran, { file: "mine.yaml", expected }).results.map(({ status }) => status)
}

describe("what is listed", () => {
  it("does not fail the run when it fails or errors", () => {
    const judged = applyExpected(ran, { file: "mine.yaml", expected: listing("*/low", "balancer/pool/price/high") })
    expect(judged.counts).toEqual({ passed: 1, failed: 0, skipped: 1, errored: 0, expected: 2 })
    expect(judged.results[0]?.known).toEqual({ issue: ISSUE, reason: "it floors" })
    expect(exitStatusOf([judged], [])).toBe(0)
  })

  it("fails the run when it passes, and the report says what to do", () => {
    const judged = applyExpected(ran, { file: "mine.yaml", expected: listing("balancer/pool/price/*") })
    expect(judged.results[2]).toMatchObject({
      status: "unexpected",
      reason: "unexpectedly passes: narrow balancer/pool/price/* in mine.yaml",
    })
    expect(exitStatusOf([judged], [])).toBe(1)
    const [, , even] = applyExpected(ran, { file: "mine.yaml", expected: listing("balancer/pool/price/even") }).results
    expect(even?.reason).toBe("unexpectedly passes: remove it from mine.yaml")
  })

  it("stays skipped when it is skipped", () => {
    expect(statuses(listing("balancer/pool/swap/small"))).toEqual(["failed", "errored", "passed", "skipped"])
  })

  it("is enough to have judged something", () => {
    const only = implementationOf("mine", [resultOf("balancer/pool/price/low", "expected")])
    expect(exitStatusOf([only], [])).toBe(0)
  })
})

describe("an entry that matches no vector", () => {
  const ids = ran.results.map(({ id }) => id)
  const entries = ["balancer/pool/price/low", "balancer/pool/*", "balancer/pool/gone", "rao/pool/x", "*/gone"]
  const file = { file: "mine.yaml", expected: listing(...entries) }

  it("is named", () => {
    expect(staleEntries(file, ids, {}).map(({ problem }) => problem)).toEqual([
      "the entry balancer/pool/gone matches no vector: remove it",
      "the entry rao/pool/x matches no vector: remove it",
      "the entry */gone matches no vector: remove it",
    ])
  })

  it("is not named when vectors of its fork or chapter were not read", () => {
    const gone = [{ file: "mine.yaml", problem: "the entry balancer/pool/gone matches no vector: remove it" }]
    expect(staleEntries(file, ids, { forks: ["balancer"] })).toEqual(gone)
    expect(staleEntries(file, ids, { forks: ["balancer"], chapters: ["pool"] })).toEqual(gone)
    expect(staleEntries(file, ids, { chapters: ["numbers"] })).toEqual([])
  })
})

describe("a file of expected failures", () => {
  it("is read as it was written", () => {
    const expected = listing("a/b/c", "a/b/*")
    expect(parseExpectedFailures(renderExpectedFailures(expected))).toEqual({
      ...expected,
      failures: [{ issue: ISSUE, reason: "it floors", vectors: ["a/b/*", "a/b/c"] }],
    })
  })

  it("has the same bytes whatever the order of what is in it", () => {
    const other = { issue: "unreported", reason: "it panics", vectors: ["z"] }
    const one = { implementation: "mine", failures: [...listing("b", "a").failures, other] }
    const two = { implementation: "mine", failures: [other, ...listing("a", "b", "a").failures] }
    expect(renderExpectedFailures(one)).toBe(renderExpectedFailures(two))
  })

  it.each([
    ["implementation: mine\nfailures: [", /^it is not YAML: .* at line 2/],
    ["implementation: mine", /^the file must have required property 'failures'$/],
    [renderExpectedFailures({ ...listing("a"), implementation: "" }), /^the file.implementation must NOT have fewer/],
    [renderExpectedFailures(listing("a")).replace(ISSUE, "three"), /^the file.failures\[0\].issue must match pattern/],
    [renderExpectedFailures(listing("a")).replace("reason", "because"), /must have required property 'reason'/],
    [renderExpectedFailures(listing()), /^the file.failures\[0\].vectors must NOT have fewer than 1 items$/],
    ["just a word", /^the file must be object$/],
  ])("is refused with what is wrong with it: %j", (text, message) => {
    expect(() => parseExpectedFailures(text)).toThrow(message)
  })
})

describe("what is to be expected after a run", () => {
  it("is everything that failed or errored, by rule", () => {
    expect(updateExpected(ran, undefined)).toEqual({
      implementation: "mine",
      failures: [
        { issue: "unreported", reason: "pool-07: another answer", vectors: ["balancer/pool/price/low"] },
        { issue: "unreported", reason: "pool-07: no usable answer", vectors: ["balancer/pool/price/high"] },
      ],
    })
  })

  it("keeps what was listed with its issue, drops what passes, adds what is new and keeps what was not run", () => {
    const expected = listing("balancer/pool/price/low", "balancer/pool/price/even", "rao/*")
    const judged = applyExpected(ran, { file: "mine.yaml", expected })
    expect(updateExpected(judged, expected).failures).toEqual([
      { issue: ISSUE, reason: "it floors", vectors: ["balancer/pool/price/low", "rao/*"] },
      { issue: "unreported", reason: "pool-07: no usable answer", vectors: ["balancer/pool/price/high"] },
    ])
  })

  it("has the ids that still fail in place of a pattern of which some pass", () => {
    const expected = listing("balancer/pool/price/*")
    const judged = applyExpected(ran, { file: "mine.yaml", expected })
    expect(updateExpected(judged, expected)).toEqual(listing("balancer/pool/price/low", "balancer/pool/price/high"))
  })

  it("makes the same run conform, whatever was listed before", () => {
    const statusLists = fc.array(fc.constantFrom<Status>("passed", "failed", "errored", "skipped"), { maxLength: 20 })
    const entries = fc.uniqueArray(fc.constantFrom("a/b/1", "a/b/2", "a/b/11", "a/b/1*", "a/*", "*", "x/y/*"))
    fc.assert(
      fc.property(statusLists, entries, (list, listed) => {
        const before = listing(...listed)
        const run = implementationOf(
          "mine",
          list.map((status, index) => resultOf(`a/b/${index}`, status)),
        )
        const judged = applyExpected(run, { file: "mine.yaml", expected: before })
        const again = applyExpected(run, { file: "mine.yaml", expected: updateExpected(judged, before) })
        expect(again.counts).toMatchObject({ failed: 0, errored: 0, passed: run.counts.passed })
        expect(again.counts.unexpected).toBeUndefined()
        expect(again.counts.expected ?? 0).toBe(run.counts.failed + run.counts.errored)
      }),
    )
  })
})
