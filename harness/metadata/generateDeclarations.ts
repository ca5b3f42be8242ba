import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { declarationFiles } from "./describedForks.js"

// Writes the declarations of reference/state anew from the metadata of the forks' runtimes.
const target = new URL("../../reference/state/", import.meta.url).pathname
for (const [path, text] of declarationFiles()) {
  mkdirSync(dirname(join(target, path)), { recursive: true })
  writeFileSync(join(target, path), text)
}
