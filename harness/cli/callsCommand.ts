import { join } from "node:path"
import { Command } from "commander"
import type { Fork } from "../../reference/forks/fork.js"
import { forkTable } from "../../reference/forks/forkTable.js"
import { callChecks } from "../clauses/callChecks.js"
import { type CallCoverage, callCoverage, readOutOfScope } from "../clauses/callCoverage.js"
import { countCalls } from "../clauses/countCalls.js"
import { NEWEST, readChapters } from "../clauses/readClauses.js"
import { notShown, type RefusalCoverage, readUnshown, refusalCoverage } from "../clauses/refusalCoverage.js"
import { shownRefusals } from "../clauses/shownRefusals.js"
import { packageFolder } from "../packageFolder.js"
import { UsageError } from "./usageError.js"

const HEAD = ["call", "clauses", "vectors", "errors"]

function rowOf({ call, clauses, vectors, errors, outOfScope }: CallCoverage): readonly string[] {
  if (outOfScope !== undefined) return [call, "not served", String(vectors), outOfScope.trim()]
  return [call, clauses.join(" ") || "none", String(vectors), errors.join(" ") || "none"]
}

/** Columns as wide as their widest entry; the last one runs on. */
function aligned(rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  const widths = HEAD.map((_, column) => width(column))
  const last = HEAD.length - 1
  return rows
    .map((row) => row.map((text, column) => (column < last ? text.padEnd(widths[column] ?? 0) : text)).join("  "))
    .join("\n")
}

function total(coverage: readonly CallCoverage[], { calls }: Fork): string {
  const served = coverage.filter(({ call }) => calls.has(call))
  const shown = served.filter(({ vectors }) => vectors > 0)
  return `${coverage.length} calls: ${served.length} served, ${shown.length} of them in vectors; ${coverage.length - served.length} out of scope`
}

interface Options {
  readonly fork: string
  readonly json?: boolean
  readonly checks?: boolean
}

function forkNamed(name: string): Fork {
  const fork = forkTable.get(name)
  if (fork !== undefined) return fork
  throw new UsageError(`there is no fork ${name}; the forks are ${[...forkTable.keys()].join(" and ")}`)
}

const VECTORS = join(packageFolder, "vectors")

function printCalls({ fork: name, json }: Options): void {
  const fork = forkNamed(name)
  const coverage = callCoverage(readChapters(), countCalls(VECTORS, name), readOutOfScope(), fork)
  const text =
    json === true
      ? JSON.stringify(coverage, null, 2)
      : `${aligned([HEAD, ...coverage.map(rowOf)])}\n${total(coverage, fork)}`
  process.stdout.write(`${text}\n`)
}

const MARKS = { vector: "vector ", reason: "reason ", nothing: "MISSING" } as const

function checkLines({ call, errors, pairs }: RefusalCoverage): readonly string[] {
  return [
    call,
    ...errors.map(({ error, shown }) => `  ${MARKS[shown]}  ${error}`),
    ...pairs.map(({ first, second, shown }) => `  ${MARKS[shown]}  ${first} before ${second}`),
  ]
}

function totalOf(name: string, rows: readonly { readonly shown: keyof typeof MARKS }[]): string {
  const count = (shown: keyof typeof MARKS) => rows.filter((row) => row.shown === shown).length
  return `${rows.length} ${name}: ${count("vector")} in vectors, ${count("reason")} with a reason why not, ${count("nothing")} missing`
}

function checkedText(coverage: readonly RefusalCoverage[], problems: readonly string[]): string {
  const errors = coverage.flatMap((row) => row.errors)
  const pairs = coverage.flatMap((row) => row.pairs)
  const totals = [totalOf("errors of calls", errors), totalOf("pairs of adjacent checks", pairs)]
  return [...coverage.flatMap(checkLines), ...problems, ...totals, `${problems.length} problems`].join("\n")
}

/** Lists each call's errors and pairs of adjacent checks, with what shows them; status 1 if something is missing. */
function printChecks({ fork: name, json }: Options): void {
  const fork = forkNamed(name)
  const unshown = readUnshown(name)
  const coverage = refusalCoverage(
    callChecks(readChapters(), name).filter(({ call }) => fork.calls.has(call)),
    shownRefusals(VECTORS, name),
    unshown,
  )
  const problems = notShown(coverage, unshown)
  const text = json === true ? JSON.stringify({ calls: coverage, problems }, null, 2) : checkedText(coverage, problems)
  process.stdout.write(`${text}\n`)
  if (problems.length > 0) process.exitCode = 1
}

/** `subtensor-spec calls` */
export function callsCommand(): Command {
  return new Command("calls")
    .summary("list the calls of the chain's own pallets with their clauses, vectors and errors")
    .description(
      "Lists every call of the pallets SubtensorModule, Swap and AdminUtils with the clauses that are its rules, how many vectors make it and the errors that the clauses list, or why the model does not serve it.",
    )
    .option("--fork <name>", "the fork whose calls are listed", NEWEST)
    .option("--json", "print JSON instead of a table")
    .option(
      "--checks",
      "list what calls can be refused with, and whether vectors show each error and which comes first",
    )
    .action((options: Options) => (options.checks === true ? printChecks(options) : printCalls(options)))
}
