import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CHANGE_KINDS, compareReports, hasNewFailures } from "./compareReports.js"
import { implementationOf, reportOf, resultOf } from "./fixtures/reports.js"
import type { RunReport, Status } from "./result.js"

const STATUSES = ["passed", "failed", "skipped", "errored", "expected", "unexpected"] as const satisfies Status[]

/** A run of one implementation with these results, by the ids of their vectors. */
function run(statuses: { readonly [id: string]: Status }, selection: Partial<RunReport["selection"]> = {}): RunReport {
  const results = Object.entries(statuses).map(([id, status]) => resultOf(id, status))
  const report = reportOf([implementationOf("mine", results)])
  return { ...report, selection: { ...report.selection, ...selection } }
}

function changes(before: RunReport, after: RunReport) {
  const [changed] = compareReports(before, after).implementations
  return Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, changed?.[kind]]).filter(([, list]) => list?.length))
}

describe("the difference of two runs", () => {
  it.each<[Status, Status, string | undefined]>([
    ["passed", "failed", "newlyFailing"],
    ["passed", "errored", "newlyFailing"],
    ["passed", "expected", "newlyFailing"],
    ["skipped", "failed", "newlyFailing"],
    ["failed", "passed", "newlyPassing"],
    ["expected", "unexpected", "newlyPassing"],
    ["skipped", "passed", "newlyPassing"],
    ["passed", "skipped", "newlySkipped"],
    ["failed", "expected", undefined],
    ["failed", "errored", undefined],
    ["passed", "unexpected", undefined],
  ])("%s, then %s: %s", (before, after, kind) => {
    const expected = kind === undefined ? {} : { [kind]: [{ id: "balancer/pool/a/b", before, after }] }
    expect(changes(run({ "balancer/pool/a/b": before }), run({ "balancer/pool/a/b": after }))).toEqual(expected)
  })

  it("says nothing of a vector that one of them was broken off before", () => {
    const id = "balancer/pool/a/b"
    const notRun = { ...resultOf(id, "errored"), notRun: true }
    const brokenOff = reportOf([implementationOf("mine", [notRun])])
    expect(changes(run({ [id]: "passed" }), brokenOff)).toEqual({})
    expect(changes(brokenOff, run({ [id]: "passed" }))).toEqual({})
  })

  it("names vectors that only one of them had", () => {
    expect(changes(run({ "balancer/pool/a/gone": "passed" }), run({ "balancer/pool/a/new": "failed" }))).toEqual({
      added: [{ id: "balancer/pool/a/new", after: "failed" }],
      removed: [{ id: "balancer/pool/a/gone", before: "passed" }],
    })
  })

  it("counts no vector as added or removed that one of the runs was told to leave out", () => {
    const all = run({ "balancer/pool/a/b": "passed", "balancer/numbers/a/b": "passed", "rao/pool/a/b": "passed" })
    const part = { "balancer/pool/a/b": "passed" } as const
    for (const selection of [{ forks: ["balancer"], chapters: ["pool"] }, { filter: "balancer/pool/*" }]) {
      expect(changes(all, run(part, selection))).toEqual({})
      expect(changes(run(part, selection), all)).toEqual({})
    }
  })

  it("is empty for a run and itself, and turns around with the runs", () => {
    const runs = fc.dictionary(
      fc.constantFrom("balancer/pool/a/1", "rao/pool/a/2", "balancer/keys/a/3"),
      fc.constantFrom(...STATUSES),
    )
    fc.assert(
      fc.property(runs, runs, (one, other) => {
        expect(changes(run(one), run(one))).toEqual({})
        const [there] = compareReports(run(one), run(other)).implementations
        const [back] = compareReports(run(other), run(one)).implementations
        expect(there?.added.map(({ id }) => id).sort()).toEqual(back?.removed.map(({ id }) => id).sort())
        const all = CHANGE_KINDS.flatMap((kind) => there?.[kind].map(({ id }) => id) ?? [])
        expect(new Set(all).size).toBe(all.length)
      }),
    )
  })
})

describe("implementations", () => {
  const [one, two] = [implementationOf("one", []), implementationOf("two", [])]

  it("are the same by target, else by name, else when each run has only one", () => {
    const moved = { ...two, target: "stdio:elsewhere" }
    const names = (before: RunReport, after: RunReport) =>
      compareReports(before, after).implementations.map(({ name }) => name)
    expect(names(reportOf([one, two]), reportOf([moved, one]))).toEqual(["two", "one"])
    expect(names(reportOf([one]), reportOf([two]))).toEqual(["two"])
  })

  it("that only one of the runs had are named", () => {
    expect(compareReports(reportOf([one]), reportOf([one, two])).implementationsAdded).toEqual(["two"])
    expect(compareReports(reportOf([one, two]), reportOf([one])).implementationsRemoved).toEqual(["two"])
  })
})

it("only what newly fails is a new failure", () => {
  const before = run({ "balancer/pool/a/b": "passed" })
  expect(hasNewFailures(compareReports(before, run({ "balancer/pool/a/b": "failed" })))).toBe(true)
  expect(hasNewFailures(compareReports(before, run({ "balancer/pool/a/c": "failed" })))).toBe(false)
})
