import type { BlockAnswer } from "../../reference/interface/modelSession.js"
import type { Answer } from "../../reference/interface/publicFunction.js"
import type { Implementation, Outcome } from "../transports/implementation.js"
import { judgeBlock } from "./judgeSteps.js"
import type { FunctionVector, TraceAnswer, TraceVector, TransitionVector } from "./vector.js"

export function askFunction(implementation: Implementation, vector: FunctionVector): Promise<Outcome<Answer>> {
  const { fork, function: name, input } = vector
  return implementation.request("call", { fork, function: name, input })
}

export function askTransition(implementation: Implementation, vector: TransitionVector): Promise<Outcome<BlockAnswer>> {
  return implementation.request("apply", { fork: vector.fork, ...vector.input })
}

/** Loads the state and runs block after block, until one is wrong. */
export async function askTrace(implementation: Implementation, vector: TraceVector): Promise<Outcome<TraceAnswer>> {
  const loaded = await implementation.request("load", { fork: vector.fork, state: vector.input.state })
  if (loaded.kind !== "answered") return loaded
  const blocks: BlockAnswer[] = []
  for (const [index, block] of vector.input.blocks.entries()) {
    const outcome = await implementation.request("step", block)
    if (outcome.kind !== "answered") return atBlock(outcome, block.blockNumber)
    blocks.push(outcome.result)
    const expected = vector.expect.blocks[index] ?? { steps: [] }
    if (judgeBlock("", vector.fork, expected, outcome.result).length > 0)
      return { kind: "answered", result: { blocks } }
  }
  return readEnd(implementation, vector, blocks)
}

function atBlock<T>(outcome: Outcome<T>, blockNumber: string): Outcome<never> {
  if (outcome.kind === "broken") return { ...outcome, problem: `in block ${blockNumber}: ${outcome.problem}` }
  const reason = outcome.kind === "unsupported" ? outcome.reason : "no reason given"
  return { kind: "unsupported", reason: `in block ${blockNumber}: ${reason}` }
}

async function readEnd(
  implementation: Implementation,
  vector: TraceVector,
  blocks: readonly BlockAnswer[],
): Promise<Outcome<TraceAnswer>> {
  const { state } = vector.expect
  if (state === undefined) return { kind: "answered", result: { blocks } }
  const outcome = await implementation.request("read", { items: Object.keys(state) })
  if (outcome.kind !== "answered") return outcome
  return { kind: "answered", result: { blocks, state: outcome.result } }
}
