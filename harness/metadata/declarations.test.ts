import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { packageFolder } from "../packageFolder.js"
import { DeclarationFiles } from "./declarationFiles.js"
import { readRuntimeMetadata } from "./runtimeMetadata.js"

const METADATA = join(packageFolder, "..", "shared", "captures", "metadata-425.hex.gz")

/** What a file declares, whatever its layout. */
function declarationsIn(text: string): string {
  return text.replace(/^import [^"]*"[^"]*"$/gm, "").replace(/[\s,()]/g, "")
}

describe("the declared storage, calls, events and errors", () => {
  it.skipIf(!existsSync(METADATA))("are those of the runtime's metadata (skipped where the metadata is absent)", () => {
    const files = new DeclarationFiles(readRuntimeMetadata(METADATA), "425").files()
    expect(files.size).toBeGreaterThan(20)
    for (const [path, text] of files) {
      const committed = readFileSync(join(packageFolder, "reference", "state", path), "utf8")
      expect(declarationsIn(committed), path).toBe(declarationsIn(text))
    }
  })
})
