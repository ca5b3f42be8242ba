import { renderTerminal } from "../../reports/terminal.js"
import { writeReports } from "../../reports/writeReports.js"
import type { RunReport } from "../runner/result.js"

/** Where the report of a run goes. */
export interface Publication {
  /** A folder for its files. */
  readonly folder: string | undefined
  /** Whether standard output gets the JSON in place of the summary. */
  readonly json: boolean | undefined
}

/**
 * Writes a report's files, prints it and sets the exit status. It is printed even when the files cannot be written: what
 * a long run found must not be lost.
 */
export async function publishReport(report: RunReport, { folder, json }: Publication): Promise<void> {
  let written: string | undefined
  try {
    if (folder !== undefined) await writeReports(report, folder)
    written = folder
  } finally {
    process.stdout.write(json === true ? `${JSON.stringify(report)}\n` : renderTerminal(report, written))
    process.exitCode = report.exitStatus
  }
}
