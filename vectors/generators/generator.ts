import type { Vector } from "../../harness/runner/vector.js"

/** A file of vectors of one fork and chapter: vectors/<fork>/<chapter>/<name>.json, or .json.gz if it is packed. */
export interface VectorFile {
  readonly fork: string
  readonly chapter: string
  readonly name: string
  /** In the order in which the file lists them; never empty. */
  readonly vectors: readonly Vector[]
  /** Kept with gzip whatever its size: cut out of a recording, whose state is large. */
  readonly isPacked?: true
}

/** Something that makes vectors. The same sources give the same files, byte for byte. */
export interface VectorGenerator {
  /** What the vectors name as their provenance. */
  readonly name: string
  files(): Iterable<VectorFile>
}

/** The path of a file below vectors/, without the ending. The ids of its vectors are `<this>/<case>`. */
export function stemOf({ fork, chapter, name }: Pick<VectorFile, "fork" | "chapter" | "name">): string {
  return `${fork}/${chapter}/${name}`
}

/** The path of a file below vectors/. */
export function pathOf(file: VectorFile, isPacked: boolean): string {
  return `${stemOf(file)}.json${isPacked ? ".gz" : ""}`
}
