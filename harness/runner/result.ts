import type { Json } from "../../reference/interface/valueType.js"
import type { Comparison } from "./compareReports.js"

/** One place at which an answer is not what was expected. */
export interface Difference {
  /** Where, such as `result.bonds[3][1]` or `steps[0].changes.SubtensorModule.SubnetTAO`. */
  readonly path: string
  /** The expected value, undefined when nothing should be there. */
  readonly expected?: Json
  /** The value that came, undefined when nothing was there. */
  readonly got?: Json
  /** The two values as decimal numbers, for fixed-point numbers. */
  readonly expectedDecimal?: string
  readonly gotDecimal?: string
  /** How far apart they are in units of the last place, as a decimal string. */
  readonly distance?: string
  /** How far apart they may be, when there is a tolerance. */
  readonly tolerance?: string
}

/**
 * What became of a vector. `expected`: it failed or errored, as a file of expected failures says; `unexpected`: that file
 * lists it, and it passed.
 */
export type Status = "passed" | "failed" | "skipped" | "errored" | "expected" | "unexpected"

/** Why a vector is known to fail. */
export interface KnownFailure {
  /** The address of the issue, or `unreported`. */
  readonly issue: string
  readonly reason: string
}

/** What became of one vector at one implementation. */
export interface VectorResult {
  readonly id: string
  readonly kind: "function" | "transition" | "trace"
  readonly fork: string
  readonly chapter: string
  readonly clauses: readonly string[]
  readonly status: Status
  readonly milliseconds: number
  /** Why it was skipped, or what broke. */
  readonly reason?: string
  /** The run was broken off before this vector was judged: its status is errored, and says nothing. */
  readonly notRun?: boolean
  readonly failure?: Failure
  /** For a passed vector that was judged within tolerances: the largest distance by quantity. */
  readonly distances?: Distances
  /** For what a file of expected failures lists: what it says. */
  readonly known?: KnownFailure
}

/** The largest distance seen by quantity, with what was allowed, in units of the last place. */
export interface Distances {
  readonly [quantity: string]: { readonly seen: string; readonly allowed: string }
}

/** What a person needs to understand a failure. */
export interface Failure {
  readonly comment: string
  readonly subject: string
  readonly input: Json
  readonly expected: Json
  readonly got: Json
  /** The first checkpoint that differs, in the order of the computation. */
  readonly checkpoint?: string
  /** The differences, the first ones only when there are many. */
  readonly differences: readonly Difference[]
  readonly differenceCount: number
  /** One line that runs this vector alone. */
  readonly reproduce: string
}

/** How many vectors had which status. The last two are left out where there are none. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly errored: number
  readonly expected?: number
  readonly unexpected?: number
}

/** What became of one implementation. */
export interface ImplementationResult {
  readonly target: string
  readonly name: string
  readonly version: string
  /** Why it could not be run, or why it was given up. */
  readonly problem?: string
  readonly counts: Counts
  readonly results: readonly VectorResult[]
}

/** A vector that could not be used. */
export interface InputProblem {
  readonly file: string
  readonly problem: string
}

/** One of several runs that share the vectors among them: the `number`th, from 1, of so many. */
export interface Shard {
  readonly number: number
  readonly of: number
}

/** Which vectors were wanted. */
export interface ReportSelection {
  readonly forks: readonly string[]
  readonly chapters: readonly string[]
  readonly filter: string | null
  /** Left out when all of them were run. */
  readonly shard?: Shard
}

/** The whole run: what the JSON report holds and all other reports are made from. */
export interface RunReport {
  readonly format: 1
  readonly tool: { readonly name: "subtensor-spec"; readonly version: string }
  readonly started: string
  readonly seconds: number
  readonly selection: ReportSelection
  readonly vectors: number
  /** The SHA-256 hash of the files of vectors that were read: runs with the same hash had the same vectors to choose from. */
  readonly vectorsHash?: string
  readonly problems: readonly InputProblem[]
  readonly implementations: readonly ImplementationResult[]
  readonly exitStatus: number
  /** The difference to an earlier run, if one was asked for. */
  readonly comparison?: Comparison
}
