import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { LONGEST_MESSAGE } from "../protocol/parseMessage.js"

/** How the names of files of vectors end: JSON, or JSON packed with gzip. */
export const VECTOR_FILE_ENDING = /\.json(?:\.gz)?$/

/** The JSON text of a file of vectors, unpacked if its name ends in `.gz`. Throws when it is no gzip or cannot be read. */
export function readVectorText(path: string): string {
  const bytes = readFileSync(path)
  return path.endsWith(".gz") ? unpacked(bytes) : bytes.toString("utf8")
}

function unpacked(bytes: Buffer): string {
  try {
    return gunzipSync(bytes, { maxOutputLength: LONGEST_MESSAGE }).toString("utf8")
  } catch (thrown) {
    throw new Error(`it cannot be unpacked with gzip: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
  }
}
