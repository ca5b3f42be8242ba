import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import asc from "assemblyscript/asc"
import { packageFolder } from "../../packageFolder.js"
import type { Mistake } from "./mistakes.js"

const SAMPLE = join(packageFolder, "harness", "samples", "assemblyscript")
const PROGRAM = join(packageFolder, "dist", "harness", "cli", "main.js")
const PATCH = join(packageFolder, "harness", "fuzz", "testing", "patchModule.mjs")
const MODULE = "broken.wasm"

/** What of a mistake makes the copy. */
export type Patch = Pick<Mistake, "file" | "from" | "to">

function patched(text: string, { file, from, to }: Patch): string {
  const [before, after, ...more] = text.split(from)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`${file} does not have this once: ${from}`)
  }
  return `${before}${to}${after}`
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return null
  }
}

/** Compiles the AssemblyScript sample with a piece of one of its files replaced. */
async function compile(patch: Patch): Promise<Uint8Array> {
  const wrong = join(SAMPLE, patch.file)
  let module: Uint8Array | undefined
  const { error, stderr } = await asc.main([join(SAMPLE, "index.ts"), "--runtime", "minimal", "-o", MODULE], {
    readFile: (name: string, base: string) => {
      const path = resolve(base, name)
      const text = readIfThere(path)
      return path === wrong && text !== null ? patched(text, patch) : text
    },
    writeFile: (_: string, contents: Uint8Array | string) => {
      if (typeof contents !== "string") module = contents
    },
    listFiles: () => null,
  })
  if (error !== null || module === undefined) throw new Error(`the copy does not compile:\n${stderr.toString()}`)
  return module
}

/** A folder for copies, and how to be rid of it. */
export class BrokenCopies {
  readonly #folder = mkdtempSync(join(tmpdir(), "subtensor-spec-broken-"))
  #count = 0

  /** A copy of the AssemblyScript sample with the mistake, compiled: its target. */
  async sample(patch: Patch): Promise<string> {
    const file = join(this.#folder, `${this.#count++}.wasm`)
    writeFileSync(file, await compile(patch))
    return `wasm:${file}`
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
