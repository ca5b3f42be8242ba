import { Argument, Command, Option } from "commander"
import { renderComparisonHtml } from "../../reports/comparisonHtml.js"
import { renderComparisonMarkdown } from "../../reports/comparisonMarkdown.js"
import { renderComparisonTerminal } from "../../reports/comparisonTerminal.js"
import { type Comparison, compareReports, hasNewFailures } from "../runner/compareReports.js"
import { readComparable } from "./earlierReport.js"

const FORMS = {
  terminal: (comparison: Comparison) => `${renderComparisonTerminal(comparison)}\n`,
  markdown: renderComparisonMarkdown,
  json: (comparison: Comparison) => `${JSON.stringify(comparison, null, 1)}\n`,
  html: renderComparisonHtml,
} as const

async function compare(
  before: string,
  after: string,
  { format }: { readonly format: keyof typeof FORMS },
): Promise<void> {
  const comparison = compareReports(await readComparable(before), await readComparable(after))
  process.stdout.write(FORMS[format](comparison))
  process.exitCode = hasNewFailures(comparison) ? 1 : 0
}

/** `subtensor-spec compare` */
export function compareCommand(): Command {
  return new Command("compare")
    .summary("say what changed between two runs")
    .description(
      "Says which vectors are newly failing, newly passing, no longer run, added and removed between two runs, going by " +
        "their JSON reports. An implementation is the same when its target is, else when its name is; the only one of each " +
        "run is always the same. A vector that one of the runs was told to leave out is neither added nor removed.",
    )
    .addArgument(new Argument("<old>", "the report.json of the earlier run"))
    .addArgument(new Argument("<new>", "the report.json of the later run"))
    .addOption(new Option("--format <form>", "the form").choices(Object.keys(FORMS)).default("terminal"))
    .addHelpText("after", "\nExit status: 0 nothing is newly failing; 1 something is; 2 a report is unusable.")
    .action(compare)
}
