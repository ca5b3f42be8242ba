import { readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { packageFolder } from "../harness/packageFolder.js"
import { loadVectors } from "../harness/runner/loadVectors.js"
import { indexProblems, readIndex } from "./generators/lint/indexProblems.js"
import { countKinds } from "./generators/renderIndex.js"
import { presentFiles } from "./generators/vectorFolder.js"

const FOLDER = join(packageFolder, "vectors")
const MEGABYTE = 1_000_000
const { vectors, problems } = await loadVectors({ path: FOLDER })
const counts = countKinds(vectors)

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((total, entry) => total + statSync(join(entry.parentPath, entry.name)).size, 0)
}

describe("the files of vectors", () => {
  it("satisfy the schema; their values are of the types of the functions; no two ids are the same", () => {
    expect(problems).toEqual([])
  })

  it("are in the index with their content hash, counts and ids, and every id is the path of its vector", () => {
    expect(indexProblems(FOLDER)).toEqual([])
    expect(readIndex(FOLDER).counts).toEqual(counts)
  })

  it("hold at least 1,500 function vectors", () => {
    expect(counts.function).toBeGreaterThanOrEqual(1_500)
  })

  it.runIf(counts.transition > 0)("hold at least 150 transitions", () => {
    expect(counts.transition).toBeGreaterThanOrEqual(150)
  })

  it.runIf(counts.trace > 0)("hold at least 15 traces", () => {
    expect(counts.trace).toBeGreaterThanOrEqual(15)
  })

  it("are none larger than about a megabyte, and all together with the recordings below 30", () => {
    const large = presentFiles(FOLDER).filter((path) => statSync(join(FOLDER, path)).size > 1.1 * MEGABYTE)
    expect(large).toEqual([])
    expect(sizeOf(FOLDER)).toBeLessThan(30 * MEGABYTE)
  })
})
