import { describe, expect, it, vi } from "vitest"
import type { Handshake } from "../protocol/messages.js"
import { addition, halving } from "./fixtures/vectors.js"
import { judgeFunction } from "./judgeFunction.js"

vi.mock("../../reference/interface/functionTable.js", async () => import("./fixtures/functionTable.js"))

const exact: Handshake = { name: "x", version: "1", protocol: 1, forks: ["balancer"] }
const approximate: Handshake = { ...exact, approximate: ["consensus.*"] }
const right = { ok: { shares: ["2147483648", "1073741824"], count: "2" } }
const near = { ok: { shares: ["2147483650", "1073741824"], count: "2" } }

describe("checkpoints", () => {
  it("name the first value that went wrong, in the order of the computation", () => {
    const answer = { ...near, checkpoints: { first: "1", total: "6442450945" } }
    const { checkpoint, differences } = judgeFunction(halving("x"), answer, exact)
    expect(checkpoint).toBe("total")
    expect(differences.map(({ path }) => path)).toEqual(["checkpoints.total", "checkpoints.first", "result.shares[0]"])
  })

  it("need not be reported", () => {
    expect(judgeFunction(halving("x"), right, exact).differences).toEqual([])
  })

  it("must be right where they are reported", () => {
    const answer = { ...right, checkpoints: { total: "1" } }
    expect(judgeFunction(halving("x"), answer, exact).differences).toHaveLength(1)
  })
})

describe("tolerances", () => {
  const tolerant = halving("x", { shares: "2" })

  it("do not count for an implementation that calls itself exact", () => {
    expect(judgeFunction(tolerant, near, exact).differences).toHaveLength(1)
  })

  it("of the vector count for an approximate one, and what was seen is kept", () => {
    const { differences, distances } = judgeFunction(tolerant, near, approximate)
    expect(differences).toEqual([])
    expect(distances).toEqual({ shares: { seen: "2", allowed: "2" } })
  })

  it("end where they end", () => {
    const far = { ok: { shares: ["2147483651", "1073741824"], count: "2" } }
    expect(judgeFunction(tolerant, far, approximate).differences).toMatchObject([{ distance: "3", tolerance: "2" }])
  })

  it("of a result are not those of a checkpoint", () => {
    const answer = { ...right, checkpoints: { total: "6442450945" } }
    const ofResult = judgeFunction(halving("x", { total: "2" }), answer, approximate)
    const ofCheckpoint = judgeFunction(halving("x", { "checkpoints.total": "2" }), answer, approximate)
    expect(ofResult.differences.map(({ path }) => path)).toEqual(["checkpoints.total"])
    expect(ofCheckpoint.differences).toEqual([])
    expect(ofCheckpoint.distances).toEqual({ "checkpoints.total": { seen: "1", allowed: "2" } })
  })

  it("are for the quantities that they name only", () => {
    const miscounted = { ok: { shares: ["2147483648", "1073741824"], count: "3" } }
    expect(judgeFunction(tolerant, miscounted, approximate).differences).toHaveLength(1)
  })

  it("of the implementation do not widen those of the vector", () => {
    const greedy = { ...approximate, tolerances: { "consensus.halve": { shares: "1000", count: "1" } } }
    const far = { ok: { shares: ["2147483651", "1073741824"], count: "3" } }
    expect(judgeFunction(tolerant, far, greedy).differences.map(({ path }) => path)).toEqual(["result.shares[0]"])
  })
})

describe("refusals", () => {
  const refused = { ...addition("x", "1", "2", "3"), expect: { error: "Numbers.Overflow" } }

  it("must have the right name", () => {
    expect(judgeFunction(refused, { error: "Numbers.Overflow" }, exact).differences).toEqual([])
    expect(judgeFunction(refused, { error: "Numbers.Other" }, exact).differences).toMatchObject([
      { path: "answer.error", expected: "Numbers.Overflow", got: "Numbers.Other" },
    ])
  })

  it("are not results", () => {
    expect(judgeFunction(refused, { ok: "3" }, exact).differences).toHaveLength(2)
  })
})
