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

/** Whether another input gives one of the checkpoints that inputs are kept for the value for which they are kept. */
export function repeatsCheckpoint(answer: Answer, kept: KeptOfFunction, tried: readonly Tried[]): boolean {
  return Object.entries(kept).some(([index, earns]) => {
    const claimed = tried[Number(index)]
    if (claimed === undefined || claimed.answer === answer || !("checkpoint" in earns)) return false
    return checkpointText(claimed.answer, earns.checkpoint) === checkpointText(answer, earns.checkpoint)
  })
}

function checkpointText(answer: Answer, checkpoint: string): string {
  return canonicalJson(checkpointsOf(answer)[checkpoint])
}

/** For each checkpoint the first input that gives it a value which no listed case and no other kept input gives it. */
export function newCheckpoints(
  declared: PublicFunction,
  listed: readonly Draft[],
  tried: readonly Tried[],
): KeptOfFunction {
  let kept: KeptOfFunction = {}
  for (const checkpoint of Object.keys(declared.checkpoints)) {
    const others = [...listed, ...tried.filter(({ index }) => Object.hasOwn(kept, index))]
    const known = new Set(others.map(({ answer }) => checkpointText(answer, checkpoint)))
    const found = tried.find(
      ({ index, answer }) =>
        !Object.hasOwn(kept, index) &&
        saysSomething(checkpointsOf(answer)[checkpoint] ?? null) &&
        !known.has(checkpointText(answer, checkpoint)) &&
        !repeatsCheckpoint(answer, kept, tried),
    )
    if (found !== undefined) kept = { ...kept, [found.index]: { checkpoint } }
  }
  return kept
}
