import { functionTable } from "../../reference/interface/functionTable.js"
import { Unsupported } from "../../reference/interface/modelSession.js"
import { openSession } from "../../reference/interface/openSession.js"
import { ValueError } from "../../reference/interface/valueType.js"
import { casesOf } from "../../vectors/generators/functions/casesOf.js"
import { slugOf } from "../../vectors/generators/functions/draft.js"
import { packageVersion } from "../packageFolder.js"
import type { Handshake } from "../protocol/messages.js"
import { covers } from "../runner/select.js"
import type { ExpectedBlock, FunctionVector, TraceVector, TransitionVector, Vector } from "../runner/vector.js"
import { problemOf } from "../transports/connection.js"
import type { BlocksCase, FunctionCase, FuzzCase } from "./fuzzCase.js"

/** Which of the cases of which run it is. */
export interface CasePlace {
  readonly fork: string
  readonly seed: number
  /** From 1. */
  readonly run: number
}

/** Why a case cannot be a vector: the model does not answer it. */
export interface Unanswered {
  readonly reason: string
}

/** Any block step runs rules of this clause; any call those of the other. */
export const CLAUSE_OF_BLOCK_STEPS = "coinbase-01"
export const CLAUSE_OF_CALLS = "state-04"

function headOf({ fork, seed, run }: CasePlace, chapter: string, subject: string) {
  return {
    id: `${fork}/${chapter}/fuzz-${slugOf(subject)}/seed-${seed}-run-${run}`,
    fork,
    chapter,
    provenance: { generator: "fuzz", seed, model: packageVersion() },
    confirmed: "model",
  } as const
}

function tolerancesOf(one: FunctionCase, handshake: Handshake) {
  const declared = functionTable.get(one.function)
  if (declared === undefined || !covers(handshake.approximate, one.function)) return {}
  const tolerances = casesOf(declared).tolerances?.(one.input)
  return tolerances === undefined ? {} : { tolerances }
}

function functionVector(one: FunctionCase, place: CasePlace, handshake: Handshake): FunctionVector | Unanswered {
  const declared = functionTable.get(one.function)
  if (declared === undefined) return { reason: `the model has no public function ${one.function}` }
  const answer = declared.call(one.input)
  const checkpoints = "ok" in answer ? answer.checkpoints : undefined
  return {
    ...headOf(place, declared.chapter, one.function.slice(declared.chapter.length + 1)),
    kind: "function",
    clauses: declared.clauses,
    comment: `${one.function} on an input that was found by fuzzing`,
    function: one.function,
    input: one.input,
    expect: "ok" in answer ? { ok: answer.ok } : answer,
    ...(checkpoints === undefined ? {} : { checkpoints }),
    ...tolerancesOf(one, handshake),
  }
}

function expectedOf(fork: string, { state, blocks }: BlocksCase): readonly ExpectedBlock[] {
  const session = openSession(fork)
  session.load(state)
  return blocks.map((block) => session.step(block))
}

/** A single block is a transition, for implementations that have them. */
function blocksVector(one: BlocksCase, place: CasePlace, { steps }: Handshake): TransitionVector | TraceVector {
  const blocks = expectedOf(place.fork, one)
  const common = { clauses: [CLAUSE_OF_BLOCK_STEPS, CLAUSE_OF_CALLS], comment: "blocks that were found by fuzzing" }
  const [input] = one.blocks
  const [expect] = blocks
  if (input === undefined || expect === undefined || blocks.length > 1 || steps?.includes("apply") !== true) {
    const head = headOf(place, one.chapter, "trace")
    return { ...head, ...common, kind: "trace", input: { state: one.state, blocks: one.blocks }, expect: { blocks } }
  }
  const head = headOf(place, one.chapter, "block")
  return { ...head, ...common, kind: "transition", input: { state: one.state, ...input }, expect }
}

/** The case as a vector with what the model says of it. */
export function vectorOf(one: FuzzCase, place: CasePlace, handshake: Handshake): Vector | Unanswered {
  try {
    return one.kind === "function" ? functionVector(one, place, handshake) : blocksVector(one, place, handshake)
  } catch (thrown) {
    if (thrown instanceof ValueError) return { reason: "the model does not take such an input" }
    if (thrown instanceof Unsupported) return { reason: thrown.message }
    return { reason: `the model broke: ${problemOf(thrown)}` }
  }
}

/** Whether it is a vector. */
export function isVector(vector: Vector | Unanswered): vector is Vector {
  return "id" in vector
}
