import { functionTable } from "../../reference/interface/functionTable.js"
import type { Answer, PublicFunction } from "../../reference/interface/publicFunction.js"
import {
  isJsonObject,
  type Json,
  type JsonObject,
  type TypeDescription,
  ValueError,
} from "../../reference/interface/valueType.js"
import type { Handshake } from "../protocol/messages.js"
import { compare } from "./compare.js"
import type { Judgement } from "./judgeSteps.js"
import type { Difference, Distances } from "./result.js"
import { covers } from "./select.js"
import type { FunctionVector } from "./vector.js"

/** The name under which tolerances speak of a result that is a single value. */
const WHOLE_RESULT = "result"

/** The name under which they speak of a checkpoint: results of the same name have other last places. */
function quantityOfCheckpoint(name: string): string {
  return `checkpoints.${name}`
}

/** How far from the expectation the quantities of a function may be. */
type ToleranceOf = (quantity: string) => bigint | undefined

/** What judging a function found. */
export interface FunctionJudgement extends Judgement {
  /** By quantity, what was seen and what was allowed; empty for exact implementations. */
  readonly distances: Distances
}

/** The tolerances count only for functions that the implementation itself calls approximate. */
function toleranceOf(vector: FunctionVector, handshake: Handshake): ToleranceOf {
  if (!covers(handshake.approximate, vector.function)) return () => undefined
  const allowed = { ...handshake.tolerances?.[vector.function], ...vector.tolerances }
  return (quantity) => {
    const units = allowed[quantity]
    return units === undefined ? undefined : BigInt(units)
  }
}

/** What is wrong with the types of an answer, or undefined. */
export function problemOfAnswer(vector: FunctionVector, answer: Answer): string | undefined {
  const declared = functionTable.get(vector.function)
  if (declared === undefined || "error" in answer) return undefined
  try {
    declared.result.fromJson(answer.ok, "result")
    for (const [name, value] of Object.entries(answer.checkpoints ?? {})) {
      if (Object.hasOwn(declared.checkpoints, name)) declared.checkpoints[name]?.fromJson(value, `checkpoints.${name}`)
    }
    return undefined
  } catch (thrown) {
    if (thrown instanceof ValueError) return thrown.message
    throw thrown
  }
}

/** Compares quantity by quantity, each within its tolerance. */
class QuantityJudge {
  readonly differences: Difference[] = []
  readonly #seen = new Map<string, { readonly seen: bigint; readonly allowed: bigint }>()
  readonly #toleranceOf: ToleranceOf

  constructor(toleranceOf: ToleranceOf) {
    this.#toleranceOf = toleranceOf
  }

  /** Whether the quantity is as expected. */
  judge(quantity: string, path: string, expected: Json, got: Json, type: TypeDescription | undefined): boolean {
    const tolerance = this.#toleranceOf(quantity)
    const found = compare(path, expected, got, { type, tolerance })
    this.differences.push(...found.differences)
    if (tolerance !== undefined) this.#note(quantity, found.largest, tolerance)
    return found.differences.length === 0
  }

  #note(quantity: string, distance: bigint, allowed: bigint): void {
    const before = this.#seen.get(quantity)?.seen ?? 0n
    this.#seen.set(quantity, { seen: distance > before ? distance : before, allowed })
  }

  distances(): Distances {
    const entries = [...this.#seen].map(([quantity, { seen, allowed }]) => [
      quantity,
      { seen: seen.toString(), allowed: allowed.toString() },
    ])
    return Object.fromEntries(entries)
  }
}

/** The first checkpoint, in the vector's order, that the implementation reports and that differs. */
function judgeCheckpoints(
  judge: QuantityJudge,
  expected: JsonObject,
  got: JsonObject,
  declared: PublicFunction | undefined,
): string | undefined {
  const names = Object.keys(expected).filter((name) => Object.hasOwn(got, name))
  const wrong = names.filter((name) => {
    const type = declared?.checkpoints[name]?.describe
    const quantity = quantityOfCheckpoint(name)
    return !judge.judge(quantity, quantity, expected[name] ?? null, got[name] ?? null, type)
  })
  return wrong[0]
}

function judgeResult(judge: QuantityJudge, expected: Json, got: Json, type: TypeDescription | undefined): void {
  if (type?.kind !== "struct" || !isJsonObject(expected) || !isJsonObject(got)) {
    judge.judge(WHOLE_RESULT, "result", expected, got, type)
    return
  }
  for (const [name, field] of Object.entries(type.fields)) {
    judge.judge(name, `result.${name}`, expected[name] ?? null, got[name] ?? null, field)
  }
}

/** Judges the answer to a function vector. */
export function judgeFunction(vector: FunctionVector, answer: Answer, handshake: Handshake): FunctionJudgement {
  const { expect } = vector
  if ("error" in expect || "error" in answer) {
    const expected: Json = expect
    const got: Json = "error" in answer ? answer : { ok: answer.ok }
    return { differences: compare("answer", expected, got).differences, distances: {} }
  }
  const declared = functionTable.get(vector.function)
  const judge = new QuantityJudge(toleranceOf(vector, handshake))
  const checkpoint = judgeCheckpoints(judge, vector.checkpoints ?? {}, answer.checkpoints ?? {}, declared)
  judgeResult(judge, expect.ok, answer.ok, declared?.result.describe)
  return {
    differences: judge.differences,
    distances: judge.distances(),
    ...(checkpoint === undefined ? {} : { checkpoint }),
  }
}
