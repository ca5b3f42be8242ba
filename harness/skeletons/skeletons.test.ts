import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { runProgram } from "../cli/program.js"
import { FIRST_VECTORS } from "../cli/skeletons.js"
import { packageFolder } from "../packageFolder.js"
import { loadVectors } from "../runner/loadVectors.js"
import type { ImplementationResult } from "../runner/result.js"
import { runImplementation } from "../runner/runImplementation.js"
import { matches } from "../runner/select.js"
import { parseTarget } from "../transports/target.js"

const scratch = mkdtempSync(join(tmpdir(), "subtensor-spec-skeletons-"))
afterAll(() => rmSync(scratch, { recursive: true }))

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

async function begin(language: string, folder: string): Promise<number> {
  await runProgram(["new", language, folder])
  return Number(process.exitCode ?? 0)
}

/** Runs the vectors that the skeleton speaks of. */
async function run(target: string): Promise<ImplementationResult> {
  const { vectors } = await loadVectors({
    path: join(packageFolder, "vectors"),
    forks: ["balancer"],
    chapters: ["numbers"],
  })
  const first = vectors.filter(({ id }) => matches(FIRST_VECTORS, id))
  expect(first.length).toBeGreaterThan(5)
  return runImplementation(parseTarget(target), first, { jobs: 1, timeout: 60_000, reproduceWith: [] })
}

/** Writes the rule that the skeleton leaves open. */
function write(file: string, rule: string): void {
  const lines = readFileSync(file, "utf8").split("\n")
  expect(lines.filter((line) => line.includes("NotWrittenYet"))).toHaveLength(1)
  writeFileSync(file, lines.map((line) => (line.includes("NotWrittenYet") ? rule : line)).join("\n"))
}

function command(folder: string, program: string, ...words: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, words, { cwd: folder, encoding: "utf8" })
  if (status !== 0) throw new Error(`${program} ${words.join(" ")} failed: ${error?.message ?? stderr}`)
}

function has(program: string): boolean {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0
}

/** Why a language cannot be tried here, or undefined. Rust needs a crate, which an offline machine may not have. */
function lackFor(language: string, folder: string): string | undefined {
  if (language === "python") return has("python3") ? undefined : "python3 is not installed"
  if (language !== "rust") return undefined
  if (!has("cargo")) return "cargo is not installed"
  const { status } = spawnSync("cargo", ["fetch", "--quiet"], { cwd: folder, stdio: "ignore", timeout: 60_000 })
  return status === 0 ? undefined : "cargo cannot fetch serde_json"
}

interface Case {
  readonly language: string
  /** The file with the rule that is left open, and the line that takes its place. */
  readonly file: string
  readonly rule: string
  readonly target: (folder: string) => string
  readonly build?: (folder: string) => void
}

const compiler = join(packageFolder, "node_modules", "assemblyscript", "bin", "asc.js")

const CASES: readonly Case[] = [
  {
    language: "python",
    file: "main.py",
    rule: '    return {"ok": str(min(int(given["a"]) + int(given["b"]), 2**64 - 1))}',
    target: (folder) => `stdio:python3 '${join(folder, "main.py")}'`,
  },
  {
    language: "javascript",
    file: "main.mjs",
    rule: "const sum = BigInt(given.a) + BigInt(given.b); return { ok: String(sum < 2n ** 64n ? sum : 2n ** 64n - 1n) }",
    target: (folder) => `stdio:'${process.execPath}' '${join(folder, "main.mjs")}'`,
  },
  {
    language: "assemblyscript",
    file: "functions.ts",
    rule: 'const a = unsigned(given, "a"), sum = a + unsigned(given, "b"); return ok((sum < a ? u64.MAX_VALUE : sum).toString())',
    target: (folder) => `wasm:${join(folder, "implementation.wasm")}`,
    build: (folder) => {
      const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
      expect(scripts.build).toMatch(/^asc /)
      command(folder, process.execPath, compiler, ...scripts.build.split(" ").slice(1))
    },
  },
  {
    language: "rust",
    file: join("src", "main.rs"),
    rule: '    json!({ "ok": unsigned(_given, "a").saturating_add(unsigned(_given, "b")).to_string() })',
    target: (folder) => `stdio:'${join(folder, "target", "debug", "my-implementation")}'`,
    build: (folder) => command(folder, "cargo", "build", "--quiet"),
  },
]

describe.each(CASES)("a new implementation in $language", ({ language, file, rule, target, build }) => {
  const folder = join(scratch, `new ${language}`)

  it("answers the handshake, fails its first vectors, and passes them once their rule is written", async (context) => {
    expect(await begin(language, folder)).toBe(0)
    const lack = lackFor(language, folder)
    if (lack !== undefined) return context.skip(lack)
    build?.(folder)
    const { name, problem, counts, results } = await run(target(folder))
    expect([name, problem]).toEqual(["my implementation", undefined])
    expect(counts).toEqual({ passed: 0, failed: results.length, skipped: 0, errored: 0 })
    expect(results[0]?.failure?.differences).toContainEqual({ path: "answer.error", got: "Mine.NotWrittenYet" })
    write(join(folder, file), rule)
    build?.(folder)
    expect((await run(target(folder))).counts).toEqual({ passed: results.length, failed: 0, skipped: 0, errored: 0 })
  })

  it("comes with a README.md that has the commands which were printed", async () => {
    const other = join(scratch, `${language}-readme`)
    expect(await begin(language, other)).toBe(0)
    const readme = readFileSync(join(other, "README.md"), "utf8")
    const commands = out.split("\n").filter((line) => line.startsWith("  ") && !line.startsWith("  cd "))
    expect(commands.length).toBeGreaterThan(0)
    for (const line of commands) expect(readme).toContain(line.trim())
    expect(readme).toContain("implementers.md")
  })
})

describe("a folder that is not new", () => {
  it("is taken when it is empty", async () => {
    const folder = mkdtempSync(join(scratch, "empty-"))
    expect(await begin("python", folder)).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(["README.md", "main.py"])
  })

  it("is refused and left alone when something is in it", async () => {
    const folder = mkdtempSync(join(scratch, "full-"))
    writeFileSync(join(folder, "mine.txt"), "mine")
    expect(await begin("rust", folder)).toBe(2)
    expect(err).toBe(`subtensor-spec: ${folder} is not empty: name a folder that is new or empty\n`)
    expect(readdirSync(folder)).toEqual(["mine.txt"])
  })

  it("is refused when it is a file, or below one", async () => {
    const file = join(scratch, "file")
    writeFileSync(file, "")
    expect(await begin("rust", file)).toBe(2)
    expect(err).toContain("is a file: name a folder that is new or empty")
    expect(await begin("rust", join(file, "below"))).toBe(2)
    expect(err).toMatch(/below could not be written: ENOTDIR\n$/)
  })
})

it("a language that there is no skeleton for is answered with those that there are", async () => {
  expect(await begin("cobol", join(scratch, "cobol"))).toBe(2)
  expect(err).toMatch(/Allowed choices are python, rust, assemblyscript, javascript/)
})
