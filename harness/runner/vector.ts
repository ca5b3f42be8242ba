import type { BlockAnswer, BlockRequest, Step } from "../../reference/interface/modelSession.js"
import { isJsonObject, type Json, type JsonObject } from "../../reference/interface/valueType.js"
import type { Tolerances } from "../protocol/messages.js"

/** What a vector has that no other vector of its function, call or file has: the reason why it is kept. */
export type Earns = { readonly boundary: string } | { readonly branch: string } | { readonly checkpoint: string }

/** Why a vector is refused: what an accepted one has otherwise, or that its call refuses everybody. */
export type Refusal = { readonly accepted: string; readonly differs: string } | { readonly always: true }

interface VectorHead {
  readonly id: string
  readonly fork: string
  readonly chapter: string
  readonly clauses: readonly string[]
  readonly comment: string
  readonly provenance: { readonly generator: string; readonly seed?: string | number; readonly model: string }
  readonly confirmed: "model" | "chain"
  readonly earns?: Earns
  readonly refusal?: Refusal
  readonly precedence?: { readonly breaks: readonly string[]; readonly alone?: readonly string[] }
  readonly tolerances?: Tolerances
}

/** Values in, a value or a refusal out. */
export interface FunctionVector extends VectorHead {
  readonly kind: "function"
  readonly function: string
  readonly input: JsonObject
  readonly expect: { readonly ok: Json } | { readonly error: string }
  readonly checkpoints?: JsonObject
}

/** What a step must give; what is left out is not compared. */
export interface ExpectedStep {
  readonly result?: { readonly ok: Json } | { readonly error: string }
  readonly events?: readonly Json[]
  readonly changes?: JsonObject
}

export interface ExpectedBlock {
  readonly steps: readonly ExpectedStep[]
}

/** A state and one block on it. */
export interface TransitionVector extends VectorHead {
  readonly kind: "transition"
  readonly input: BlockRequest & { readonly state: JsonObject }
  readonly expect: ExpectedBlock
}

/** A state and many blocks on it. */
export interface TraceVector extends VectorHead {
  readonly kind: "trace"
  readonly input: { readonly state: JsonObject; readonly blocks: readonly BlockRequest[] }
  readonly expect: { readonly blocks: readonly ExpectedBlock[]; readonly state?: JsonObject }
}

export type Vector = FunctionVector | TransitionVector | TraceVector

/** What an implementation made of a trace: the blocks up to the first wrong one, and the state when it came to the end. */
export interface TraceAnswer {
  readonly blocks: readonly BlockAnswer[]
  readonly state?: JsonObject
}

/** What a step is, in a word or two: the name of its call, if it is one. */
export function nameOfStep(step: Step | undefined): string {
  if (step === undefined) return "no step"
  if ("initialize" in step) return "initialize"
  if ("finalize" in step) return "finalize"
  return isJsonObject(step.call) ? (Object.keys(step.call)[0] ?? "call") : "call"
}
