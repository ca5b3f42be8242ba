import { existsSync, mkdirSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { renderVectors } from "../../vectors/generators/renderVectors.js"
import { UsageError } from "../cli/usageError.js"
import type { Vector } from "../runner/vector.js"
import { problemOf } from "../transports/connection.js"
import { writeWhole } from "../writeWhole.js"

const IS_FILE = /\.json$/

/** Better to be told before a long run than after it. Throws a UsageError where nothing could be saved. */
export function checkSavePath(path: string | undefined): void {
  if (path === undefined || !existsSync(path)) return
  if (IS_FILE.test(path)) throw new UsageError(`--save does not write over ${path}, which is there already`)
  if (!statSync(path).isDirectory())
    throw new UsageError(`--save takes a folder or a new file *.json, and ${path} is neither`)
}

function nameOf({ id, fork, chapter }: Vector): string {
  return id.slice(`${fork}/${chapter}/`.length).replaceAll("/", "-")
}

/**
 * Saves a vector as a file of its own: under this name if it ends in .json, or else in this folder, laid out as
 * `<fork>/<chapter>/<name>.json`. The file appears whole or not at all. Gives the name of the file.
 */
export async function saveVector(path: string, vector: Vector): Promise<string> {
  const { fork, chapter } = vector
  const name = nameOf(vector)
  const file = IS_FILE.test(path) ? path : join(path, fork, chapter, `${name}.json`)
  try {
    mkdirSync(dirname(file), { recursive: true })
    await writeWhole(file, renderVectors({ fork, chapter, name, vectors: [vector] }).text)
  } catch (thrown) {
    throw new UsageError(`the vector could not be saved: ${problemOf(thrown)}`)
  }
  return file
}
