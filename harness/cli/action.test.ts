import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { parse } from "yaml"
import { packageFolder } from "../packageFolder.js"

interface Step {
  readonly name: string
  readonly shell: string
  readonly run: string
  readonly env?: { readonly [name: string]: string }
}

interface Action {
  readonly inputs: { readonly [name: string]: { readonly default?: string; readonly required?: boolean } }
  readonly outputs: { readonly [name: string]: { readonly value: string } }
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

type Inputs = { readonly [name: string]: string }

const text = readFileSync(join(packageFolder, "action.yml"), "utf8")
const action: Action = parse(text)

const scratch = mkdtempSync(join(tmpdir(), "subtensor-spec-action-"))
afterAll(() => rmSync(scratch, { recursive: true }))

/** The action's own checkout is this package, once it has been built. */
const isBuilt = existsSync(join(packageFolder, "dist", "harness", "cli", "main.js"))

/** What an expression stands for: nothing but inputs is used in the environment of a step. */
function expand(value: string, inputs: Inputs): string {
  return value.replace(
    /\$\{\{ inputs\.([\w-]+) \}\}/g,
    (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? "",
  )
}

/** Runs a step as a runner does, in a workspace of its own. */
function runStep(step: Step | undefined, inputs: Inputs, actionPath: string, path = "") {
  if (step === undefined) throw new Error("there is no such step")
  const workspace = mkdtempSync(join(scratch, "workspace-"))
  const files = { GITHUB_STEP_SUMMARY: join(workspace, "step-summary"), GITHUB_OUTPUT: join(workspace, "output") }
  const given = Object.entries(step.env ?? {}).map(([name, value]) => [name, expand(value, inputs)])
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
    cwd: workspace,
    encoding: "utf8",
    env: {
      ...process.env,
      ...files,
      ...Object.fromEntries(given),
      PATH: [path, process.env.PATH].join(path === "" ? "" : delimiter),
      GITHUB_ACTION_PATH: actionPath,
      CI: "true",
    },
  })
  const read = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : "")
  return {
    ...{ workspace, status, stdout, stderr },
    summary: read(files.GITHUB_STEP_SUMMARY),
    outputs: Object.fromEntries(
      read(files.GITHUB_OUTPUT)
        .trim()
        .split("\n")
        .map((line) => line.split("=")),
    ),
  }
}

const [build, run] = action.runs.steps

/** An implementation with one function, which takes the supply to be too small by `less`. */
function implementation(less: bigint): string {
  const file = join(mkdtempSync(join(scratch, "an implementation-")), "main.mjs")
  const lines = [
    'import { createInterface } from "node:readline"',
    'const handshake = { name: "mine", version: "1", protocol: 1, forks: ["balancer"], functions: ["emission.mintable"] }',
    "const least = (a, b) => (a < b ? a : b)",
    `const room = (issuance) => ${21n * 10n ** 15n - less}n - issuance`,
    "const mintable = ({ amount, issuance }) => least(BigInt(amount), -least(-room(BigInt(issuance)), 0n))",
    "for await (const line of createInterface({ input: process.stdin })) {",
    "  const { id, method, params } = JSON.parse(line)",
    '  const result = method === "handshake" ? handshake : { ok: String(mintable(params.input)) }',
    '  process.stdout.write(JSON.stringify({ jsonrpc: "2.0", id, result }) + "\\n")',
    "}",
  ]
  writeFileSync(file, lines.join("\n"))
  return `stdio:node '${file}'`
}

const emission = { forks: "balancer", chapter: "emission" }

describe("the action", () => {
  it("is composite, takes its inputs by the environment and uses no other action", () => {
    expect(action.runs.using).toBe("composite")
    expect(Object.keys(action.inputs)).toEqual(
      expect.arrayContaining(["target", "forks", "chapter", "expected", "shard"]),
    )
    expect(text).not.toMatch(/^\s*(?:-\s+)?uses:/m)
    expect(text).not.toContain("://")
    for (const step of action.runs.steps) expect(step.run).not.toContain("${{")
  })

  it("builds its own checkout where that was not done", () => {
    const fakes = mkdtempSync(join(scratch, "fakes-"))
    writeFileSync(join(fakes, "npm"), '#!/bin/sh\necho "npm $* in $PWD"\n', { mode: 0o755 })
    const bare = mkdtempSync(join(scratch, "bare-"))
    expect(runStep(build, {}, bare, fakes)).toMatchObject({ status: 0, stdout: `npm ci in ${bare}\n` })
    mkdirSync(join(bare, "dist", "harness", "cli"), { recursive: true })
    writeFileSync(join(bare, "dist", "harness", "cli", "main.js"), "")
    expect(runStep(build, {}, bare, fakes)).toMatchObject({ status: 0, stdout: "" })
  })
})

describe.skipIf(!isBuilt)("a job with the action (needs npm run build)", () => {
  it("runs the target and writes the Markdown report as the summary of the job", () => {
    const { status, summary, outputs, workspace } = runStep(
      run,
      { ...emission, target: implementation(0n) },
      packageFolder,
    )
    expect(status).toBe(0)
    const report = join(workspace, "subtensor-spec-report")
    expect(summary).toBe(readFileSync(join(report, "summary.md"), "utf8"))
    expect(summary).toContain("## ✅ Conforms")
    expect(outputs).toEqual({ report: "subtensor-spec-report", status: "0" })
    expect(JSON.parse(readFileSync(join(report, "badge.json"), "utf8"))).toMatchObject({ color: "brightgreen" })
  })

  it("fails when the target does, with the summary written all the same", () => {
    const { status, summary, outputs } = runStep(run, { ...emission, target: implementation(1n) }, packageFolder)
    expect(status).toBe(1)
    expect(summary).toContain("## ❌ Does not conform")
    expect(outputs.status).toBe("1")
  })

  it("hands on expected failures, the shard, the folder and the earlier report", () => {
    const folder = mkdtempSync(join(scratch, "inputs of a job-"))
    const expected = join(folder, "expected.yaml")
    const known = { issue: "unreported", reason: "one less", vectors: ["balancer/emission/mintable/amount-*"] }
    writeFileSync(expected, JSON.stringify({ implementation: "mine", failures: [known] }))
    const inputs = { ...emission, target: implementation(1n), expected, shard: "1/20", report: join(folder, "reports") }
    const { outputs, stderr } = runStep(run, inputs, packageFolder)
    const report = JSON.parse(readFileSync(join(folder, "reports", "report.json"), "utf8"))
    expect(report.selection).toEqual({
      forks: ["balancer"],
      chapters: ["emission"],
      filter: null,
      shard: { number: 1, of: 20 },
    })
    expect(stderr).not.toContain("no vector")
    expect(outputs.report).toBe(join(folder, "reports"))
    const both = runStep(run, { ...inputs, "compare-to": join(folder, "reports", "report.json") }, packageFolder)
    expect(both.stderr).toContain("--compare-to takes no part of a run")
  })

  it("says what is wrong with an input, and carries out nothing of what it says", () => {
    const target = `stdio:true; touch "$GITHUB_STEP_SUMMARY.pwned" $(touch pwned) \`touch pwned\``
    const { status, workspace, summary } = runStep(run, { ...emission, target, shard: "9/8" }, packageFolder)
    expect(status).toBe(2)
    expect(summary).toBe("")
    expect(existsSync(join(workspace, "pwned"))).toBe(false)
    expect(existsSync(join(workspace, "step-summary.pwned"))).toBe(false)
  })
})
