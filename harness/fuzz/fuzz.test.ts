import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { functionTable } from "../../reference/interface/functionTable.js"
import { isJsonList, isJsonObject } from "../../reference/interface/valueType.js"
import { packageFolder } from "../packageFolder.js"
import type { Handshake } from "../protocol/messages.js"
import { loadVectors } from "../runner/loadVectors.js"
import { greet, runImplementation } from "../runner/runImplementation.js"
import type { Vector } from "../runner/vector.js"
import type { Implementation } from "../transports/implementation.js"
import { parseTarget } from "../transports/target.js"
import { findingText } from "./findingReport.js"
import { type FuzzOutcome, fuzz } from "./fuzz.js"
import { caseSource, type FuzzSelection } from "./fuzzedCases.js"
import { checkSavePath, saveVector } from "./saveFinding.js"
import { TamperedImplementation, type Tampering } from "./testing/tamperedImplementation.js"

const folder = mkdtempSync(join(tmpdir(), "subtensor-spec-fuzz-"))
afterAll(() => rmSync(folder, { recursive: true }))

const VECTORS = join(packageFolder, "vectors")
const FEE: FuzzSelection = { fork: "balancer", functionName: "pool.feeAmount" }
const RUNS = { runs: 400, seed: 11 }

async function greeted(implementation: Implementation, changes: Partial<Handshake>): Promise<Handshake> {
  const greeting = await greet(implementation)
  if ("problem" in greeting) throw new Error(greeting.problem)
  return { ...greeting.handshake, ...changes }
}

async function fuzzed(
  tampering: Tampering,
  selection: FuzzSelection = FEE,
  { runs, seed }: { readonly runs: number; readonly seed: number } = RUNS,
  changes: Partial<Handshake> = {},
): Promise<FuzzOutcome> {
  const implementation = new TamperedImplementation(tampering)
  const handshake = await greeted(implementation, changes)
  const chapter = selection.chapter ?? functionTable.get(selection.functionName ?? "")?.chapter ?? "state"
  const { vectors } = await loadVectors({ path: VECTORS, forks: [selection.fork], chapters: [chapter] })
  const { cases } = caseSource(selection, handshake, vectors)
  if (cases === undefined) throw new Error("there is nothing to draw from")
  const subject = { target: "tampered", handshake, options: [] }
  return fuzz(implementation, subject, cases, { fork: selection.fork, runs, seed })
}

/** Adds one to fees of a thousand and more. */
const overcharging: Tampering = {
  call: (outcome) => {
    if (outcome.kind !== "answered" || !("ok" in outcome.result)) return outcome
    const fee = BigInt(String(outcome.result.ok))
    return { kind: "answered", result: { ok: String(fee >= 1_000n ? fee + 1n : fee) } }
  },
}

/** Keeps the events of calls to itself. */
const silent: Tampering = {
  apply: (outcome, { steps }) =>
    outcome.kind === "answered"
      ? {
          kind: "answered",
          result: {
            steps: outcome.result.steps.map((step, index) =>
              "call" in (steps[index] ?? {}) ? { ...step, events: [] } : step,
            ),
          },
        }
      : outcome,
}

function inputOf(vector: Vector | undefined): unknown {
  return vector?.input
}

