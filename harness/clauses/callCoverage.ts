import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { balancer } from "../../reference/forks/balancer.js"
import type { Fork } from "../../reference/forks/fork.js"
import { packageFolder } from "../packageFolder.js"
import { type Chapter, type Clause, callsOf, chaptersOfFork } from "./readClauses.js"

/** What the specification has of a call. */
export interface CallCoverage {
  /** `Pallet.name` */
  readonly call: string
  readonly chapters: readonly string[]
  readonly clauses: readonly string[]
  /** Transitions and traces with a step that makes the call. */
  readonly vectors: number
  /** The errors that its clauses list, by name. */
  readonly errors: readonly string[]
  /** Why the model does not serve the call; undefined when it does. */
  readonly outOfScope?: string
}

/** The pallets whose calls the specification is about. */
const PALLETS: ReadonlySet<string> = new Set(["SubtensorModule", "Swap", "AdminUtils"])

/** The calls that those pallets of a fork declare, in the order of the pallets' indices. */
export function declaredBy({ runtime }: Fork): readonly string[] {
  return runtime.calls.filter(({ pallet }) => PALLETS.has(pallet)).map(({ pallet, name }) => `${pallet}.${name}`)
}

/** Those of the newest fork. */
export const declaredCalls: readonly string[] = declaredBy(balancer)

/** Whether the newest fork serves a call. */
export function isServed(call: string): boolean {
  return balancer.calls.has(call)
}

interface OutOfScope {
  readonly calls: readonly { readonly call: string; readonly reason: string }[]
}

/** The calls that are left out on purpose, with the reason. */
export function readOutOfScope(): ReadonlyMap<string, string> {
  const { calls: left }: OutOfScope = parse(readFileSync(join(packageFolder, "spec", "outOfScope.yaml"), "utf8"))
  return new Map(left.map(({ call, reason }) => [call, reason]))
}

/** What the specification has of every call that a fork declares. */
export function callCoverage(
  chapters: readonly Chapter[],
  vectors: ReadonlyMap<string, number>,
  outOfScope: ReadonlyMap<string, string>,
  fork: Fork = balancer,
): readonly CallCoverage[] {
  const clauses = chaptersOfFork(chapters, fork.name).flatMap((chapter) => chapter.clauses)
  return declaredBy(fork).map((call) => {
    const rules = clauses.filter((clause) => callsOf(clause).includes(call))
    const reason = fork.calls.has(call) ? undefined : outOfScope.get(call)
    return {
      call,
      chapters: distinct(rules.map(({ id }) => id.slice(0, id.lastIndexOf("-")))),
      clauses: rules.map(({ id }) => id),
      vectors: vectors.get(call) ?? 0,
      errors: distinct(rules.flatMap(errorsOf)).sort(),
      ...(reason === undefined ? {} : { outOfScope: reason }),
    }
  })
}

function errorsOf({ errors, preconditions }: Clause): readonly string[] {
  const ofChecks = (preconditions ?? []).flatMap(({ error }) => (error === undefined ? [] : [error]))
  return [...(errors ?? []), ...ofChecks]
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}
