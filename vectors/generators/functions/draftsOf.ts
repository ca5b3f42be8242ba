import type { Earns } from "../../../harness/runner/vector.js"
import type { Answer, PublicFunction } from "../../../reference/interface/publicFunction.js"
import type { Json, JsonObject } from "../../../reference/interface/valueType.js"
import { canonicalJson } from "../canonicalJson.js"
import type { Draft } from "./draft.js"
import type { FunctionCases, KnownCase } from "./functionCases.js"
import type { KeptOfFunction } from "./keptInputs.js"
import { partitionOf } from "./partition.js"
import { randomInputs, seedOf } from "./randomInputs.js"
import { acceptedSibling } from "./siblings.js"

const MOST_KNOWN = 4

/** An answer without its checkpoints. */
function outcomeOf(answer: Answer): Json {
  return "error" in answer ? answer : { ok: answer.ok }
}

/** What the chain's own code answers, by input. A case where the model answers otherwise is a defect of the model. */
function confirmedInputs(declared: PublicFunction, known: readonly KnownCase[]): ReadonlySet<string> {
  for (const { name, input, expect } of known) {
    const got = outcomeOf(declared.call(input))
    if (canonicalJson(got) !== canonicalJson(expect)) {
      throw new Error(
        `${declared.name}: the chain gives ${canonicalJson(expect)} for ${name}, and the model ${canonicalJson(got)}`,
      )
    }
  }
  return new Set(known.map(({ input }) => canonicalJson(input)))
}

function boundaryDrafts(declared: PublicFunction, cases: FunctionCases): readonly Draft[] {
  return cases.boundaries.map(({ name, input, breaks }) => ({
    name,
    comment: `${declared.name}, ${name}`,
    input,
    answer: declared.call(input),
    earns: { boundary: name },
    confirmed: "model",
    ...(breaks === undefined ? {} : { breaks }),
  }))
}

/** Of the values that the chain gave, those whose inputs and answer lie where those of no other case do. */
function knownDrafts(declared: PublicFunction, cases: FunctionCases, before: readonly Draft[]): readonly Draft[] {
  const taken = new Set(before.map(({ input, answer }) => partitionOf(declared, input, answer)))
  const drafts: Draft[] = []
  for (const { name, input } of cases.known) {
    const answer = declared.call(input)
    const partition = partitionOf(declared, input, answer)
    if (taken.has(partition) || drafts.length === MOST_KNOWN) continue
    taken.add(partition)
    const comment = `${declared.name} as the chain computes it`
    drafts.push({ name, comment, input, answer, earns: { boundary: partition }, confirmed: "chain" })
  }
  return drafts
}

function randomDrafts(declared: PublicFunction, cases: FunctionCases, kept: KeptOfFunction): readonly Draft[] {
  const indices = Object.keys(kept).map(Number)
  const inputs = randomInputs(declared, cases, Math.max(0, ...indices.map((index) => index + 1)))
  return Object.entries(kept).flatMap(([index, earns]): readonly Draft[] => {
    const input = inputs[Number(index)]
    return input === undefined ? [] : [randomDraft(declared, index, input, earns)]
  })
}

function randomDraft(declared: PublicFunction, index: string, input: JsonObject, earns: Earns): Draft {
  return {
    name: `random-${index}`,
    comment: `${declared.name}, random input ${index}: ${reasonOf(earns)}`,
    input,
    answer: declared.call(input),
    earns,
    confirmed: "model",
    seed: seedOf(declared),
  }
}

function reasonOf(earns: Earns): string {
  if ("branch" in earns) return `it alone reaches ${earns.branch}`
  return "checkpoint" in earns ? `an own value of ${earns.checkpoint}` : "values where no listed case has any"
}

function withoutRepetition(drafts: readonly Draft[]): readonly Draft[] {
  const seen = new Set<string>()
  return drafts.filter(({ input }) => {
    const key = canonicalJson(input)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** A refused case teaches something only beside an accepted one that differs in a single input. */
function withSiblings(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.filter(
    (draft) => "ok" in draft.answer || draft.breaks !== undefined || acceptedSibling(draft, drafts) !== undefined,
  )
}

/** The cases that the selection starts from: listed boundaries and what the chain gave. */
export function listedDrafts(declared: PublicFunction, cases: FunctionCases): readonly Draft[] {
  const boundaries = boundaryDrafts(declared, cases)
  return withSiblings(withoutRepetition([...boundaries, ...knownDrafts(declared, cases, boundaries)]))
}

/** Every case of a function that is worth a vector. */
export function draftsOf(declared: PublicFunction, cases: FunctionCases, kept: KeptOfFunction): readonly Draft[] {
  const confirmed = confirmedInputs(declared, cases.known)
  const drafts = [...listedDrafts(declared, cases), ...randomDrafts(declared, cases, kept)]
  return withSiblings(withoutRepetition(drafts)).map((draft) =>
    confirmed.has(canonicalJson(draft.input)) ? { ...draft, confirmed: "chain" } : draft,
  )
}
