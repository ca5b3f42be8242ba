import { readFile } from "node:fs/promises"
import { Argument, Command, Option } from "commander"
import type { Json } from "../../reference/interface/valueType.js"
import { renderTerminal } from "../../reports/terminal.js"
import { REPORT_FORMS } from "../../reports/writeReports.js"
import { isReport, problemOfReport } from "../protocol/schemas.js"
import type { RunReport } from "../runner/result.js"
import { UsageError } from "./usageError.js"

const FORMS = { terminal: (report: RunReport) => renderTerminal(report), ...rendererTable() }

function rendererTable() {
  const { junit, markdown, html } = REPORT_FORMS
  return { junit: junit.render, markdown: markdown.render, html: html.render }
}

async function readReport(file: string): Promise<RunReport> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new UsageError(`there is no readable file ${file}`)
  })
  const json = parsed(file, text)
  if (!isReport(json)) throw new UsageError(`${file} is not the JSON report of a run: ${problemOfReport(json)}`)
  return json
}

function parsed(file: string, text: string): Json {
  try {
    const json: Json = JSON.parse(text)
    return json
  } catch {
    throw new UsageError(`${file} is not JSON`)
  }
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
