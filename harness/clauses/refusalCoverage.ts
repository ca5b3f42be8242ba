import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { packageFolder } from "../packageFolder.js"
import type { CallChecks, ErrorPair } from "./callChecks.js"
import { NEWEST } from "./readClauses.js"
import type { ShownRefusals } from "./shownRefusals.js"

/** What no vector can show of some calls, and why not: an error alone, or that it comes before a second one. */
export interface Unshown {
  /** The fork whose calls they are, if not the newest. */
  readonly fork?: string
  readonly calls: readonly string[]
  readonly error: string
  readonly before?: string
  readonly reason: string
}

/** Whether vectors show a refusal, or a data file says why not, or neither. */
export type Shown = "vector" | "reason" | "nothing"

/** What vectors show of what a call can be refused with. */
export interface RefusalCoverage {
  readonly call: string
  readonly errors: readonly { readonly error: string; readonly shown: Shown }[]
  readonly pairs: readonly (ErrorPair & { readonly shown: Shown })[]
}

/** What vectors of a fork cannot show: vectors/unshown.yaml. */
export function readUnshown(fork: string): readonly Unshown[] {
  const all: readonly Unshown[] = parse(readFileSync(join(packageFolder, "vectors", "unshown.yaml"), "utf8")) ?? []
  return all.filter((entry) => (entry.fork ?? NEWEST) === fork)
}

function isListed(listed: readonly Unshown[], call: string, error: string, before: string | undefined): boolean {
  return listed.some((entry) => entry.calls.includes(call) && entry.error === error && entry.before === before)
}

/** Lays what vectors show beside what the clauses of calls list. */
export function refusalCoverage(
  checks: readonly CallChecks[],
  shown: ReadonlyMap<string, ShownRefusals>,
  listed: readonly Unshown[],
): readonly RefusalCoverage[] {
  return checks.map(({ call, errors, pairs }) => {
    const vectors = shown.get(call)
    const isShown = ({ first, second }: ErrorPair) =>
      vectors?.pairs.some((pair) => pair.first === first && pair.second === second) === true
    const stateOf = (hasVector: boolean, error: string, before?: string): Shown =>
      hasVector ? "vector" : isListed(listed, call, error, before) ? "reason" : "nothing"
    return {
      call,
      errors: errors.map((error) => ({ error, shown: stateOf(vectors?.errors.has(error) === true, error) })),
      pairs: pairs.map((pair) => ({ ...pair, shown: stateOf(isShown(pair), pair.first, pair.second) })),
    }
  })
}

/** What neither a vector nor a reason speaks of, and reasons for what has a vector or is not in the clauses. */
export function notShown(coverage: readonly RefusalCoverage[], listed: readonly Unshown[]): readonly string[] {
  const missing = coverage.flatMap(({ call, errors, pairs }) => [
    ...errors.filter(({ shown }) => shown === "nothing").map(({ error }) => `${call}: no vector shows ${error}`),
    ...pairs
      .filter(({ shown }) => shown === "nothing")
      .map(({ first, second }) => `${call}: no vector shows ${first} before ${second}`),
  ])
  return [...missing, ...listed.flatMap((entry) => staleCalls(coverage, entry))]
}

function staleCalls(coverage: readonly RefusalCoverage[], { calls, error, before }: Unshown): readonly string[] {
  const stale = calls.filter((call) => {
    const ofCall = coverage.find((row) => row.call === call)
    const needed =
      before === undefined
        ? ofCall?.errors.some((row) => row.error === error && row.shown === "reason")
        : ofCall?.pairs.some((row) => row.first === error && row.second === before && row.shown === "reason")
    return needed !== true
  })
  const what = before === undefined ? error : `${error} before ${before}`
  return stale.map((call) => `vectors/unshown.yaml gives a reason for ${call}: ${what}, which needs none`)
}
