import { describe, expect, it } from "vitest"
import { callChecks } from "./callChecks.js"
import type { Chapter, Clause } from "./readClauses.js"
import { notShown, refusalCoverage, type Unshown } from "./refusalCoverage.js"
import type { ShownRefusals } from "./shownRefusals.js"

function clause(id: string, more: Partial<Clause>): Clause {
  return { id, title: id, forks: ["balancer"], statement: id, functions: [], source: [], ...more }
}

function checksOf(...clauses: readonly Clause[]) {
  const chapter: Chapter = { chapter: "pool", title: "pool", introduction: "pool", clauses }
  return callChecks([chapter])
}

const call = "Swap.set_fee_rate"
const [a, b, c] = ["Swap.A", "Swap.B", "Swap.C"]

describe("the checks of a call", () => {
  it("follow each other in the order of the clause; what gives no error stands between its neighbours", () => {
    const preconditions = [
      { check: "one", error: a },
      { check: "two", error: b },
      { check: "silent" },
      { check: "three", error: c },
    ]
    expect(checksOf(clause("pool-01", { call, preconditions }))).toEqual([
      { call, errors: [a, b, c], pairs: [{ first: a, second: b }] },
    ])
  })

  it("hold those of another clause where it is named, and errors that no check has", () => {
    const named = clause("pool-02", {
      preconditions: [
        { check: "two", error: b },
        { check: "again", error: b },
      ],
    })
    const preconditions = [
      { check: "one", error: a },
      { check: "those of pool-02", of: "pool-02" },
    ]
    const own = clause("pool-01", { call, preconditions, errors: [a, c] })
    expect(checksOf(own, named)).toEqual([{ call, errors: [a, b, c], pairs: [{ first: a, second: b }] }])
  })

  it("are a call's own where the calls of a clause check different things", () => {
    const errorsByCall = { [call]: [b, a] }
    const preconditions = [
      { check: "one", error: a },
      { check: "two", error: b },
    ]
    expect(checksOf(clause("pool-01", { call: [call], preconditions, errorsByCall, errors: [c] }))).toEqual([
      { call, errors: [b, a], pairs: [{ first: b, second: a }] },
    ])
  })

  it("cannot be part of themselves", () => {
    const preconditions = [{ check: "those of pool-01", of: "pool-01" }]
    expect(() => checksOf(clause("pool-01", { call, preconditions }))).toThrow(
      "the checks of pool-01 are part of themselves",
    )
  })
})

describe("what vectors show", () => {
  const checks = [{ call, errors: [a, b], pairs: [{ first: a, second: b }] }]
  const shows = (errors: readonly string[], pairs: ShownRefusals["pairs"]) =>
    new Map([[call, { errors: new Set(errors), pairs }]])
  const problems = (shown: ReadonlyMap<string, ShownRefusals>, listed: readonly Unshown[]) =>
    notShown(refusalCoverage(checks, shown, listed), listed)

  it("is each error alone and each pair of checks that follow each other", () => {
    expect(problems(shows([a, b], [{ first: a, second: b }]), [])).toEqual([])
    expect(problems(shows([a], [{ first: b, second: a }]), [])).toEqual([
      `${call}: no vector shows ${b}`,
      `${call}: no vector shows ${a} before ${b}`,
    ])
  })

  it("need not be what has a reason, unless a vector shows it or no clause speaks of it", () => {
    const alone: Unshown = { calls: [call], error: b, reason: "because" }
    const pair: Unshown = { calls: [call], error: a, before: b, reason: "because" }
    expect(problems(shows([a], []), [alone, pair])).toEqual([])
    expect(problems(shows([a, b], [{ first: a, second: b }]), [alone, pair])).toHaveLength(2)
    const gone: Unshown = { calls: ["Swap.gone"], error: a, reason: "because" }
    expect(problems(shows([a, b], [{ first: a, second: b }]), [gone])).toEqual([
      `vectors/unshown.yaml gives a reason for Swap.gone: ${a}, which needs none`,
    ])
  })
})
