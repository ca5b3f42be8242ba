import type { BlockAnswer, StepAnswer } from "../../reference/interface/modelSession.js"
import { storageTypeOf } from "../../reference/interface/storageTypes.js"
import type { Json, JsonObject } from "../../reference/interface/valueType.js"
import { type ComparedType, compare } from "./compare.js"
import type { Difference } from "./result.js"
import {
  type ExpectedBlock,
  type ExpectedStep,
  nameOfStep,
  type TraceAnswer,
  type TraceVector,
  type TransitionVector,
} from "./vector.js"

const PARTS = ["result", "events", "changes"] as const

/** What judging found: the differences, and where in the computation they begin. */
export interface Judgement {
  readonly differences: readonly Difference[]
  readonly checkpoint?: string
}

/** Storage as JSON: item to keys to value. */
function storageOf(fork: string): ComparedType {
  return {
    kind: "keyed",
    of: (item) => {
      const type = storageTypeOf(fork, item)
      return { kind: "keyed", of: () => type }
    },
  }
}

function judgeStep(path: string, fork: string, expected: ExpectedStep, got: StepAnswer): readonly Difference[] {
  return PARTS.flatMap((part) => {
    const wanted: Json | undefined = expected[part]
    const type = part === "changes" ? storageOf(fork) : undefined
    return wanted === undefined ? [] : compare(`${path}${part}`, wanted, got[part], { type }).differences
  })
}

/** Compares what a block gave with what it must give. */
export function judgeBlock(
  path: string,
  fork: string,
  expected: ExpectedBlock,
  got: BlockAnswer,
): readonly Difference[] {
  if (expected.steps.length !== got.steps.length) {
    return [{ path: `${path}steps.length`, expected: expected.steps.length, got: got.steps.length }]
  }
  return expected.steps.flatMap((step, index) => {
    const answer = got.steps[index]
    return answer === undefined ? [] : judgeStep(`${path}steps[${index}].`, fork, step, answer)
  })
}

function firstStepOf(differences: readonly Difference[]): number {
  const found = /steps\[(\d+)\]/.exec(differences[0]?.path ?? "")
  return Number(found?.[1] ?? 0)
}

/** Judges the answer to a transition. */
export function judgeTransition(vector: TransitionVector, answer: BlockAnswer): Judgement {
  const differences = judgeBlock("", vector.fork, vector.expect, answer)
  if (differences.length === 0) return { differences }
  const step = firstStepOf(differences)
  return { differences, checkpoint: `step ${step} (${nameOfStep(vector.input.steps[step])})` }
}

/** Judges the answer to a trace, which ends at the first wrong block. */
export function judgeTrace(vector: TraceVector, answer: TraceAnswer): Judgement {
  const last = answer.blocks.length - 1
  const expected = vector.expect.blocks[last] ?? { steps: [] }
  const differences = judgeBlock(`blocks[${last}].`, vector.fork, expected, answer.blocks[last] ?? { steps: [] })
  if (differences.length > 0) {
    const block = vector.input.blocks[last]
    const step = firstStepOf(differences)
    return { differences, checkpoint: `block ${block?.blockNumber}, step ${step} (${nameOfStep(block?.steps[step])})` }
  }
  return judgeEnd(vector.fork, vector.expect.state, answer.state)
}

/** Compares storage with what it must be. */
export function judgeState(fork: string, expected: JsonObject, got: JsonObject): readonly Difference[] {
  return compare("state", expected, got, { type: storageOf(fork) }).differences
}

function judgeEnd(fork: string, expected: JsonObject | undefined, got: JsonObject | undefined): Judgement {
  if (expected === undefined || got === undefined) return { differences: [] }
  const differences = judgeState(fork, expected, got)
  return differences.length === 0 ? { differences } : { differences, checkpoint: "the state at the end" }
}
