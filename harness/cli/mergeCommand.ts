import { Argument, Command } from "commander"
import { mergeReports } from "../runner/mergeReports.js"
import type { RunReport } from "../runner/result.js"
import { readComparable, withComparison } from "./earlierReport.js"
import { publishReport } from "./publishReport.js"
import { readReport } from "./readReport.js"
import { checkReportFolder } from "./reportFolder.js"
import { UsageError } from "./usageError.js"

interface MergeCommandOptions {
  readonly report?: string
  readonly compareTo?: string
  readonly json?: boolean
}

async function merged(files: readonly string[]): Promise<RunReport> {
  const reports = await Promise.all(files.map(async (file) => ({ file, report: await readReport(file) })))
  try {
    return mergeReports(reports)
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === "MergeError") throw new UsageError(thrown.message)
    throw thrown
  }
}

async function merge(
  files: readonly string[],
  { report: folder, compareTo, json }: MergeCommandOptions,
): Promise<void> {
  checkReportFolder(folder)
  const earlier = compareTo === undefined ? undefined : await readComparable(compareTo)
  const report = withComparison(await merged(files), earlier)
  await publishReport(report, { folder, json })
}

/** `subtensor-spec merge` */
export function mergeCommand(): Command {
  return new Command("merge")
    .summary("make one report of those of shards or of several implementations")
    .description(
      "Makes one report of the JSON reports of all shards of a run, and of runs of other implementations over the same " +
        "vectors: the report that one run would have given. Refuses when a shard is missing or there twice, and when the " +
        "runs had other vectors or another selection.",
    )
    .addArgument(new Argument("<report.json...>", "the JSON reports"))
    .option("--compare-to <report.json>", "say what changed since this earlier run")
    .option("--report <folder>", "write reports there: JSON, JUnit, Markdown, an HTML page and a badge")
    .option("--json", "print the JSON report on standard output, and nothing else")
    .addHelpText(
      "after",
      "\nExit status: that of the whole run, as subtensor-spec run has it; 2 when they cannot be merged.",
    )
    .action(merge)
}
