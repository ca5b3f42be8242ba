import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { describe, expect, it, vi } from "vitest"
import { quoted } from "../transports/commandLine.js"
import { parseTarget } from "../transports/target.js"
import { addition, halving } from "./fixtures/vectors.js"
import type { ImplementationResult } from "./result.js"
import { runImplementation } from "./runImplementation.js"
import type { Vector } from "./vector.js"

vi.mock("../../reference/interface/functionTable.js", async () => import("./fixtures/functionTable.js"))

const FAKE = fileURLToPath(new URL("../transports/fixtures/fakeImplementation.mjs", import.meta.url))
const one = addition("one", "1", "2", "3")
const two = addition("two", "3", "4", "7")
const three = addition("three", "5", "6", "11")

function fake(manner: string, detail = ""): string {
  return `stdio:${[process.execPath, FAKE, manner, detail].map(quoted).join(" ")}`
}

function run(target: string, vectors: readonly Vector[], timeout = 30_000, jobs = 1): Promise<ImplementationResult> {
  return runImplementation(parseTarget(target), vectors, { jobs, timeout, reproduceWith: [] })
}

function processesNaming(mark: string): number {
  return execFileSync("ps", ["-eo", "args"])
    .toString()
    .split("\n")
    .filter((line) => line.includes(mark)).length
}

describe("an implementation that answers", () => {
  it("passes the vectors that it gets right", async () => {
    const { counts, name } = await run(fake("well"), [one, two, three])
    expect(counts).toEqual({ passed: 3, failed: 0, skipped: 0, errored: 0 })
    expect(name).toBe("fake")
  })

  it("gives the same results with several instances", async () => {
    const { results } = await run(fake("well"), [one, two, three], 30_000, 3)
    expect(results.map(({ id, status }) => [id, status])).toEqual([one, two, three].map(({ id }) => [id, "passed"]))
  })

  it("fails with both values, their distance and one line that reproduces it", async () => {
    const target = fake("offByOne")
    const { results } = await run(target, [one])
    const failure = results[0]?.failure
    expect(results[0]?.status).toBe("failed")
    expect(failure?.differences).toEqual([{ path: "result", expected: "3", got: "4", distance: "1" }])
    expect(failure?.reproduce).toContain(`--filter ${one.id}`)
    expect(failure?.reproduce).toContain(quoted(target))
  })

  it("fails when it refuses what must be accepted", async () => {
    const { results } = await run(fake("refuses"), [one])
    expect(results[0]?.status).toBe("failed")
    expect(results[0]?.failure?.got).toEqual({ error: "Numbers.Overflow" })
  })

  it("runs the model in process", async () => {
    const { counts } = await run("reference", [one, halving("plain")])
    expect(counts).toEqual({ passed: 2, failed: 0, skipped: 0, errored: 0 })
  })
})

describe("what an implementation does not cover is skipped with a reason", () => {
  it.each([
    ["otherFork", "its forks are rao, not balancer"],
    ["otherChapter", "it does not cover numbers"],
    ["otherFunction", "it does not have numbers.add"],
    ["unsupported", "addition is too hard"],
  ])("%s", async (manner, reason) => {
    const { results } = await run(fake(manner), [one])
    expect(results[0]).toMatchObject({ status: "skipped", reason })
  })

  it("transitions, when it says nothing of steps", async () => {
    const transition: Vector = {
      ...one,
      kind: "transition",
      input: { state: {}, blockNumber: "1", parentHash: "0x", blockAuthor: null, steps: [{ initialize: true }] },
      expect: { steps: [{}] },
    }
    const { results } = await run(fake("well"), [transition])
    expect(results[0]).toMatchObject({ status: "skipped", reason: "it does not have transitions" })
  })
})

describe("what makes no sense is errored, never failed", () => {
  it.each([
    ["dies", /ended with status 7; its last words: out of cheese/],
    ["garbage", /the answer is malformed: it is not JSON: "hello"/],
    ["nan", /the answer is malformed: it is not JSON/],
    ["nanText", /result: "NaN" is not a decimal integer/],
    ["number", /result: an integer is written as a decimal string.*not 5/],
    ["negative", /result: -1 is below the least u64, 0/],
    ["beyond", /result: 18446744073709551616 is above the largest u64/],
    ["wrongId", /the answer has the id 3 instead of the id 2/],
    ["noId", /the answer has no id instead of the id 2/],
    ["both", /either a result or an error/],
    ["notRpc", /not a JSON-RPC 2.0 response/],
    ["huge", /longer than 67108864 bytes/],
    ["deep", /nested more than 64 levels deep/],
    ["noResult", /the answer is malformed: result/],
    ["internal", /error -32603: it broke inside/],
  ])("%s", async (manner, reason) => {
    const { results, counts } = await run(fake(manner), [one])
    expect(counts).toEqual({ passed: 0, failed: 0, skipped: 0, errored: 1 })
    expect(results[0]?.reason).toMatch(reason)
  })

  it.each([
    ["stdio:no-such-program-anywhere", /no-such-program-anywhere could not be started: there is no such program/],
    [fake("protocol9"), /speaks version 9 of the protocol; this harness speaks 1/],
    [fake("noName"), /the handshake failed: the answer is malformed: result must have required property/],
    ["wasm:/no/such/file.wasm", /there is no readable file \/no\/such\/file.wasm/],
    ["http://127.0.0.1:9/", /http:\/\/127.0.0.1:9\/ cannot be reached/],
  ])("%s", async (target, problem) => {
    const result = await run(target, [one, two])
    expect(result.problem).toMatch(problem)
    expect(result.counts.errored).toBe(2)
  })
})

describe("the run goes on with the next vector", () => {
  it("when an implementation dies half-way: it is started anew", async () => {
    const { results } = await run(fake("diesAt", "3"), [one, two, three])
    expect(results.map(({ status }) => status)).toEqual(["passed", "errored", "passed"])
  })

  it("when it says more than it was asked", async () => {
    const { counts } = await run(fake("twice"), [one, two, three])
    expect(counts.failed).toBe(0)
    expect(counts.passed).toBeGreaterThan(0)
  })

  it("when it hangs: it is ended after the time it has, with all that it started", async () => {
    const mark = `subtensor-spec-hang-${process.pid}`
    const { results } = await run(fake("hangsWithChild", mark), [one], 3_000)
    expect(results[0]).toMatchObject({ status: "errored", reason: "no answer within 3 s" })
    await vi.waitFor(() => expect(processesNaming(mark)).toBe(0), { timeout: 10_000 })
  })

  it("when it never answers the handshake", async () => {
    const { problem } = await run(fake("mute"), [one], 700)
    expect(problem).toBe("the handshake failed: no answer within 0.7 s")
  })

  it("but an implementation that breaks at every vector is asked no more", async () => {
    const vectors = Array.from({ length: 8 }, (_, index) => addition(`n${index}`, `${index}`, "0", `${index}`))
    const { problem, counts, results } = await run(fake("dies"), vectors)
    expect(counts.errored).toBe(8)
    expect(problem).toMatch(/5 vectors in a row had broken it/)
    expect(results[7]?.reason).toBe(problem)
  })
})
