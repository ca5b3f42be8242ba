import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { constants, gzipSync } from "node:zlib"
import { readVectorText, VECTOR_FILE_ENDING } from "../../harness/runner/readVectorText.js"
import { INDEX_PATH } from "./renderIndex.js"
import type { RenderedFile } from "./renderVectors.js"

/** Folders below vectors/ that hold no generated files. */
const NOT_GENERATED: ReadonlySet<string> = new Set(["captured", "generators"])

function filesBelow(folder: string, prefix: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}${entry.name}`
    if (entry.isDirectory()) return filesBelow(join(folder, entry.name), `${path}/`)
    return VECTOR_FILE_ENDING.test(path) ? [path] : []
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
    return readVectorText(path)
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

/** Where gzip's header names the operating system, and what it says when that is nobody's matter. */
const SYSTEM_BYTE = { position: 9, unknown: 255 }

/** Packed text: the same bytes on every system, without a time or a name. */
function packed(text: string): Buffer {
  const bytes = gzipSync(text, { level: constants.Z_BEST_COMPRESSION })
  bytes[SYSTEM_BYTE.position] = SYSTEM_BYTE.unknown
  return bytes
}

function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.part`
  writeFileSync(draft, path.endsWith(".gz") ? packed(text) : text)
  renameSync(draft, path)
}

/**
 * Makes the folder hold exactly these files. A file is replaced in one step, so that none is ever half written; a packed
 * one stays as it is while what it packs does, since versions of zlib differ in how they pack it.
 */
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
