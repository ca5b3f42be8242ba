import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import type { Chapter } from "../../../harness/clauses/readClauses.js"
import { packageFolder } from "../../../harness/packageFolder.js"
import type { Vector } from "../../../harness/runner/vector.js"
import { clausesByFunction } from "../clauseProblems.js"
import type { SourceFunction } from "../sourceFunctions.js"
import type { WatchedModel } from "./runModel.js"

/** The vector that shows a clause's operation round. */
export interface LedgerRow {
  readonly clause: string
  readonly operation: string
  readonly vector: string
  /** How far the result lay above the exact one there, in units of its last place; or that there is no exact one. */
  readonly deviation: string
}

/** Operations of clauses that no vector shows to round, and why not. */
export interface UnshownRounding {
  readonly rows: Readonly<Record<string, readonly string[]>>
  readonly reason: string
}

/** The measured rows: spec/ledger.json. */
export const ledgerFile: string = join(packageFolder, "spec", "ledger.json")

/** Reads spec/ledger.json. */
export function readLedger(): readonly LedgerRow[] {
  return JSON.parse(readFileSync(ledgerFile, "utf8"))
}

/** Reads spec/unshownRoundings.yaml. */
export function readUnshownRoundings(): readonly UnshownRounding[] {
  return parse(readFileSync(join(packageFolder, "spec", "unshownRoundings.yaml"), "utf8"))
}

const KINDS = ["function", "transition", "trace"]

/** Lower is better: a vector of the clause itself before others, a function before a block, a block before many. */
function rankOf({ kind, clauses }: Vector, clause: string): number {
  return (clauses.includes(clause) ? 0 : KINDS.length) + KINDS.indexOf(kind)
}

function compareRows(a: LedgerRow, b: LedgerRow): number {
  const [left, right] = [`${a.clause} ${a.operation}`, `${b.clause} ${b.operation}`]
  return left < right ? -1 : left > right ? 1 : 0
}

/** For every operation of every clause, the best of the vectors that show it round. */
export function measureLedger(
  functions: readonly SourceFunction[],
  model: WatchedModel,
  vectors: readonly Vector[],
): readonly LedgerRow[] {
  const clauses = clausesByFunction(functions)
  const best = new Map<string, { readonly row: LedgerRow; readonly rank: number }>()
  for (const vector of vectors) {
    for (const { function: name, operation, deviation } of model.run(vector)) {
      for (const clause of clauses.get(name) ?? []) {
        const key = `${clause} ${operation}`
        const rank = rankOf(vector, clause)
        const known = best.get(key)
        if (known !== undefined && known.rank <= rank) continue
        best.set(key, { row: { clause, operation, vector: vector.id, deviation }, rank })
      }
    }
  }
  return [...best.values()].map(({ row }) => row).sort(compareRows)
}

/** Rounding rows with neither a vector nor a reason, and what speaks of rows that are not there or need no reason. */
export function ledgerProblems(
  chapters: readonly Chapter[],
  ledger: readonly LedgerRow[],
  unshown: readonly UnshownRounding[],
): readonly string[] {
  const said = new Set(
    chapters.flatMap(({ clauses }) =>
      clauses.flatMap(({ id, rounding = [] }) => rounding.map(({ operation }) => `${id} ${operation}`)),
    ),
  )
  const shown = new Set(ledger.map(({ clause, operation }) => `${clause} ${operation}`))
  const reasons = unshown.flatMap(({ rows }) =>
    Object.entries(rows).flatMap(([clause, operations]) => operations.map((operation) => `${clause} ${operation}`)),
  )
  const listed = new Set(reasons)
  return [
    ...[...said]
      .filter((row) => !shown.has(row) && !listed.has(row))
      .map((row) => `${row}: no vector shows it round, and spec/unshownRoundings.yaml gives no reason`),
    ...[...shown]
      .filter((row) => !said.has(row))
      .map((row) => `spec/ledger.json has ${row}, of which no clause speaks`),
    ...reasons
      .filter((row, index) => !said.has(row) || shown.has(row) || reasons.indexOf(row) !== index)
      .map((row) => `spec/unshownRoundings.yaml gives a reason for ${row}, which needs none`),
  ]
}
