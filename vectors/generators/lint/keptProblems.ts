import type { Vector } from "../../../harness/runner/vector.js"
import { functionTable } from "../../../reference/interface/functionTable.js"
import { canonicalJson } from "../canonicalJson.js"
import { partitionOf } from "../functions/partition.js"

/** What a vector is one of many of: its function, or the file that it stands in. */
function subjectOf(vector: Vector): string {
  return vector.kind === "function" ? vector.function : vector.id.split("/").slice(0, 3).join("/")
}

/** Vectors that don't say what they are kept for, or are kept for what another has too. */
export function keptProblems(vectors: readonly Vector[]): readonly string[] {
  const first = new Map<string, string>()
  return vectors.flatMap((vector) => {
    if (vector.earns === undefined) return [`${vector.id} does not say what it is kept for`]
    const claim = `${subjectOf(vector)} ${canonicalJson(vector.earns)}`
    const other = first.get(claim)
    first.set(claim, other ?? vector.id)
    return other === undefined ? [] : [`${vector.id} is kept for what ${other} has: ${canonicalJson(vector.earns)}`]
  })
}

/** Vectors of one function whose inputs are the same. */
export function repetitionProblems(vectors: readonly Vector[]): readonly string[] {
  const first = new Map<string, string>()
  return vectors.flatMap((vector) => {
    const key = `${vector.kind} ${subjectOf(vector)} ${canonicalJson(JSON.parse(JSON.stringify(vector.input)))}`
    const other = first.get(key)
    first.set(key, other ?? vector.id)
    return other === undefined ? [] : [`${vector.id} has the same input as ${other}`]
  })
}

/**
 * Vectors kept for a part of their types in which they don't lie. (The name of a listed boundary is taken from the
 * list, and what alone reaches a branch is measured.)
 */
export function partitionProblems(vectors: readonly Vector[]): readonly string[] {
  return vectors.flatMap((vector) => {
    if (vector.kind !== "function" || vector.earns === undefined || !("boundary" in vector.earns)) return []
    const declared = functionTable.get(vector.function)
    if (declared === undefined || !/, gives /.test(vector.earns.boundary)) return []
    const partition = partitionOf(declared, vector.input, vector.expect)
    return partition === vector.earns.boundary ? [] : [`${vector.id} lies at "${partition}"`]
  })
}

/** Vectors kept for a checkpoint whose value another vector of the function shows too. */
export function checkpointProblems(vectors: readonly Vector[]): readonly string[] {
  return vectors.flatMap((vector) => {
    const { earns } = vector
    if (vector.kind !== "function" || earns === undefined || !("checkpoint" in earns)) return []
    const value = canonicalJson(vector.checkpoints?.[earns.checkpoint])
    const other = vectors.find(
      (candidate) =>
        candidate.kind === "function" &&
        candidate.id !== vector.id &&
        candidate.function === vector.function &&
        canonicalJson(candidate.checkpoints?.[earns.checkpoint]) === value,
    )
    if (value === "") return [`${vector.id} has no checkpoint ${earns.checkpoint}`]
    return other === undefined ? [] : [`${vector.id} and ${other.id} have the same ${earns.checkpoint}`]
  })
}
