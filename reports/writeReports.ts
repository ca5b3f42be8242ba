import type { RunReport } from "../harness/runner/result.js"
import { writeFolder } from "../harness/writeWhole.js"
import { renderBadge } from "./badge.js"
import { renderHtml } from "./html.js"
import { renderJunit } from "./junit.js"
import { renderMarkdown } from "./markdown.js"

/** A form of the report, and the file that holds it. */
export interface ReportForm {
  readonly file: string
  readonly render: (report: RunReport) => string
}

/** All forms that are written to files. */
export const REPORT_FORMS = {
  json: { file: "report.json", render: (report) => `${JSON.stringify(report, null, 1)}\n` },
  junit: { file: "junit.xml", render: renderJunit },
  markdown: { file: "summary.md", render: renderMarkdown },
  html: { file: "index.html", render: renderHtml },
  badge: { file: "badge.json", render: renderBadge },
} as const satisfies { readonly [name: string]: ReportForm }

/** Writes every form of the report into a folder, which is made if need be: all of them or none. Throws a WriteError. */
export async function writeReports(report: RunReport, folder: string): Promise<void> {
  const forms: readonly ReportForm[] = Object.values(REPORT_FORMS)
  await writeFolder(
    folder,
    forms.map(({ file, render }) => [file, render(report)]),
  )
}
