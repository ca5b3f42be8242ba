import { slugOf } from "../../vectors/generators/functions/draft.js"
import { clausesOfStep, differencesOf } from "../fuzz/findingClauses.js"
import { packageVersion } from "../packageFolder.js"
import type { Vector } from "../runner/vector.js"
import type { Parting } from "./bisect.js"
import type { ModelTrace } from "./modelTrace.js"
import type { Trace } from "./trace.js"

/** The piece of a trace that it takes to see them part: from the block that goes wrong to the one that shows it. */
export function partingVector(trace: Trace, model: ModelTrace, parting: Parting): Vector {
  const { fork, chapter, name } = trace
  const first = parting.kind === "answer" ? parting.cause.block : 0
  const blocks = trace.blocks.slice(first, parting.block + 1)
  const answers = model.answers.slice(first, parting.block + 1)
  const number = trace.blocks[parting.block]?.blockNumber ?? "0"
  const head = {
    id: `${fork}/${chapter}/bisect-${slugOf(name)}/block-${number}`,
    fork,
    chapter,
    clauses: clausesOfStep("initialize", differencesOf(parting.differences)),
    comment: `where an implementation and the model parted in ${name}`,
    provenance: { generator: "bisect", model: packageVersion() },
    confirmed: "model",
  } as const
  const [block] = blocks
  const [expect] = answers
  const state = model.stateBefore(first)
  if (parting.kind === "answer" && blocks.length === 1 && block !== undefined && expect !== undefined) {
    return { ...head, kind: "transition", input: { state, ...block }, expect }
  }
  const end = parting.kind === "state" ? { state: model.stateBefore(parting.block + 1) } : {}
  return { ...head, kind: "trace", input: { state, blocks }, expect: { blocks: answers, ...end } }
}
