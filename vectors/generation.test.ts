import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync, gzipSync } from "node:zlib"
import { afterAll, describe, expect, it } from "vitest"
import { packageFolder } from "../harness/packageFolder.js"
import { renderAll } from "./generators/renderAll.js"
import { firstDifference, writeFolder } from "./generators/vectorFolder.js"

const files = renderAll()
const scratch = mkdtempSync(join(tmpdir(), "vectors-"))
afterAll(() => rmSync(scratch, { recursive: true }))

describe("generation", () => {
  it("gives the vectors that are kept here, byte for byte", () => {
    expect(firstDifference(join(packageFolder, "vectors"), files)).toBeUndefined()
  })

  it("writes what it then finds unchanged", () => {
    const { length } = files
    expect(writeFolder(scratch, files)).toEqual({ written: length, unchanged: 0, removed: 0 })
    expect(writeFolder(scratch, files)).toEqual({ written: 0, unchanged: length, removed: 0 })
  })

  it("packs what is cut out of recordings, the same way on every system, and leaves it when only the packing differs", () => {
    const file = files.find(({ path }) => path.endsWith(".json.gz"))
    if (file === undefined) throw new Error("nothing is packed")
    const path = join(scratch, file.path)
    const bytes = readFileSync(path)
    expect(gunzipSync(bytes).toString()).toBe(file.text)
    // The header: gzip's mark and method, no name, no time, best compression, no system.
    expect(bytes.subarray(0, 10).toString("hex")).toBe("1f8b08000000000002ff")
    writeFileSync(path, gzipSync(file.text, { level: 1 }))
    expect(firstDifference(scratch, files)).toBeUndefined()
    expect(writeFolder(scratch, files)).toMatchObject({ written: 0 })
  })

  it("names the first file that differs, is missing or is too many", () => {
    const [first, second] = files.filter(({ path }) => path.endsWith(".json"))
    if (first === undefined || second === undefined) throw new Error("there are no files")
    const path = join(scratch, first.path)
    writeFileSync(path, readFileSync(path, "utf8").replace("format", "Format"))
    expect(firstDifference(scratch, files)).toBe(`${first.path} differs from what the generators give, at line 2`)
    writeFolder(scratch, files)
    rmSync(join(scratch, second.path))
    expect(firstDifference(scratch, files)).toBe(`${second.path} is missing`)
    writeFolder(scratch, [...files, { path: "balancer/pool/stranger.json", text: "{}" }])
    expect(firstDifference(scratch, files)).toBe("balancer/pool/stranger.json is not among what the generators give")
    expect(writeFolder(scratch, files)).toMatchObject({ written: 0, removed: 1 })
  })
})

describe("what was selected", () => {
  it("still reaches, alone, the branch that it is kept for", { timeout: 120_000 }, () => {
    const script = join("vectors", "generators", "selection", "checkClaims.ts")
    const words = ["--import", "./tooling/register.js", script]
    const { stdout, status } = spawnSync(process.execPath, words, { cwd: packageFolder, encoding: "utf8" })
    expect(stdout).toContain("0 claims of a branch are wrong")
    expect(status).toBe(0)
  })
})
