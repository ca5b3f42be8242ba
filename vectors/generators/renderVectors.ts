import { pathOf, type VectorFile } from "./generator.js"

/** A file as it will stand below vectors/. */
export interface RenderedFile {
  /** Below vectors/, with forward slashes. */
  readonly path: string
  /** Before it is packed, if it is. */
  readonly text: string
}

/** The format of vector files that this version writes. */
export const VECTOR_FORMAT = 1

/** The longest text of a file with blocks and their state that is kept as it is; a longer one is packed. */
const LONGEST_PLAIN = 60_000

/** Whether a file is kept with gzip. A file of functions never is: people read those. */
function isPacked(file: VectorFile, text: string): boolean {
  if (file.isPacked === true) return true
  return text.length > LONGEST_PLAIN && file.vectors.every(({ kind }) => kind !== "function")
}

/** The text of a file of vectors: JSON, one vector a line, so that a changed vector is a changed line. */
export function renderVectors(file: VectorFile): RenderedFile {
  const head = [
    `"format": ${VECTOR_FORMAT}`,
    `"fork": ${JSON.stringify(file.fork)}`,
    `"chapter": ${JSON.stringify(file.chapter)}`,
  ]
  const lines = file.vectors.map((vector) => JSON.stringify(vector))
  const text = `{\n${head.join(",\n")},\n"vectors": [\n${lines.join(",\n")}\n]\n}\n`
  return { path: pathOf(file, isPacked(file, text)), text }
}
