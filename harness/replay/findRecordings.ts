import { readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { RecordingError } from "./readRecording.js"

const IS_RECORDING = /\.jsonl(\.gz)?$/

/** The recordings that the paths name: files, or every recording in a folder and the folders below it, by name. */
export function findRecordings(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    if (!isFolder(path)) return [path]
    const found = below(path)
    if (found.length === 0) throw new RecordingError(path, "the folder has no recordings (*.jsonl.gz or *.jsonl)")
    return found
  })
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    throw new RecordingError(path, "there is no such file or folder")
  }
}

function below(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return below(path)
    return IS_RECORDING.test(entry.name) ? [path] : []
  })
}
