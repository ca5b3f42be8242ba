import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { packageFolder } from "../packageFolder.js"
import { declarationFiles } from "./describedForks.js"

/** What a file declares, whatever its layout. */
function declarationsIn(text: string): string {
  return text.replace(/^import [^"]*"[^"]*"$/gm, "").replace(/[\s,()]/g, "")
}

describe("the declared storage, calls, events and errors", () => {
  it("are those of the runtimes' metadata", () => {
    const files = declarationFiles()
    expect(files.size).toBeGreaterThan(30)
    for (const [path, text] of files) {
      const committed = readFileSync(join(packageFolder, "reference", "state", path), "utf8")
      expect(declarationsIn(committed), path).toBe(declarationsIn(text))
    }
  })
})
