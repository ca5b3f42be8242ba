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

/** The text of a file of vectors: JSON, one vector a line, so that a changed vector is a changed line. */
export function renderVectors(file: VectorFile): RenderedFile {
  const head = [
    `"format": ${VECTOR_FORMAT}`,
    `"fork": ${JSON.stringify(file.fork)}`,
    `"chapter": ${JSON.stringify(file.chapter)}`,
  ]
  const lines = file.vectors.map((vector) => JSON.stringify(vector))
  return {
    path: pathOf(file),
    text: `{\n${head.join(",\n")},\n"vectors": [\n${lines.join(",\n")}\n]\n}\n`,
  }
}
