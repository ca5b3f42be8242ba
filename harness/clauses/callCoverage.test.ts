import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { forkTable } from "../../reference/forks/forkTable.js"
import { callCoverage, declaredCalls, isServed, readOutOfScope } from "./callCoverage.js"
import { countCalls } from "./countCalls.js"
import { callsOf, readChapters } from "./readClauses.js"

const chapters = readChapters()
const outOfScope = readOutOfScope()
const coverage = callCoverage(chapters, new Map([["Swap.set_fee_rate", 7]]), outOfScope)

describe("every call of the chain's own pallets", () => {
  it("is listed once", () => {
    expect(coverage.map(({ call }) => call)).toEqual(declaredCalls)
    expect(new Set(declaredCalls).size).toBe(declaredCalls.length)
    expect(declaredCalls).toContain("SubtensorModule.add_stake")
    expect(declaredCalls).not.toContain("System.remark")
  })

  it("has a clause if the model serves it", () => {
    expect(coverage.filter(({ call, clauses }) => isServed(call) && clauses.length === 0)).toEqual([])
  })

  it("has a reason if the model does not serve it, and only then", () => {
    const unserved = declaredCalls.filter((call) => !isServed(call))
    expect([...outOfScope.keys()].sort()).toEqual(unserved.sort())
    expect(coverage.filter((row) => !isServed(row.call) && (row.outOfScope ?? "").length < 20)).toEqual([])
  })
})

it("clauses name no call that the chain does not declare", () => {
  const runtimes = [...forkTable.values()].map(({ runtime }) => runtime)
  const declared = new Set(runtimes.flatMap((runtime) => runtime.calls.map(({ pallet, name }) => `${pallet}.${name}`)))
  const named = chapters.flatMap(({ clauses }) => clauses).flatMap(callsOf)
  expect(named.filter((call) => !declared.has(call))).toEqual([])
})

it("a row has the chapter, the clauses, the vectors and the errors of its call", () => {
  expect(coverage.find(({ call }) => call === "Swap.set_fee_rate")).toEqual({
    call: "Swap.set_fee_rate",
    chapters: ["pool"],
    clauses: ["pool-21"],
    vectors: 7,
    errors: ["BadOrigin", "Swap.FeeRateTooHigh", "Swap.MechanismDoesNotExist"],
  })
})

it("vectors are counted once for every call that they make, calls inside calls too", () => {
  const folder = mkdtempSync(join(tmpdir(), "subtensor-spec-calls-"))
  const files = ["pool", "numbers"].map((chapter) => ({
    path: `balancer/${chapter}/file.json`,
    counts: { function: 1, transition: chapter === "pool" ? 1 : 0, trace: 0 },
  }))
  mkdirSync(join(folder, "balancer", "pool"), { recursive: true })
  writeFileSync(join(folder, "index.json"), JSON.stringify({ files }))
  const steps = [
    { initialize: true },
    { origin: "root", call: { "Swap.disable_lp": {} } },
    { origin: "root", call: { "Swap.disable_lp": {} } },
    { origin: "root", call: { "Utility.batch": { calls: [{ "Swap.set_fee_rate": { netuid: "1", rate: "2" } }] } } },
  ]
  const vectors = [{ input: { steps } }, { input: { blocks: [{ steps: steps.slice(0, 2) }] } }]
  writeFileSync(join(folder, "balancer", "pool", "file.json"), JSON.stringify({ vectors }))
  expect([...countCalls(folder, "balancer")]).toEqual([
    ["Swap.disable_lp", 2],
    ["Utility.batch", 1],
    ["Swap.set_fee_rate", 1],
  ])
})
