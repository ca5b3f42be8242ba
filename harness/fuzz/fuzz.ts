import fc from "fast-check"
import type { Handshake } from "../protocol/messages.js"
import { judge, type Subject, type Verdict } from "../runner/judge.js"
import { reasonToSkip } from "../runner/select.js"
import type { Vector } from "../runner/vector.js"
import type { Implementation } from "../transports/implementation.js"
import { isVector, vectorOf } from "./caseVector.js"
import { clausesOf } from "./findingClauses.js"
import type { FuzzCase } from "./fuzzCase.js"

/** How many simpler cases are tried at most, and how many when each of them costs a new instance. */
const MOST_TRIALS = 5_000
const MOST_LOSSES = 30

/** How to fuzz. */
export interface FuzzOptions {
  readonly fork: string
  readonly runs: number
  readonly seed: number
  /** Is told of every case as it is done, those of shrinking left out. */
  readonly onCase?: () => void
  /** Is told when a difference was found, before it is shrunk. */
  readonly onFinding?: () => void
}

/** A case in which the implementation differs from the model, or breaks: as simple as it could be made. */
export interface Finding {
  readonly vector: Vector
  readonly verdict: Verdict
  /** In which case it was found, from 1. */
  readonly run: number
  /** How many simplifications it went through, and how many were tried. */
  readonly shrinks: number
  readonly trials: number
}

/** What fuzzing came to. */
export interface FuzzOutcome {
  /** Cases in which model and implementation were compared. */
  readonly judged: number
  /** How many cases were not compared, by reason. */
  readonly skipped: ReadonlyMap<string, number>
  readonly finding?: Finding
}

/** Thrown by a case that is a finding, so that it is shrunk. */
class Found extends Error {
  readonly vector: Vector
  readonly verdict: Verdict

  constructor(vector: Vector, verdict: Verdict) {
    super(verdict.reason ?? "it differs")
    this.vector = vector
    this.verdict = verdict
  }
}

/** Asks model and implementation about case after case, until they differ; from then on about simpler cases. */
class Fuzzing {
  readonly #implementation: Implementation
  readonly #subject: Subject
  readonly #options: FuzzOptions
  readonly skipped = new Map<string, number>()
  judged = 0
  trials = 0
  #losses = 0
  #run = 0
  #first: Found | undefined

  constructor(implementation: Implementation, subject: Subject, options: FuzzOptions) {
    this.#implementation = implementation
    this.#subject = subject
    this.#options = options
  }

  /** Throws a Found. */
  async tryCase(one: FuzzCase): Promise<void> {
    if (this.#first === undefined) await this.#tryNew(one)
    else await this.#trySimpler(one, this.#first)
  }

  async #tryNew(one: FuzzCase): Promise<void> {
    this.#run++
    const found = await this.#ask(one, (reason) => this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + 1))
    this.#options.onCase?.()
    if (found === undefined) return
    this.#first = found
    this.#options.onFinding?.()
    throw found
  }

  /** A simpler case counts only if it is as wrong: an implementation that broke is to break again. */
  async #trySimpler(one: FuzzCase, first: Found): Promise<void> {
    if (this.trials >= MOST_TRIALS || this.#losses >= MOST_LOSSES) return
    this.trials++
    const found = await this.#ask(one, () => undefined)
    if (found?.verdict.lost === true) this.#losses++
    if (found?.verdict.status === first.verdict.status) throw found
  }

  async #ask(one: FuzzCase, skip: (reason: string) => void): Promise<Found | undefined> {
    const { fork, seed } = this.#options
    const vector = vectorOf(one, { fork, seed, run: this.#run }, this.#subject.handshake)
    if (!isVector(vector)) return void skip(vector.reason)
    const reason = reasonToSkip(vector, this.#subject.handshake)
    if (reason !== undefined) return void skip(reason)
    const verdict = await judge(this.#implementation, vector, this.#subject)
    if (verdict.status === "skipped") return void skip(verdict.reason ?? "no reason given")
    if (this.#first === undefined) this.judged++
    return verdict.status === "passed" ? undefined : new Found(vector, verdict)
  }

  finding(thrown: unknown, shrinks: number): Finding {
    if (!(thrown instanceof Found)) throw thrown
    const { vector, verdict } = thrown
    const found = { ...vector, clauses: clausesOf(vector, verdict) }
    return { vector: found, verdict, run: this.#run, shrinks, trials: this.trials }
  }
}

/** Compares implementation and model on drawn cases until they differ or the runs are done. */
export async function fuzz(
  implementation: Implementation,
  subject: { readonly target: string; readonly handshake: Handshake; readonly options: readonly string[] },
  cases: fc.Arbitrary<FuzzCase>,
  options: FuzzOptions,
): Promise<FuzzOutcome> {
  const fuzzing = new Fuzzing(implementation, subject, options)
  const property = fc.asyncProperty(cases, (one) => fuzzing.tryCase(one))
  const details = await fc.check(property, { numRuns: options.runs, seed: options.seed })
  const { judged, skipped } = fuzzing
  if (!details.failed) return { judged, skipped }
  return { judged, skipped, finding: fuzzing.finding(details.errorInstance, details.numShrinks) }
}
