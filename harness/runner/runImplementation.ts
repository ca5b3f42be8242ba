import { type Handshake, PROTOCOL_VERSION } from "../protocol/messages.js"
import { problemOf } from "../transports/connection.js"
import type { Implementation } from "../transports/implementation.js"
import type { Target } from "../transports/target.js"
import { countsOf } from "./counts.js"
import { judge, type Subject, type Verdict } from "./judge.js"
import type { ImplementationResult, VectorResult } from "./result.js"
import { reasonToSkip } from "./select.js"
import type { Vector } from "./vector.js"

/** After so many vectors in a row at which it was lost, an implementation is asked no more. */
const LOSSES_TO_GIVE_UP = 5

/** How to run. */
export interface RunOptions {
  /** How many instances of the implementation run at a time. */
  readonly jobs: number
  /** How long one answer may take, in milliseconds. */
  readonly timeout: number
  /** What a reproducing command needs besides the target and the vector's id. */
  readonly reproduceWith: readonly string[]
  /** Is told of every result as it comes. */
  readonly onResult?: (result: VectorResult) => void
  /** Breaks the run off when it aborts: what was not judged by then is errored, for the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

function resultOf(vector: Vector, { lost: _, ...verdict }: Verdict, milliseconds: number): VectorResult {
  const { id, kind, fork, chapter, clauses } = vector
  return { id, kind, fork, chapter, clauses, milliseconds, ...verdict }
}

/** The verdict on what a broken off run has not judged. */
function notRun({ reason }: AbortSignal): Verdict & { readonly reason: string } {
  return { status: "errored", reason: `not run: ${problemOf(reason)}`, notRun: true }
}

/** Judges, unless the run has been broken off, or is before the end of it. */
async function unlessBrokenOff(signal: AbortSignal | undefined, work: () => Promise<Verdict>): Promise<Verdict> {
  if (signal?.aborted) return notRun(signal)
  const verdict = await work()
  return signal?.aborted && verdict.status === "errored" ? notRun(signal) : verdict
}

/** One run of one implementation over all vectors. */
class Run {
  readonly #vectors: readonly Vector[]
  readonly #subject: Subject
  readonly #options: RunOptions
  readonly #results: VectorResult[]
  #next = 0
  #losses = 0
  #givenUp: string | undefined

  constructor(vectors: readonly Vector[], subject: Subject, options: RunOptions) {
    this.#vectors = vectors
    this.#subject = subject
    this.#options = options
    this.#results = []
  }

  async #verdict(implementation: Implementation, vector: Vector): Promise<Verdict> {
    const reason = reasonToSkip(vector, this.#subject.handshake)
    if (reason !== undefined) return { status: "skipped", reason }
    if (this.#givenUp !== undefined) return { status: "errored", reason: this.#givenUp }
    const verdict = await unlessBrokenOff(this.#options.signal, () => judge(implementation, vector, this.#subject))
    if (verdict.notRun !== true) this.#count(verdict)
    return verdict
  }

  #count(verdict: Verdict): void {
    this.#losses = verdict.lost ? this.#losses + 1 : 0
    if (this.#losses < LOSSES_TO_GIVE_UP) return
    this.#givenUp ??= `not asked: ${LOSSES_TO_GIVE_UP} vectors in a row had broken it, the last with: ${verdict.reason}`
  }

  /** Takes vector after vector until there are none. */
  async work(implementation: Implementation): Promise<void> {
    for (let index = this.#next++; index < this.#vectors.length; index = this.#next++) {
      const vector = this.#vectors[index]
      if (vector === undefined) return
      const started = performance.now()
      const verdict = await this.#verdict(implementation, vector)
      const result = resultOf(vector, verdict, performance.now() - started)
      this.#results[index] = result
      this.#options.onResult?.(result)
    }
  }

  finish(): ImplementationResult {
    const { target, handshake } = this.#subject
    const notRun = this.#results.find((result) => result.notRun)
    const problem = this.#givenUp ?? notRun?.reason
    return {
      target,
      name: handshake.name,
      version: handshake.version,
      ...(problem === undefined ? {} : { problem }),
      counts: countsOf(this.#results),
      results: this.#results,
    }
  }
}

function neverRan(
  target: Target,
  vectors: readonly Vector[],
  verdict: Verdict & { readonly reason: string },
  options: RunOptions,
): ImplementationResult {
  const { reason: problem } = verdict
  const results = vectors.map((vector) => resultOf(vector, verdict, 0))
  for (const result of results) options.onResult?.(result)
  return { target: target.text, name: target.text, version: "unknown", problem, counts: countsOf(results), results }
}

/** What came of the first request. */
export type Greeting = { readonly handshake: Handshake } | { readonly problem: string }

/** Shakes hands with an implementation; says what is wrong if it speaks another version or does not answer. */
export async function greet(implementation: Implementation): Promise<Greeting> {
  const outcome = await implementation.request("handshake", { protocol: PROTOCOL_VERSION })
  if (outcome.kind === "unsupported") return { problem: `the handshake failed: ${outcome.reason}` }
  if (outcome.kind === "broken") return { problem: `the handshake failed: ${outcome.problem}` }
  const { result: handshake } = outcome
  if (handshake.protocol === PROTOCOL_VERSION) return { handshake }
  return { problem: `it speaks version ${handshake.protocol} of the protocol; this harness speaks ${PROTOCOL_VERSION}` }
}

/**
 * Runs vectors against an implementation. Whatever it does, there is a result for each of them, and nothing is left
 * running.
 */
export async function runImplementation(
  target: Target,
  vectors: readonly Vector[],
  options: RunOptions,
): Promise<ImplementationResult> {
  const { signal, timeout, reproduceWith } = options
  if (signal?.aborted) return neverRan(target, vectors, notRun(signal), options)
  const first = target.create(timeout)
  const instances = [first]
  const closeAll = () => Promise.all(instances.map((instance) => instance.close()))
  signal?.addEventListener("abort", closeAll)
  try {
    const greeting = await greet(first)
    if (signal?.aborted) return neverRan(target, vectors, notRun(signal), options)
    if ("problem" in greeting) {
      return neverRan(target, vectors, { status: "errored", reason: greeting.problem }, options)
    }
    const subject = { target: target.text, handshake: greeting.handshake, options: reproduceWith }
    const run = new Run(vectors, subject, options)
    const jobs = Math.min(options.jobs, vectors.length, target.mostInstances ?? options.jobs)
    for (let job = 1; job < jobs; job++) instances.push(target.create(timeout))
    await Promise.all(instances.map((instance) => run.work(instance)))
    return run.finish()
  } finally {
    signal?.removeEventListener("abort", closeAll)
    await closeAll()
  }
}
