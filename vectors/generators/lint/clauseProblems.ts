import { readChapters } from "../../../harness/clauses/readClauses.js"
import type { Vector } from "../../../harness/runner/vector.js"

/** Vectors that name a clause which the specification does not have. */
export function unknownClauses(vectors: readonly Vector[]): readonly string[] {
  const known = new Set(readChapters().flatMap(({ clauses }) => clauses.map(({ id }) => id)))
  return vectors.flatMap(({ id, clauses }) =>
    clauses.filter((clause) => !known.has(clause)).map((clause) => `${id} names ${clause}, which is no clause`),
  )
}

/** The clauses that no vector shows. */
export function clausesWithoutVectors(vectors: readonly Vector[]): readonly string[] {
  const shown = new Set(vectors.flatMap(({ clauses }) => clauses))
  return readChapters().flatMap(({ clauses }) => clauses.map(({ id }) => id).filter((id) => !shown.has(id)))
}
