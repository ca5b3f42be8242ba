import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { packageFolder } from "../packageFolder.js"
import { problemOfReport } from "../protocol/schemas.js"
import { addition, fileOf } from "../runner/fixtures/vectors.js"
import type { ImplementationResult } from "../runner/result.js"
import { quoted } from "../transports/commandLine.js"
import type { EndingSignal } from "../transports/endingSignals.js"
import { runProgram } from "./program.js"

vi.mock("../../reference/interface/functionTable.js", async () => import("../runner/fixtures/functionTable.js"))

const FAKE = join(packageFolder, "harness", "transports", "fixtures", "faultyProgram.mjs")
const TIMEOUT = { timeout: 60_000 }

/** Answers the first two vectors and hangs at the third. */
const HANGING = `stdio:${[process.execPath, FAKE, "hangs"].map(quoted).join(" ")}`

const folder = mkdtempSync(join(tmpdir(), "subtensor-spec-interruption-"))
const vectors = join(folder, "vectors.json")
const sums = ["1", "2", "3", "4", "5"].map((a) => addition(`n${a}`, a, "0", a))
writeFileSync(vectors, JSON.stringify(fileOf("balancer", "numbers", sums)))

let out = ""
let err = ""
let atHalf: (() => void) | undefined

beforeEach(() => {
  out = ""
  err = ""
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    err += String(text)
    if (atHalf !== undefined && String(text).includes(": 2 of 5")) {
      setTimeout(atHalf, 50)
      atHalf = undefined
    }
    return true
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
  atHalf = undefined
})

/** Runs a command line that is interrupted after two vectors, and gives its exit status. */
async function interruptedBy(signal: EndingSignal, ...words: readonly string[]): Promise<number> {
  atHalf = () => process.emit(signal, signal)
  await runProgram(["run", "--vectors", vectors, "--jobs", "1", "--impl", HANGING, ...words])
  return Number(process.exitCode)
}

async function reportOf(...words: readonly string[]) {
  out = ""
  await runProgram([...words, "--json"])
  const report = JSON.parse(out)
  expect(problemOfReport(report)).toBeUndefined()
  return report
}

describe("a run that is interrupted half-way", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("by %s ends with status %i and a valid report of what was not run", TIMEOUT, async (signal, status) => {
    expect(await interruptedBy(signal, "--json")).toBe(status)
    const report = JSON.parse(out)
    expect(problemOfReport(report)).toBeUndefined()
    expect(report.exitStatus).toBe(status)
    const [result]: readonly ImplementationResult[] = report.implementations
    const reason = `not run: interrupted by ${signal}`
    expect(result).toMatchObject({ problem: reason, counts: { passed: 2, failed: 0, skipped: 0, errored: 3 } })
    const notRun = { status: "errored", notRun: true, reason }
    expect(result?.results.slice(2)).toMatchObject([notRun, notRun, notRun])
  })

  it("does not begin with the implementations that come after", TIMEOUT, async () => {
    const trace = join(folder, "was-begun")
    await interruptedBy("SIGINT", `stdio:touch ${quoted(trace)}`, "--json")
    expect(JSON.parse(out).implementations[1]).toMatchObject({ version: "unknown", counts: { passed: 0, errored: 5 } })
    expect(existsSync(trace)).toBe(false)
  })

  it("writes no expected failures, and takes none for what was not run", TIMEOUT, async () => {
    const [expected, written] = [join(folder, "expected.yaml"), join(folder, "written.yaml")]
    const entry = "{ issue: unreported, reason: sums, vectors: ['balancer/numbers/*/n5', 'balancer/numbers/*/n3'] }"
    writeFileSync(expected, `implementation: faulty\nfailures:\n  - ${entry}\n`)
    expect(await interruptedBy("SIGINT", "--expected", expected, "--write-expected", written, "--json")).toBe(130)
    expect(JSON.parse(out).implementations[0].counts).toEqual({ passed: 2, failed: 0, skipped: 0, errored: 3 })
    expect(err).toContain(`${written} was not written: faulty was not judged in full`)
    expect(existsSync(written)).toBe(false)
  })

  it("leaves reports that can be rendered, merged and compared", TIMEOUT, async () => {
    const [one, two] = [join(folder, "one"), join(folder, "two")]
    await interruptedBy("SIGINT", "--report", one)
    expect(out).toContain("3 errored: not run: interrupted by SIGINT")
    expect(readFileSync(join(one, "junit.xml"), "utf8")).toContain("not run: interrupted by SIGINT")
    await runProgram(["run", "--vectors", vectors, "--impl", "reference", "--report", two])
    const merged = await reportOf("merge", join(one, "report.json"), join(two, "report.json"))
    expect(merged).toMatchObject({
      exitStatus: 3,
      implementations: [{ problem: expect.stringMatching(/^not run/) }, { counts: { passed: 5 } }],
    })
    const compared = await reportOf("merge", join(one, "report.json"), "--compare-to", join(two, "report.json"))
    expect(compared.comparison.implementations[0]).toMatchObject({ newlyFailing: [], removed: [] })
  })
})
