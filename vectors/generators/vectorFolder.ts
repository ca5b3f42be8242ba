import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { INDEX_PATH } from "./renderIndex.js"
import type { RenderedFile } from "./renderVectors.js"

/** Folders below vectors/ that hold no generated files. */
const NOT_GENERATED: ReadonlySet<string> = new Set(["captured", "generators"])

function filesBelow(folder: string, prefix: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}${entry.name}`
    if (entry.isDirectory()) return filesBelow(join(folder, entry.name), `${path}/`)
    return path.endsWith(".json") ? [path] : []
  })
}

/** The paths of the generated files that are in the folder now. */
export function presentFiles(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true })
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) {
      return NOT_GENERATED.has(entry.name) ? [] : filesBelow(join(folder, entry.name), `${entry.name}/`)
    }
    return entry.name === INDEX_PATH ? [entry.name] : []
  })
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8")
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return undefined
    throw thrown
  }
}

/** What came of writing. */
export interface Written {
  readonly written: number
  readonly unchanged: number
  readonly removed: number
}

function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.part`
  writeFileSync(draft, text)
  renameSync(draft, path)
}

/** Makes the folder hold exactly these files. A file is replaced in one step, so that none is ever half written. */
export function writeFolder(folder: string, files: readonly RenderedFile[]): Written {
  const wanted = new Set(files.map(({ path }) => path))
  const stale = presentFiles(folder).filter((path) => !wanted.has(path))
  const changed = files.filter(({ path, text }) => readIfPresent(join(folder, path)) !== text)
  for (const { path, text } of changed) replaceFile(join(folder, path), text)
  for (const path of stale) rmSync(join(folder, path))
  return { written: changed.length, unchanged: files.length - changed.length, removed: stale.length }
}

/** The first way in which the folder is not exactly these files, or undefined. */
export function firstDifference(folder: string, files: readonly RenderedFile[]): string | undefined {
  const wanted = new Set(files.map(({ path }) => path))
  for (const { path, text } of files) {
    const present = readIfPresent(join(folder, path))
    if (present === undefined) return `${path} is missing`
    if (present !== text) return `${path} differs from what the generators give, at line ${firstLine(present, text)}`
  }
  const stale = presentFiles(folder).find((path) => !wanted.has(path))
  return stale === undefined ? undefined : `${stale} is not among what the generators give`
}

function firstLine(present: string, wanted: string): number {
  const lines = wanted.split("\n")
  return present.split("\n").findIndex((line, index) => line !== lines[index]) + 1 || lines.length
}
