import { packageVersion } from "../../../harness/packageFolder.js"
import type { ExpectedBlock, TraceVector } from "../../../harness/runner/vector.js"
import type { BlockAnswer, BlockRequest, Step } from "../../../reference/interface/modelSession.js"
import { stateToJson } from "../../../reference/interface/stateJson.js"
import type { JsonObject } from "../../../reference/interface/valueType.js"
import { slugOf } from "../functions/draft.js"
import { stemOf, type VectorFile } from "../generator.js"
import { author } from "./accounts.js"
import type { Network } from "./network.js"
import { sessionOf } from "./sessions.js"
import { INITIALIZE, parentHashOf } from "./situation.js"
import { SCENARIOS } from "./transitionVectors.js"

/** Many blocks on a chain. */
export interface TraceScenario extends Pick<VectorFile, "chapter" | "name"> {
  /** What happens, for a person. */
  readonly comment: string
  readonly clauses: readonly string[]
  readonly network: Network
  readonly blocks: readonly BlockRequest[]
  /** Keeps every block in full, and not only those with an epoch. */
  readonly inFull?: true
  /** The refusals that are part of it, by call; any other would be a mistake. */
  readonly refused?: readonly string[]
}

/** What happens in some of a trace's blocks, by their number, after the block step. */
export type Happenings = { readonly [blockNumber: number]: readonly Step[] }

/** Successive blocks, each with its block step and then what happens in it. */
export function blocks(first: number, count: number, happenings: Happenings = {}): readonly BlockRequest[] {
  return Array.from({ length: count }, (_, index) => {
    const number = first + index
    return {
      blockNumber: number.toString(),
      parentHash: parentHashOf(BigInt(number)),
      blockAuthor: author,
      steps: [INITIALIZE, ...(happenings[number] ?? [])],
    }
  })
}

/** Blocks in which no more happened than in any other are kept without their storage and events: the next ones tell. */
export function expectedBlock({ steps }: BlockAnswer, inFull: boolean): ExpectedBlock {
  const hasEpoch = steps.some(({ changes }) => "SubtensorModule.LastEpochBlock" in changes)
  if (hasEpoch || inFull) return { steps }
  return { steps: steps.map((step, index) => (index === 0 ? { result: step.result } : step)) }
}

/** The items of storage that blocks changed, in the order of their names. */
export function changedItems(answers: readonly BlockAnswer[]): readonly string[] {
  return [...new Set(answers.flatMap(({ steps }) => steps.flatMap(({ changes }) => Object.keys(changes))))].sort()
}

function ensureOnlyKnownRefusals({ name, refused = [] }: TraceScenario, answers: readonly BlockAnswer[]): void {
  const errors = answers.flatMap(({ steps }) =>
    steps.flatMap(({ result }) => ("error" in result ? [result.error] : [])),
  )
  if (errors.join() !== refused.join()) {
    throw new Error(
      `the trace ${name} refuses with ${errors.join(", ") || "nothing"}, not ${refused.join(", ") || "nothing"}`,
    )
  }
}

/** The file of a trace: it alone, with the storage that it changed as it is at the end. */
export function fileOfTrace(scenario: TraceScenario): VectorFile {
  const { fork } = scenario.network.state.declarations
  const place = { fork, chapter: scenario.chapter, name: scenario.name }
  const state: JsonObject = stateToJson(scenario.network.state)
  const session = sessionOf(fork)
  session.load(state)
  const answers = scenario.blocks.map((block) => session.step(block))
  ensureOnlyKnownRefusals(scenario, answers)
  const vector: TraceVector = {
    id: `${stemOf(place)}/${slugOf(`${scenario.blocks.length} blocks`)}`,
    kind: "trace",
    fork,
    chapter: scenario.chapter,
    clauses: scenario.clauses,
    comment: scenario.comment,
    provenance: { generator: SCENARIOS, model: packageVersion() },
    confirmed: "model",
    earns: { boundary: scenario.comment },
    input: { state, blocks: scenario.blocks },
    expect: {
      blocks: answers.map((answer, index) =>
        expectedBlock(answer, scenario.inFull === true || index === answers.length - 1),
      ),
      state: session.read(changedItems(answers)),
    },
  }
  return { ...place, vectors: [vector] }
}
