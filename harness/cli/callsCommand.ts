import { join } from "node:path"
import { Command } from "commander"
import { type CallCoverage, callCoverage, isServed, readOutOfScope } from "../clauses/callCoverage.js"
import { countCalls } from "../clauses/countCalls.js"
import { readChapters } from "../clauses/readClauses.js"
import { packageFolder } from "../packageFolder.js"

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

function total(coverage: readonly CallCoverage[]): string {
  const served = coverage.filter(({ call }) => isServed(call))
  const shown = served.filter(({ vectors }) => vectors > 0)
  return `${coverage.length} calls: ${served.length} served, ${shown.length} of them in vectors; ${coverage.length - served.length} out of scope`
}

function printCalls({ json }: { readonly json?: boolean }): void {
  const coverage = callCoverage(readChapters(), countCalls(join(packageFolder, "vectors")), readOutOfScope())
  const text =
    json === true ? JSON.stringify(coverage, null, 2) : `${aligned([HEAD, ...coverage.map(rowOf)])}\n${total(coverage)}`
  process.stdout.write(`${text}\n`)
}

/** `subtensor-spec calls` */
export function callsCommand(): Command {
  return new Command("calls")
    .summary("list the calls of the chain's own pallets with their clauses, vectors and errors")
    .description(
      "Lists every call of the pallets SubtensorModule, Swap and AdminUtils with the clauses that are its rules, how many vectors make it and the errors that the clauses list, or why the model does not serve it.",
    )
    .option("--json", "print JSON instead of a table")
    .action(printCalls)
}
