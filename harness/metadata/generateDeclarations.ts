import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DeclarationFiles } from "./declarationFiles.js"
import { readRuntimeMetadata } from "./runtimeMetadata.js"

// Writes the declarations of reference/state anew from a runtime's metadata.
const [metadataPath, specVersion] = process.argv.slice(2)
if (metadataPath === undefined || specVersion === undefined) {
  process.stderr.write("usage: npm run declarations -- METADATA.hex.gz SPEC_VERSION\n")
  process.exit(2)
}
const target = new URL("../../reference/state/", import.meta.url).pathname
mkdirSync(join(target, "storage"), { recursive: true })
for (const [path, text] of new DeclarationFiles(readRuntimeMetadata(metadataPath), specVersion).files()) {
  writeFileSync(join(target, path), text)
}
