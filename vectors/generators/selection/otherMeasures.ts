import type { Answer, PublicFunction } from "../../../reference/interface/publicFunction.js"
import { isJsonList, isJsonObject, type Json, type JsonObject } from "../../../reference/interface/valueType.js"
import { canonicalJson } from "../canonicalJson.js"
import type { Draft } from "../functions/draft.js"
import type { KeptOfFunction } from "../functions/keptInputs.js"
import { partitionOf } from "../functions/partition.js"

const MOST_PARTITIONS = 5
const SIMPLE = new Set(["integer", "fixed", "perquintill", "boolean", "choice", "optional"])

/** A random input with its answer and its place in the sequence. */
export interface Tried {
  readonly index: number
  readonly input: JsonObject
  readonly answer: Answer
}

/** Whether an input is made of single numbers: only then does the part of their types say much about it. */
function isSimple({ parameters }: PublicFunction): boolean {
  return Object.values(parameters).every(({ describe }) => SIMPLE.has(describe.kind))
}

/**
 * The first inputs that lie, together with their answer, in a part of their types where no listed case does. Functions
 * of which the chain's own values are known are served by those.
 */
export function newPartitions(
  declared: PublicFunction,
  listed: readonly Draft[],
  tried: readonly Tried[],
): KeptOfFunction {
  if (!isSimple(declared) || listed.some(({ confirmed }) => confirmed === "chain")) return {}
  const taken = new Set(listed.map(({ input, answer }) => partitionOf(declared, input, answer)))
  const kept: [string, { readonly boundary: string }][] = []
  for (const { index, input, answer } of tried) {
    const boundary = partitionOf(declared, input, answer)
    if (taken.has(boundary) || "error" in answer || kept.length === MOST_PARTITIONS) continue
    taken.add(boundary)
    kept.push([index.toString(), { boundary }])
  }
  return Object.fromEntries(kept)
}

/** Whether anything in a value is neither zero nor false. */
function saysSomething(json: Json): boolean {
  if (isJsonList(json)) return json.some((element) => saysSomething(element))
  if (isJsonObject(json)) return Object.values(json).some(saysSomething)
  return json !== "0" && json !== false && json !== null
}

function checkpointsOf(answer: Answer): JsonObject {
  return "ok" in answer ? (answer.checkpoints ?? {}) : {}
}

/** For each checkpoint the first input, not kept for another, that gives it a value which no listed case gives it. */
export function newCheckpoints(
  declared: PublicFunction,
  listed: readonly Draft[],
  tried: readonly Tried[],
): KeptOfFunction {
  const used = new Set<number>()
  const entries = Object.keys(declared.checkpoints).flatMap((checkpoint) => {
    const checkpointText = (answer: Answer) => canonicalJson(checkpointsOf(answer)[checkpoint])
    const known = new Set(listed.map(({ answer }) => checkpointText(answer)))
    const found = tried.find(
      ({ index, answer }) =>
        !used.has(index) &&
        !known.has(checkpointText(answer)) &&
        saysSomething(checkpointsOf(answer)[checkpoint] ?? null),
    )
    if (found === undefined) return []
    used.add(found.index)
    return [[found.index.toString(), { checkpoint }] as const]
  })
  return Object.fromEntries(entries)
}
