import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it, vi } from "vitest"
import { packageFolder } from "../packageFolder.js"
import { problemOfReport } from "../protocol/schemas.js"
import { addition, fileOf } from "../runner/fixtures/vectors.js"
import { quoted } from "../transports/commandLine.js"

const PROGRAM = [
  "--import",
  join(packageFolder, "tooling", "register.js"),
  join(packageFolder, "harness", "cli", "main.ts"),
]
const FAKE = join(packageFolder, "harness", "transports", "fixtures", "faultyProgram.mjs")
const TIMEOUT = { timeout: 120_000 }

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "subtensor-spec-faults-"))
}

/** Sums of a function that every version of the model has; the faulty program answers all but the one that begins with 3. */
function vectorsIn(folder: string): string {
  const sums = ["1", "2", "3", "4", "5"].map((a) => addition(`n${a}`, a, "0", a))
  const vectors = sums.map((vector) => ({ ...vector, function: "numbers.u64.saturatingAdd" }))
  mkdirSync(join(folder, "balancer", "numbers"), { recursive: true })
  writeFileSync(join(folder, "balancer", "numbers", "add.json"), JSON.stringify(fileOf("balancer", "numbers", vectors)))
  return folder
}

function targetOf(fault: string, mark = ""): string {
  return `stdio:${[process.execPath, FAKE, fault, mark].map(quoted).join(" ")}`
}

function processesNaming(mark: string): readonly string[] {
  const lines = execFileSync("ps", ["-eo", "args"]).toString().split("\n")
  return lines.filter((line) => line.includes(mark) && !line.includes("main.ts"))
}

interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

async function endOf(child: ChildProcess, read: () => { readonly out: string; readonly err: string }): Promise<Ended> {
  const [status] = await once(child, "close")
  return { status: typeof status === "number" ? status : null, ...read() }
}

/** Runs vectors at which the implementation hangs half-way, and sends signals once it does. */
async function interrupted(mark: string, signals: readonly NodeJS.Signals[], words: readonly string[]): Promise<Ended> {
  const vectors = vectorsIn(newFolder())
  const args = ["run", "--vectors", vectors, "--jobs", "1", "--impl", targetOf("hangs", mark), ...words]
  const child = spawn(process.execPath, [...PROGRAM, ...args], { stdio: "pipe" })
  let [out, err] = ["", ""]
  child.stdout.on("data", (data) => {
    out += data
  })
  child.stderr.on("data", (data) => {
    err += data
  })
  const ended = endOf(child, () => ({ out, err }))
  await vi.waitFor(() => expect(err).toContain("2 of 5"), { timeout: 100_000, interval: 20 })
  for (const signal of signals) child.kill(signal)
  return ended
}

describe("a run that is interrupted half-way", () => {
  it(
    "ends in good order at the first signal: with its report, a status of its own and no process left",
    TIMEOUT,
    async () => {
      const mark = `interrupted-once-${process.pid}`
      const folder = join(newFolder(), "report")
      const { status, out, err } = await interrupted(mark, ["SIGINT"], ["--report", folder])
      expect(status).toBe(130)
      expect(err).toContain("breaking off at SIGINT; the next one ends the program at once")
      expect(out).toContain("3 errored: not run: interrupted by SIGINT")
      const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"))
      expect(problemOfReport(report)).toBeUndefined()
      expect(report.implementations[0].counts).toEqual({ passed: 2, failed: 0, skipped: 0, errored: 3 })
      await vi.waitFor(() => expect(processesNaming(mark)).toEqual([]), { timeout: 10_000 })
    },
  )

  it("ends at once at the second, with nothing half-written and no process left", TIMEOUT, async () => {
    const mark = `interrupted-twice-${process.pid}`
    const parent = newFolder()
    const { status } = await interrupted(mark, ["SIGINT", "SIGTERM"], ["--report", join(parent, "report")])
    expect([130, 143]).toContain(status)
    expect(readdirSync(parent, { recursive: true }).filter((name) => String(name).endsWith(".new"))).toEqual([])
    await vi.waitFor(() => expect(processesNaming(mark)).toEqual([]), { timeout: 10_000 })
  })
})

/** Runs the program through a shell that sets the scene. */
function inShell(scene: string, words: readonly string[]): Ended {
  const line = `${scene} ${[process.execPath, ...PROGRAM, ...words].map(quoted).join(" ")}`
  const { status, stdout, stderr } = spawnSync("sh", ["-c", line], { encoding: "utf8" })
  return { status, out: stdout, err: stderr }
}

const hasFullDevice = existsSync("/dev/full")

describe("a disk that is full", () => {
  it("costs the files of the report, all of them, but not what was found", TIMEOUT, () => {
    const parent = newFolder()
    const words = [
      "run",
      "--vectors",
      vectorsIn(newFolder()),
      "--impl",
      "reference",
      "--report",
      join(parent, "new", "report"),
    ]
    const { status, out, err } = inShell("ulimit -f 2;", words)
    expect(err).toMatch(/^subtensor-spec: cannot write .*: it would be larger than files may be here$/m)
    expect(err).not.toMatch(/^\s+at /m)
    expect(status).toBe(74)
    expect(out).toContain("5 vectors, 1 implementation")
    expect(out).not.toContain("reports are in")
    expect(readdirSync(parent)).toEqual([])
  })

  it.skipIf(!hasFullDevice)("is named when standard output goes there", TIMEOUT, () => {
    const { status, err } = inShell("exec >/dev/full;", ["version"])
    expect(err).toBe("subtensor-spec: cannot write to standard output: there is no space left on the disk\n")
    expect(status).toBe(74)
  })

  it.skipIf(!hasFullDevice)("does not change the status when only messages go there", TIMEOUT, () => {
    const { status, out } = inShell("exec 2>/dev/full;", ["fly"])
    expect([status, out]).toEqual([2, ""])
  })
})
