import { Argument, Command, Option } from "commander"
import { renderTerminal } from "../../reports/terminal.js"
import { REPORT_FORMS } from "../../reports/writeReports.js"
import type { RunReport } from "../runner/result.js"
import { readReport } from "./readReport.js"

const FORMS = { terminal: (report: RunReport) => renderTerminal(report), ...rendererTable() }

function rendererTable() {
  const { junit, markdown, html, badge } = REPORT_FORMS
  return { junit: junit.render, markdown: markdown.render, html: html.render, badge: badge.render }
}

async function report(file: string, { format }: { readonly format: keyof typeof FORMS }): Promise<void> {
  process.stdout.write(FORMS[format](await readReport(file)))
}

/** `subtensor-spec report` */
export function reportCommand(): Command {
  return new Command("report")
    .summary("render the JSON report of a run in other forms")
    .description("Prints the JSON report of a run in another form.")
    .addArgument(new Argument("<file>", "the report.json of a run"))
    .addOption(new Option("--format <form>", "the form").choices(Object.keys(FORMS)).default("terminal"))
    .action(report)
}
