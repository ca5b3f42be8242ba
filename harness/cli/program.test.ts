import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { problemOfReport } from "../protocol/schemas.js"
import { addition, fileOf } from "../runner/fixtures/vectors.js"
import { quoted } from "../transports/commandLine.js"
import { runProgram } from "./program.js"

vi.mock("../../reference/interface/functionTable.js", async () => import("../runner/fixtures/functionTable.js"))

const FAKE = fileURLToPath(new URL("../transports/fixtures/fakeImplementation.mjs", import.meta.url))
const good = [addition("one", "1", "2", "3"), addition("two", "3", "4", "7")]

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

function fake(manner: string): string {
  return `stdio:${[process.execPath, FAKE, manner].map(quoted).join(" ")}`
}

function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "subtensor-spec-cli-"))
}

function folderOf(vectors: readonly object[]): string {
  const folder = emptyFolder()
  mkdirSync(join(folder, "balancer", "numbers"), { recursive: true })
  writeFileSync(join(folder, "balancer", "numbers", "add.json"), JSON.stringify(fileOf("balancer", "numbers", vectors)))
  return folder
}

/** Runs a command line and gives its exit status. */
async function status(...words: readonly string[]): Promise<number> {
  await runProgram(words)
  return Number(process.exitCode ?? 0)
}

function run(...words: readonly string[]): Promise<number> {
  return status("run", "--vectors", folderOf(good), ...words)
}

describe("the exit status of run says how it went", () => {
  it("0: conforms", async () => {
    expect(await run("--impl", "reference")).toBe(0)
    expect(out).toContain("2 vectors, 1 implementation")
    expect(out).toContain("conforms")
  })

  it("1: a vector failed", async () => {
    expect(await run("--impl", "reference", fake("offByOne"))).toBe(1)
    expect(out).toContain("result: expected 3, got 4 – 1 unit in the last place")
    expect(out).toContain("npx subtensor-spec run --impl")
  })

  it("2: a vector is unusable, though the others were run", async () => {
    const vectors = folderOf([...good, addition("bad", "-1", "0", "0")])
    expect(await status("run", "--vectors", vectors, "--impl", "reference")).toBe(2)
    expect(err).toContain("balancer/numbers/add/bad: input.a: -1 is below the least u64, 0")
    expect(out).toContain("2/2")
  })

  it("3: none failed, but something broke", async () => {
    expect(await run("--impl", fake("garbage"))).toBe(3)
    expect(out).toContain("2 errored: the answer is malformed")
  })

  it("4: nothing was judged", async () => {
    expect(await run("--impl", fake("otherFork"))).toBe(4)
    expect(out).toContain("2 skipped: its forks are rao, not balancer")
  })
})

describe("what cannot be carried out ends with status 2 and one message", () => {
  it.each([
    [["run"], /nothing to run: name an implementation with --impl, or add --samples/],
    [["run", "--impl", "nonsense"], /the target "nonsense" is of no known form; write reference/],
    [
      ["run", "--impl", "reference", "--vectors", "/no/such/folder"],
      /no folder or file of vectors at \/no\/such\/folder/,
    ],
    [["run", "--impl", "reference", "--jobs", "-1"], /--jobs takes a number above 0, not "-1"/],
    [["run", "--impl", "reference", "--timeout", "NaN"], /--timeout takes a number above 0, not "NaN"/],
    [["run", "--impl", "reference", "--colour"], /unknown option '--colour'/],
    [["run", "--impl", "reference", "--report", FAKE], /--report takes a folder, and .* is a file/],
    [["fly"], /unknown command 'fly'/],
    [["serve"], /say how to serve: --stdio, --http PORT or --ws PORT/],
    [["serve", "--stdio", "--http", "1"], /say how to serve/],
    [["serve", "--stdio", "--host", "::1"], /--host goes with --http or --ws/],
    [["serve", "--ws", "0", "--host", "192.0.2.1"], /192.0.2.1 is no address of this machine/],
    [["serve", "--http", "99999"], /a port from 0 to 65535, not "99999"/],
    [["report", "/no/such/report.json"], /no readable file \/no\/such\/report.json/],
  ])("%j", async (words, message) => {
    expect(await status(...words)).toBe(2)
    expect(err).toMatch(message)
    expect(err).not.toMatch(/^\s+at /m)
    expect(out).toBe("")
  })

  it("an unknown fork is answered with those that there are", async () => {
    expect(await run("--impl", "reference", "--fork", "balanced")).toBe(2)
    expect(err).toContain('there are no vectors of the fork "balanced"; there are of balancer')
  })

  it("a filter that selects nothing is named", async () => {
    expect(await run("--impl", "reference", "--filter", "nothing/like/this")).toBe(2)
    expect(err).toContain('there are no vectors with an id like "nothing/like/this"')
  })

  it("a report that is none is refused with what is wrong with it", async () => {
    const file = join(emptyFolder(), "report.json")
    writeFileSync(file, "{}")
    expect(await status("report", file)).toBe(2)
    expect(err).toMatch(/is not the JSON report of a run: the report must have required property/)
  })
})

describe("the filter", () => {
  it.each([
    ["balancer/numbers/add/one", 1],
    ["add", 2],
    ["*/one", 1],
    ["balancer/*", 2],
  ])("%s selects %i vectors", async (filter, count) => {
    expect(await run("--impl", "reference", "--json", "--filter", filter)).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ vectors: count })
  })
})

describe("the reports", () => {
  it("are JSON that satisfies its schema, JUnit, Markdown, a page and a badge, each whole", async () => {
    const folder = join(emptyFolder(), "new", "reports")
    await run("--impl", "reference", fake("offByOne"), "--report", folder)
    expect(readdirSync(folder).sort()).toEqual(["badge.json", "index.html", "junit.xml", "report.json", "summary.md"])
    const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"))
    expect(problemOfReport(report)).toBeUndefined()
    expect(report.implementations[1].counts).toEqual({ passed: 0, failed: 2, skipped: 0, errored: 0 })
  })

  it("can be made again from the JSON", async () => {
    const folder = emptyFolder()
    await run("--impl", fake("offByOne"), "--report", folder)
    for (const [format, file] of [
      ["junit", "junit.xml"],
      ["markdown", "summary.md"],
      ["html", "index.html"],
    ]) {
      out = ""
      await runProgram(["report", join(folder, "report.json"), "--format", format ?? ""])
      expect(out).toBe(readFileSync(join(folder, file ?? ""), "utf8"))
    }
  })

  it("are not begun when the run cannot be", async () => {
    const folder = join(emptyFolder(), "reports")
    await run("--impl", "reference", "--filter", "nothing", "--report", folder)
    expect(existsSync(folder)).toBe(false)
  })

  it("--json prints one object and nothing else, whatever the status", async () => {
    expect(await run("--impl", fake("garbage"), "--json")).toBe(3)
    expect(problemOfReport(JSON.parse(out))).toBeUndefined()
  })
})

it("progress is plain lines where there is no terminal", async () => {
  await run("--impl", "reference")
  const pace = String.raw`[\d.]+ vectors/s`
  const lines = [
    "reference: 2 vectors",
    `reference: 1 of 2, ${pace}`,
    `reference: 2 passed, 0 failed, 0 skipped, ${pace}`,
  ]
  expect(err).toMatch(new RegExp(`^${lines.join("\n")}\n$`))
})

it("version names the program, the protocol and the vector format", async () => {
  expect(await status("version")).toBe(0)
  expect(out).toMatch(/^subtensor-spec \d+\.\d+\.\d+\nprotocol 1\nvector format 1\n$/)
})
