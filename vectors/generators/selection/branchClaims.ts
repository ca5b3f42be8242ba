import type { FunctionVector, Vector } from "../../../harness/runner/vector.js"
import { functionTable } from "../../../reference/interface/functionTable.js"
import { CoverageMeter } from "./coverageMeter.js"
import { ownPieces } from "./ownPieces.js"

function problemsOf(meter: CoverageMeter, vectors: readonly FunctionVector[]): readonly string[] {
  // What is computed once and kept must not depend on which vector comes first.
  for (const vector of vectors) functionTable.get(vector.function)?.call(vector.input)
  const trails = vectors.map((vector) => meter.measure(() => functionTable.get(vector.function)?.call(vector.input)))
  return vectors.flatMap(({ earns, id }, index) => {
    const trail = trails[index]
    if (earns === undefined || !("branch" in earns) || trail === undefined) return []
    return ownPieces(meter, trail, trails).includes(earns.branch) ? [] : [`${id} does not alone reach ${earns.branch}`]
  })
}

/** Vectors kept for a branch that another vector of their function reaches too, or that they don't reach. */
export function branchProblems(vectors: readonly Vector[]): readonly string[] {
  const functions = vectors.filter((vector) => vector.kind === "function")
  const claiming = new Set(
    functions.filter(({ earns }) => earns !== undefined && "branch" in earns).map((vector) => vector.function),
  )
  const meter = new CoverageMeter()
  const problems = [...claiming].flatMap((name) =>
    problemsOf(
      meter,
      functions.filter((vector) => vector.function === name),
    ),
  )
  meter.close()
  return problems
}
