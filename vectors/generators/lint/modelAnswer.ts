import type { Vector } from "../../../harness/runner/vector.js"
import { functionTable } from "../../../reference/interface/functionTable.js"
import type { BlockAnswer, BlockRequest } from "../../../reference/interface/modelSession.js"
import { openSession } from "../../../reference/interface/openSession.js"
import type { Json, JsonObject } from "../../../reference/interface/valueType.js"

function runBlocks(fork: string, state: JsonObject, blocks: readonly BlockRequest[]): readonly BlockAnswer[] {
  const session = openSession(fork)
  session.load(state)
  return blocks.map((block) => session.step(block))
}

function errorOfBlocks(answers: readonly BlockAnswer[]): string | undefined {
  for (const { result } of answers.flatMap(({ steps }) => steps)) if ("error" in result) return result.error
  return undefined
}

/** What the model refuses a vector's input with: the first error of its steps; undefined when it accepts all of it. */
export function modelError(vector: Vector): string | undefined {
  if (vector.kind === "function") {
    const answer = functionTable.get(vector.function)?.call(vector.input)
    return answer !== undefined && "error" in answer ? answer.error : undefined
  }
  const blocks = vector.kind === "trace" ? vector.input.blocks : [vector.input]
  return errorOfBlocks(runBlocks(vector.fork, vector.input.state, blocks))
}

/** A vector's input as JSON. */
export function inputJson(vector: Vector): Json {
  const json: Json = JSON.parse(JSON.stringify(vector.input))
  return json
}
