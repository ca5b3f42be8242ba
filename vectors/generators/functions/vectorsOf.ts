import { packageVersion } from "../../../harness/packageFolder.js"
import type { FunctionVector } from "../../../harness/runner/vector.js"
import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import { stemOf, type VectorFile } from "../generator.js"
import { type Draft, slugOf } from "./draft.js"
import { draftsOf } from "./draftsOf.js"
import type { FunctionCases } from "./functionCases.js"
import type { KeptOfFunction } from "./keptInputs.js"
import { acceptedSibling } from "./siblings.js"

type Place = Pick<VectorFile, "fork" | "chapter" | "name">

function refusalOf(declared: PublicFunction, place: Place, draft: Draft, drafts: readonly Draft[]) {
  if (!("error" in draft.answer)) return {}
  if (draft.breaks !== undefined) return { precedence: { breaks: draft.breaks } }
  const sibling = acceptedSibling(draft, drafts)
  if (sibling === undefined) {
    throw new Error(`${declared.name}: no accepted case differs from the refused one "${draft.name}" in one input only`)
  }
  return { refusal: { accepted: `${stemOf(place)}/${slugOf(sibling.accepted.name)}`, differs: sibling.differs } }
}

function toVector(declared: PublicFunction, place: Place, draft: Draft, drafts: readonly Draft[]): FunctionVector {
  const { answer } = draft
  return {
    id: `${stemOf(place)}/${slugOf(draft.name)}`,
    kind: "function",
    fork: place.fork,
    chapter: place.chapter,
    clauses: declared.clauses,
    comment: draft.comment,
    provenance: {
      generator: "functions",
      ...(draft.seed === undefined ? {} : { seed: draft.seed }),
      model: packageVersion(),
    },
    confirmed: draft.confirmed,
    earns: draft.earns,
    ...refusalOf(declared, place, draft, drafts),
    function: declared.name,
    input: draft.input,
    expect: "error" in answer ? answer : { ok: answer.ok },
    ...("ok" in answer && answer.checkpoints !== undefined ? { checkpoints: answer.checkpoints } : {}),
  }
}

function tolerancesOf({ tolerances }: FunctionCases, { answer, input }: Draft): Pick<FunctionVector, "tolerances"> {
  return tolerances === undefined || "error" in answer ? {} : { tolerances: tolerances(input) }
}

/** An answer outside its own type would be a vector that nobody can satisfy. */
function checkAnswer(declared: PublicFunction, { name, answer }: Draft): void {
  if ("ok" in answer) declared.result.fromJson(answer.ok, `${declared.name}, ${name}: the model's answer`)
}

/** The vectors of a function. */
export function vectorsOf(
  declared: PublicFunction,
  place: Place,
  cases: FunctionCases,
  kept: KeptOfFunction,
): readonly FunctionVector[] {
  const drafts = draftsOf(declared, cases, kept)
  for (const draft of drafts) checkAnswer(declared, draft)
  return drafts.map((draft) => ({ ...toVector(declared, place, draft, drafts), ...tolerancesOf(cases, draft) }))
}
