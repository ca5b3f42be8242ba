import { compareReports } from "../runner/compareReports.js"
import type { RunReport } from "../runner/result.js"
import { readReport } from "./readReport.js"
import { UsageError } from "./usageError.js"

/** Reads a report to compare with. Throws a UsageError for a shard: which vectors it has depends on all others. */
export async function readComparable(file: string): Promise<RunReport> {
  const report = await readReport(file)
  const { shard } = report.selection
  if (shard === undefined) return report
  throw new UsageError(
    `${file} is of shard ${shard.number}/${shard.of} alone: merge the shards first, with subtensor-spec merge`,
  )
}

/** The report with its difference to an earlier one, if there is one. */
export function withComparison(report: RunReport, earlier: RunReport | undefined): RunReport {
  return earlier === undefined ? report : { ...report, comparison: compareReports(earlier, report) }
}
