import { spawn } from "node:child_process"
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { packageFolder } from "../../packageFolder.js"
import type { Mistake } from "./mistakes.js"

const SAMPLE = join(packageFolder, "harness", "samples", "assemblyscript")
const COMPILER = join(packageFolder, "node_modules", "assemblyscript", "bin", "asc.js")
const PROGRAM = join(packageFolder, "dist", "harness", "cli", "main.js")
const PATCH = join(packageFolder, "harness", "fuzz", "testing", "patchModule.mjs")

/** What of a mistake makes the copy. */
export type Patch = Pick<Mistake, "file" | "from" | "to">

function patchFile({ from, to }: Patch, file: string): void {
  const [before, after, ...more] = readFileSync(file, "utf8").split(from)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${file} does not have this once: ${from}`)
  writeFileSync(file, `${before}${to}${after}`)
}

function compile(folder: string, module: string): Promise<void> {
  const parameters = [COMPILER, join(folder, "index.ts"), "--runtime", "minimal", "-o", module]
  return new Promise((resolve, reject) => {
    const compiler = spawn(process.execPath, parameters, { stdio: ["ignore", "ignore", "pipe"] })
    let complaint = ""
    compiler.stderr.on("data", (text) => {
      complaint += text
    })
    compiler.on("close", (status) => {
      if (status === 0) resolve()
      else reject(new Error(`the copy does not compile:\n${complaint}`))
    })
  })
}

/** A folder for copies, and how to be rid of it. */
export class BrokenCopies {
  readonly #folder = mkdtempSync(join(tmpdir(), "subtensor-spec-broken-"))
  #count = 0

  /** A copy of the AssemblyScript sample with the mistake, compiled: its target. */
  async sample(patch: Patch): Promise<string> {
    const folder = join(this.#folder, String(this.#count++))
    cpSync(SAMPLE, folder, { recursive: true })
    patchFile(patch, join(folder, patch.file))
    const module = `${folder}.wasm`
    await compile(folder, module)
    return `wasm:${module}`
  }

  /** The compiled model with the mistake, served over standard input and output: its target. */
  model({ file, from, to }: Patch): string {
    const patch = `${pathToFileURL(PATCH).href}?${new URLSearchParams({ file: `dist/${file}`, from, to })}`
    return `stdio:'${process.execPath}' --import '${patch}' '${PROGRAM}' serve --stdio`
  }

  target(mistake: Mistake): Promise<string> {
    return mistake.copyOf === "sample" ? this.sample(mistake) : Promise.resolve(this.model(mistake))
  }

  close(): void {
    rmSync(this.#folder, { recursive: true })
  }
}
