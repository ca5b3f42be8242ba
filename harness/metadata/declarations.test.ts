import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { packageFolder } from "../packageFolder.js"
import { declarationFiles, metadataFiles } from "./describedForks.js"

const METADATA = join(packageFolder, "..", "shared", "captures")
const isThere = metadataFiles(METADATA).every((file) => existsSync(file))

/** What a file declares, whatever its layout. */
function declarationsIn(text: string): string {
  return text.replace(/^import [^"]*"[^"]*"$/gm, "").replace(/[\s,()]/g, "")
}

describe("the declared storage, calls, events and errors", () => {
  it.skipIf(!isThere)("are those of the runtime's metadata (skipped where the metadata is absent)", () => {
    const files = declarationFiles(METADATA)
    expect(files.size).toBeGreaterThan(30)
    for (const [path, text] of files) {
      const committed = readFileSync(join(packageFolder, "reference", "state", path), "utf8")
      expect(declarationsIn(committed), path).toBe(declarationsIn(text))
    }
  })
})
