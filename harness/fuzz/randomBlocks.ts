import type fc from "fast-check"
import type { BlockRequest, Step } from "../../reference/interface/modelSession.js"
import { stateToJson } from "../../reference/interface/stateJson.js"
import type { JsonObject } from "../../reference/interface/valueType.js"
import { author } from "../../vectors/generators/scenarios/accounts.js"
import { INITIALIZE, parentHashOf } from "../../vectors/generators/scenarios/situation.js"
import { BLOCK_BEFORE, type Happening, happenings } from "../invariants/randomRun.js"
import { startOfRuns } from "../invariants/startOfRuns.js"
import type { BlocksCase } from "./fuzzCase.js"

/** The chapter of runs: they are about all chapters at once. */
export const CHAPTER_OF_RUNS = "state"

let start: JsonObject | undefined

function startState(): JsonObject {
  start ??= stateToJson(startOfRuns())
  return start
}

function block(number: bigint, steps: readonly Step[]): BlockRequest {
  return {
    blockNumber: number.toString(),
    parentHash: parentHashOf(number),
    blockAuthor: author,
    steps: [INITIALIZE, ...steps],
  }
}

/** Calls go into the block that was begun last. */
function blocksOf(list: readonly Happening[]): readonly BlockRequest[] {
  const contents: Step[][] = []
  for (const happening of list) {
    if (!("blocks" in happening)) contents.at(-1)?.push(happening)
    else for (let left = happening.blocks; left > 0; left--) contents.push([])
  }
  return contents.map((steps, index) => block(BLOCK_BEFORE + 1n + BigInt(index), steps))
}

/** Runs of a network at work, as they are drawn to look for broken invariants. */
export const randomRuns: fc.Arbitrary<BlocksCase> = happenings.map((list) => ({
  kind: "blocks",
  chapter: CHAPTER_OF_RUNS,
  state: startState(),
  blocks: blocksOf(list),
}))