describe("fuzzing", () => {
  it("finds nothing where there is nothing, in functions and in blocks", async () => {
    expect(await fuzzed({})).toEqual({ judged: RUNS.runs, skipped: new Map() })
    const blocks = await fuzzed({}, { fork: "balancer", chapter: "locks", only: "blocks" }, { runs: 40, seed: 1 })
    expect(blocks.finding).toBeUndefined()
    expect(blocks.judged + [...blocks.skipped.values()].reduce((sum, count) => sum + count, 0)).toBe(40)
  })

  it("finds a wrong function, and the least input on which it is wrong", async () => {
    const { finding } = await fuzzed(overcharging)
    expect(finding?.verdict.status).toBe("failed")
    expect(finding?.vector).toMatchObject({ function: "pool.feeAmount", clauses: ["pool-08"], expect: { ok: "1000" } })
    const text = finding === undefined ? "" : findingText(finding, "again")
    expect(text).toContain("expected 1000, got 1001 – 1 unit in the last place")
    expect(text).toContain("[pool-08]")
    expect(text).toContain("again")
  })

  it("finds a wrong step, and a state and a call that show it", async () => {
    const { finding } = await fuzzed(
      silent,
      { fork: "balancer", chapter: "staking", only: "blocks" },
      { runs: 200, seed: 2 },
    )
    expect(finding?.vector.kind).toBe("transition")
    if (finding?.vector.kind !== "transition") return
    expect(finding.vector.input.steps).toHaveLength(1)
    expect(JSON.stringify(finding.vector.input.state).length).toBeLessThan(3_000)
    expect(finding.verdict.failure?.differences[0]?.path).toMatch(/^steps\[0\]\.events/)
  })

  it("finds the same with the same seed", async () => {
    const [one, other] = [await fuzzed(overcharging), await fuzzed(overcharging)]
    expect(one.finding?.vector).toEqual(other.finding?.vector)
    expect(one.finding?.run).toBe(other.finding?.run)
    const third = await fuzzed(overcharging, FEE, { runs: 400, seed: 12 })
    expect(third.finding?.vector.id).not.toBe(one.finding?.vector.id)
  })

  it("finds an input that breaks the implementation, and one as simple that still does", async () => {
    const { finding } = await fuzzed({
      call: (outcome, { input }) =>
        JSON.stringify(input).includes('"feeRate":"0"') ? { kind: "broken", problem: "it died", lost: true } : outcome,
    })
    expect(finding?.verdict).toMatchObject({ status: "errored", reason: "it died" })
    expect(inputOf(finding?.vector)).toEqual({ amount: "0", feeRate: "0" })
  })

  it("counts what the implementation does not cover, with the reason", async () => {
    const outcome = await fuzzed({ call: () => ({ kind: "unsupported", reason: "not today" }) })
    expect(outcome).toEqual({ judged: 0, skipped: new Map([["not today", RUNS.runs]]) })
  })

  it("leaves out what the handshake does not name", async () => {
    const handshake = await greeted(new TamperedImplementation({}), { functions: ["pool.feeAmount"], steps: [] })
    const source = caseSource({ fork: "balancer", chapter: "pool" }, handshake, [])
    expect(source.about).toBe("1 function")
    expect(source.leftOut).toContain("it does not have pool.buy")
    expect(source.leftOut).toContain("it does not have the blocks of this selection")
    expect(
      caseSource({ fork: "rao", chapter: "pool" }, { ...handshake, forks: ["balancer"] }, []).cases,
    ).toBeUndefined()
  })

  it("judges inexact implementations within the tolerances of the input", async () => {
    let nudged = 0
    const inexact: Tampering = {
      call: (outcome) => {
        const ok = outcome.kind === "answered" && "ok" in outcome.result ? outcome.result.ok : null
        if (!isJsonObject(ok) || !isJsonList(ok.incentive)) return outcome
        const incentive = ok.incentive.map((value) => (value === "0" ? value : String(BigInt(String(value)) - 1n)))
        if (incentive.some((value) => value !== "0")) nudged++
        return { kind: "answered", result: { ok: { ...ok, incentive } } }
      },
    }
    const epoch: FuzzSelection = { fork: "balancer", functionName: "consensus.epoch" }
    const { finding } = await fuzzed(inexact, epoch, { runs: 8, seed: 4 }, { approximate: ["consensus.*"] })
    expect(finding).toBeUndefined()
    expect(nudged).toBeGreaterThan(1)
  })
})

describe("a finding is saved", () => {
  it("as a vector that loads, fails for the implementation and passes for the model", async () => {
    const { finding } = await fuzzed(overcharging)
    if (finding === undefined) throw new Error("something should be found")
    const inFolder = await saveVector(join(folder, "found"), finding.vector)
    expect(inFolder).toBe(join(folder, "found", "balancer", "pool", `fuzz-feeAmount-seed-11-run-${finding.run}.json`))
    const asFile = await saveVector(join(folder, "one.json"), finding.vector)
    for (const path of [join(folder, "found"), asFile]) {
      const { vectors, problems } = await loadVectors({ path })
      expect(problems).toEqual([])
      expect(vectors).toEqual([finding.vector])
      const run = (create: () => Implementation) =>
        runImplementation({ text: "target", create }, vectors, { jobs: 1, timeout: 1_000, reproduceWith: [] })
      expect((await run(() => parseTarget("reference").create(1_000))).counts.passed).toBe(1)
      expect((await run(() => new TamperedImplementation(overcharging))).counts.failed).toBe(1)
    }
    expect(readdirSync(folder).sort()).toEqual(["found", "one.json"])
  })

  it("never over something else", () => {
    const there = join(folder, "there.json")
    writeFileSync(there, "mine")
    expect(() => checkSavePath(there)).toThrow("there.json, which is there already")
    const file = join(folder, "file")
    writeFileSync(file, "mine")
    expect(() => checkSavePath(file)).toThrow("takes a folder or a new file *.json")
    expect(() => checkSavePath(join(folder, "new.json"))).not.toThrow()
    expect(readFileSync(there, "utf8")).toBe("mine")
  })
})
