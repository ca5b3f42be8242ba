import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { problemOfReport } from "../protocol/schemas.js"
import { addition, fileOf } from "../runner/fixtures/vectors.js"
import type { RunReport } from "../runner/result.js"
import { quoted } from "../transports/commandLine.js"
import { runProgram } from "./program.js"

vi.mock("../../reference/interface/functionTable.js", async () => import("../runner/fixtures/functionTable.js"))

const FAKE = fileURLToPath(new URL("../transports/fixtures/fakeImplementation.mjs", import.meta.url))
const vectors = ["one", "two", "three", "four", "five"].map((name, n) => addition(name, `${n}`, "1", `${n + 1}`))

let out = ""
let err = ""

beforeEach(() => {
  out = ""
  err = ""
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    err += String(text)
    return true
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

const scratch = () => mkdtempSync(join(tmpdir(), "subtensor-spec-trusted-"))

function folderOf(list: readonly object[]): string {
  const folder = scratch()
  mkdirSync(join(folder, "balancer", "numbers"), { recursive: true })
  writeFileSync(join(folder, "balancer", "numbers", "add.json"), JSON.stringify(fileOf("balancer", "numbers", list)))
  return folder
}

const folder = folderOf(vectors)

function fake(...manner: readonly string[]): string {
  return `stdio:${[process.execPath, FAKE, ...manner].map(quoted).join(" ")}`
}

/** Runs a command line and gives its exit status. */
async function status(...words: readonly string[]): Promise<number> {
  process.exitCode = undefined
  out = ""
  err = ""
  await runProgram(words)
  return Number(process.exitCode ?? 0)
}

function run(...words: readonly string[]): Promise<number> {
  return status("run", "--vectors", folder, ...words)
}

/** Runs and gives the JSON report. */
async function reported(...words: readonly string[]): Promise<RunReport> {
  await run(...words, "--json")
  const report = JSON.parse(out)
  expect(problemOfReport(report)).toBeUndefined()
  return report
}

/** Runs and gives the file of the JSON report. */
async function reportFile(...words: readonly string[]): Promise<string> {
  const reports = join(scratch(), "reports")
  await run(...words, "--report", reports)
  return join(reports, "report.json")
}

function expectedFile(implementation: string, ...ids: readonly string[]): string {
  const file = join(scratch(), "expected.yaml")
  const failures = [{ issue: "https://example.org/issues/1", reason: "one too many", vectors: ids }]
  writeFileSync(file, JSON.stringify({ implementation, failures }))
  return file
}

describe("expected failures", () => {
  it("do not fail the run and are told apart in every form of the report", async () => {
    const reports = scratch()
    const file = expectedFile("fake", "balancer/numbers/add/*")
    expect(await run("--impl", fake("offByOne"), "--expected", file, "--report", reports)).toBe(0)
    expect(out).toContain("conforms but for 5 expected failures")
    expect(out).toContain("5 expected: one too many, https://example.org/issues/1")
    const read = (name: string) => readFileSync(join(reports, name), "utf8")
    expect(read("summary.md")).toMatch(/🟡 5 expected: one too many/)
    expect(read("junit.xml")).toContain('failures="0" errors="0" skipped="5"')
    expect(read("index.html")).toContain('class="failure known"')
    expect(JSON.parse(read("badge.json"))).toMatchObject({ message: "0/5, 5 known failures", color: "yellow" })
  })

  it("fail the run when one of them passes, naming it and the file", async () => {
    const file = expectedFile("reference", "balancer/numbers/add/two")
    expect(await run("--impl", "reference", "--expected", file)).toBe(1)
    expect(out).toContain(`balancer/numbers/add/two unexpectedly passes: remove it from ${file}`)
    expect(err).toContain("4 passed, 0 failed, 0 skipped, 1 unexpectedly passed")
  })

  it("that match no vector are named, whatever the filter and the shard", async () => {
    const file = expectedFile("reference", "balancer/numbers/add/gone", "balancer/numbers/add/two")
    const narrow = ["--filter", "*/one", "--shard", "1/1"]
    expect(await run("--impl", "reference", "--expected", file, ...narrow)).toBe(2)
    expect(err).toContain(`${file}: the entry balancer/numbers/add/gone matches no vector: remove it`)
    expect(err).not.toContain("add/two")
  })

  it("of an implementation that was not run are named", async () => {
    const file = expectedFile("other", "balancer/numbers/add/two")
    expect(await run("--impl", "reference", "--expected", file)).toBe(2)
    expect(err).toContain(`${file}: it is about other, which was not run; there was reference`)
  })

  it("each go with their implementation", async () => {
    const files = [expectedFile("fake", "*/add/*"), expectedFile(fake("garbage"), "*")]
    expect(await run("--impl", fake("offByOne"), "--expected", files[0] ?? "")).toBe(0)
    expect(await run("--impl", "reference", fake("offByOne"), "--expected", files[0] ?? "")).toBe(0)
    expect(await run("--impl", fake("garbage"), "--expected", files[1] ?? "")).toBe(0)
  })

  it("can be written from a run, after which it conforms, to the same bytes each time", async () => {
    const file = join(scratch(), "expected.yaml")
    expect(await run("--impl", fake("offByOne"), "--write-expected", file)).toBe(1)
    expect(err).toContain(`${file} lists 5 expected failures of fake`)
    const written = readFileSync(file, "utf8")
    expect(await run("--impl", fake("offByOne"), "--expected", file, "--write-expected", file)).toBe(0)
    expect(readFileSync(file, "utf8")).toBe(written)
    expect(readdirSync(join(file, ".."))).toEqual(["expected.yaml"])
  })

  it("are not written of a run that was given up", async () => {
    const file = join(scratch(), "expected.yaml")
    expect(await run("--impl", fake("dies"), "--write-expected", file)).toBe(3)
    expect(err).toContain(`${file} was not written: fake was not judged in full`)
    expect(existsSync(file)).toBe(false)
  })
})

describe("shards", () => {
  it("say in the report which they are, and have the vectors between them", async () => {
    const first = await reported("--impl", "reference", "--shard", "1/2")
    const second = await reported("--impl", "reference", "--shard", "2/2")
    expect(first.selection.shard).toEqual({ number: 1, of: 2 })
    expect([first.vectors, second.vectors]).toEqual([3, 2])
    expect(second.vectorsHash).toBe(first.vectorsHash)
  })

  it("merge to what one run gives", async () => {
    const targets = ["--impl", "reference", fake("offByOne")]
    const whole = await reported(...targets)
    const files: string[] = []
    for (const shard of ["1/3", "2/3", "3/3"]) files.push(await reportFile(...targets, "--shard", shard))
    expect(await status("merge", ...files.reverse(), "--json")).toBe(1)
    const timeless = ({ implementations, selection, exitStatus, vectors: count, vectorsHash }: RunReport) => ({
      ...{ selection, exitStatus, count, vectorsHash },
      results: implementations.map(({ results }) => results.map(({ milliseconds: _, ...result }) => result)),
      counts: implementations.map(({ counts }) => counts),
    })
    expect(timeless(JSON.parse(out))).toEqual(timeless(whole))
  })

  it("that have nothing which the implementation covers are no failure", async () => {
    expect(await run("--impl", fake("otherFork"), "--shard", "1/2")).toBe(0)
    expect(await run("--impl", "reference", "--shard", "9/9")).toBe(0)
  })

  it("are written as reports when merged", async () => {
    const file = await reportFile("--impl", "reference", "--shard", "1/1")
    const merged = scratch()
    expect(await status("merge", file, "--report", merged)).toBe(0)
    expect(readdirSync(merged)).toContain("report.json")
  })
})

describe("the difference to an earlier run", () => {
  it("is in every form of the report", async () => {
    const before = await reportFile("--impl", "reference")
    const reports = scratch()
    const words = ["--impl", fake("offByOne"), "--compare-to", before, "--report", reports]
    expect(await run(...words)).toBe(1)
    expect(out).toMatch(/Compared with the run of .* UTC with subtensor-spec/)
    expect(out).toContain("5 newly failing\n    balancer/numbers/add/one passed → failed")
    const read = (name: string) => readFileSync(join(reports, name), "utf8")
    expect(read("summary.md")).toContain("- ❌ 5 newly failing")
    expect(read("index.html")).toContain('<b class="failed">5</b> newly failing')
    expect(JSON.parse(read("report.json")).comparison.implementations[0].newlyFailing).toHaveLength(5)
  })

  it("is printed for two reports in the form asked for, with status 1 when something newly fails", async () => {
    const before = await reportFile("--impl", "reference")
    const after = await reportFile("--impl", fake("offByOne"))
    expect(await status("compare", before, after)).toBe(1)
    expect(out).toMatch(/fake 1 \(before: reference [0-9.]+\):\n {2}5 newly failing/)
    expect(await status("compare", after, before, "--format", "json")).toBe(0)
    expect(JSON.parse(out).implementations[0].newlyPassing).toHaveLength(5)
    expect(await status("compare", before, after, "--format", "markdown")).toBe(1)
    expect(out).toContain("- ❌ 5 newly failing")
    expect(await status("compare", before, after, "--format", "html")).toBe(1)
    expect(out).toMatch(/^<!doctype html>[\s\S]*New failures/)
    expect(await status("compare", before, before)).toBe(0)
    expect(out).toMatch(/reference [0-9.]+: no change/)
  })

  it("names vectors that were added and removed", async () => {
    const before = await reportFile("--impl", "reference")
    const fewer = folderOf([...vectors.slice(1), addition("six", "5", "1", "6")])
    await status("run", "--vectors", fewer, "--impl", "reference", "--compare-to", before, "--json")
    const [changes] = JSON.parse(out).comparison.implementations
    expect(changes.added).toEqual([{ id: "balancer/numbers/add/six", after: "passed" }])
    expect(changes.removed).toEqual([{ id: "balancer/numbers/add/one", before: "passed" }])
  })
})

describe("what cannot be carried out ends with status 2 and one message", () => {
  const bad = join(scratch(), "bad.yaml")
  writeFileSync(bad, "implementation: mine\nfailures: 5\n")
  it.each<[readonly string[], RegExp]>([
    [
      ["--shard", "0/4"],
      /^subtensor-spec: --shard takes NUMBER\/OF, from 1\/8 to 8\/8 for eight shards, not "0\/4"\n$/,
    ],
    [["--shard", "5/4"], /not "5\/4"\n$/],
    [["--shard", "1"], /not "1"\n$/],
    [["--shard", "1/2", "--compare-to", "x"], /--compare-to takes no part of a run: merge the shards/],
    [["--compare-to", "/no/report.json"], /there is no readable file \/no\/report.json/],
    [["--compare-to", FAKE], /is not JSON/],
    [["--expected", "/no/expected.yaml"], /there is no readable file \/no\/expected.yaml/],
    [["--expected", bad], /bad.yaml is not a file of expected failures: the file.failures must be array/],
    [["--expected", expectedFile("a", "*"), expectedFile("a", "*")], /are both about a\n$/],
    [["--impl", "reference", "--write-expected", "x.yaml"], /--write-expected takes one implementation at a time/],
    [["--write-expected", tmpdir()], /--write-expected takes a file, and .* is a folder/],
    [["--write-expected", "/no/folder/x.yaml"], /--write-expected: there is no folder \/no\/folder/],
  ])("run %j", async (words, message) => {
    expect(await run("--impl", "reference", ...words)).toBe(2)
    expect(err).toMatch(message)
    expect(err.trimEnd().split("\n")).toHaveLength(1)
    expect(out).toBe("")
  })

  it("merge of shards of which one is missing or there twice, compare of a shard", async () => {
    const one = await reportFile("--impl", "reference", "--shard", "1/2")
    expect(await status("merge", one)).toBe(2)
    expect(err).toBe("subtensor-spec: of reference there is no report of shard 2/2\n")
    expect(await status("merge", one, one)).toBe(2)
    expect(err).toMatch(/both have shard 1\/2 of reference\n$/)
    expect(await status("compare", one, one)).toBe(2)
    expect(err).toMatch(/is of shard 1\/2 alone: merge the shards first/)
    expect(await status("merge")).toBe(2)
    expect(err).toMatch(/missing required argument/)
  })
})
