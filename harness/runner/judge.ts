import type { Json } from "../../reference/interface/valueType.js"
import type { Handshake } from "../protocol/messages.js"
import { quoted } from "../transports/commandLine.js"
import type { Implementation, Outcome } from "../transports/implementation.js"
import { abridge } from "./abridge.js"
import { askFunction, askTrace, askTransition } from "./ask.js"
import { judgeFunction, problemOfAnswer } from "./judgeFunction.js"
import { type Judgement, judgeTrace, judgeTransition } from "./judgeSteps.js"
import type { Distances, Failure, Status } from "./result.js"
import { type FunctionVector, nameOfStep, type TraceVector, type TransitionVector, type Vector } from "./vector.js"

const MOST_DIFFERENCES = 20

/** An implementation with what it says of itself. */
export interface Subject {
  readonly target: string
  readonly handshake: Handshake
  /** What a reproducing command needs besides the target and the vector's id. */
  readonly options: readonly string[]
}

/** What became of a vector, before it is put in the report. */
export interface Verdict {
  readonly status: Status
  readonly reason?: string
  readonly failure?: Failure
  readonly distances?: Distances
  /** Whether the implementation was lost: it must be started anew. */
  readonly lost?: boolean
  /** Whether it is none: the run was broken off first. */
  readonly notRun?: boolean
}

function unanswered(outcome: Exclude<Outcome<unknown>, { readonly kind: "answered" }>): Verdict {
  if (outcome.kind === "unsupported") return { status: "skipped", reason: outcome.reason }
  return { status: "errored", reason: outcome.problem, lost: outcome.lost }
}

function reproducing(vector: Vector, { target, options }: Subject): string {
  const words = ["run", "--impl", target, ...options, "--fork", vector.fork, "--filter", vector.id]
  return `npx subtensor-spec ${words.map(quoted).join(" ")}`
}

function subjectOf(vector: Vector): string {
  if (vector.kind === "function") return vector.function
  if (vector.kind === "trace") return `a trace of ${vector.input.blocks.length} blocks`
  return vector.input.steps.map(nameOfStep).join(", ")
}

function failed(vector: Vector, subject: Subject, judgement: Judgement, expected: Json, got: Json): Verdict {
  const { differences, checkpoint } = judgement
  const failure: Failure = {
    comment: vector.comment,
    subject: subjectOf(vector),
    input: abridge(asJson(vector.input)),
    expected: abridge(expected),
    got: abridge(got),
    ...(checkpoint === undefined ? {} : { checkpoint }),
    differences: differences.slice(0, MOST_DIFFERENCES),
    differenceCount: differences.length,
    reproduce: reproducing(vector, subject),
  }
  return { status: "failed", failure }
}

/** Plain data of our own types as the JSON that it would be sent as. */
function asJson(data: object): Json {
  const json: Json = JSON.parse(JSON.stringify(data))
  return json
}

async function judgeCall(implementation: Implementation, vector: FunctionVector, subject: Subject): Promise<Verdict> {
  const outcome = await askFunction(implementation, vector)
  if (outcome.kind !== "answered") return unanswered(outcome)
  const problem = problemOfAnswer(vector, outcome.result)
  if (problem !== undefined) return { status: "errored", reason: `the answer is malformed: ${problem}` }
  const judgement = judgeFunction(vector, outcome.result, subject.handshake)
  if (judgement.differences.length === 0) return { status: "passed", distances: judgement.distances }
  return failed(vector, subject, judgement, asJson(vector.expect), asJson(outcome.result))
}

async function judgeApply(
  implementation: Implementation,
  vector: TransitionVector,
  subject: Subject,
): Promise<Verdict> {
  const outcome = await askTransition(implementation, vector)
  if (outcome.kind !== "answered") return unanswered(outcome)
  const judgement = judgeTransition(vector, outcome.result)
  if (judgement.differences.length === 0) return { status: "passed" }
  return failed(vector, subject, judgement, asJson(vector.expect), asJson(outcome.result))
}

async function judgeSteps(implementation: Implementation, vector: TraceVector, subject: Subject): Promise<Verdict> {
  const outcome = await askTrace(implementation, vector)
  if (outcome.kind !== "answered") return unanswered(outcome)
  const judgement = judgeTrace(vector, outcome.result)
  if (judgement.differences.length === 0) return { status: "passed" }
  const last = outcome.result.blocks.length - 1
  const expected = vector.expect.blocks[last] ?? { steps: [] }
  return failed(vector, subject, judgement, asJson(expected), asJson(outcome.result.blocks[last] ?? { steps: [] }))
}

/** Asks the implementation about a vector and judges what it says. */
export function judge(implementation: Implementation, vector: Vector, subject: Subject): Promise<Verdict> {
  if (vector.kind === "function") return judgeCall(implementation, vector, subject)
  if (vector.kind === "transition") return judgeApply(implementation, vector, subject)
  return judgeSteps(implementation, vector, subject)
}
