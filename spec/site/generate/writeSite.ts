import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { packageFolder } from "../../../harness/packageFolder.js"
import { renderHtml } from "../../../reports/html.js"
import { allPages } from "./allPages.js"
import { type Content, readContent } from "./content.js"
import { navigation } from "./navigation.js"
import { pageText } from "./page.js"

function write(folder: string, path: string, text: string): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b6350"/><path d="M8 9h16v4h-6v11h-4V13H8z" fill="#fdfcf9"/></svg>`

/** The files that the site carries as they are: vectors, the protocol's documents, the last report. */
function writeFiles(folder: string, { forks, report }: Content): void {
  const carried = join(folder, "public")
  const spec = join(packageFolder, "spec")
  const folders = forks.map(({ name }) => name).filter((name) => existsSync(join(packageFolder, "vectors", name)))
  for (const name of ["index.json", ...folders]) {
    cpSync(join(packageFolder, "vectors", name), join(carried, "golden", name), { recursive: true, force: true })
  }
  cpSync(join(spec, "vector.schema.json"), join(carried, "golden", "vector.schema.json"))
  for (const name of ["openrpc.json", "messages.schema.json", "report.schema.json", "expected.schema.json"]) {
    cpSync(join(spec, "protocol", name), join(carried, "protocol", name))
  }
  write(carried, "icon.svg", ICON)
  if (report !== undefined) write(carried, "conformance.html", renderHtml(report))
}

/** Writes the pages' sources, their navigation and the files beside them into a folder. Returns the number of pages. */
export function writeSite(folder: string): number {
  const content = readContent()
  const pages = allPages(content)
  for (const page of pages) write(folder, page.path, pageText(page))
  write(folder, "navigation.json", JSON.stringify(navigation(content, pages)))
  writeFiles(folder, content)
  return pages.length
}
