import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { declarationFiles, metadataFiles } from "./describedForks.js"

// Writes the declarations of reference/state anew from the metadata of the forks' runtimes.
const [folder] = process.argv.slice(2)
const missing = folder === undefined ? undefined : metadataFiles(folder).find((file) => !existsSync(file))
if (folder === undefined || missing !== undefined) {
  const problem = missing === undefined ? "" : `there is no file ${missing}\n`
  process.stderr.write(`${problem}usage: npm run declarations -- FOLDER_WITH_METADATA\n`)
  process.exit(2)
}
const target = new URL("../../reference/state/", import.meta.url).pathname
for (const [path, text] of declarationFiles(folder)) {
  mkdirSync(dirname(join(target, path)), { recursive: true })
  writeFileSync(join(target, path), text)
}
