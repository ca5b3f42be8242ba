import { spawnSync } from "node:child_process"
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { packageFolder } from "../packageFolder.js"
import { loadVectors } from "../runner/loadVectors.js"
import type { ImplementationResult, VectorResult } from "../runner/result.js"
import { runImplementation } from "../runner/runImplementation.js"
import type { Vector } from "../runner/vector.js"
import { parseTarget } from "../transports/target.js"

const CHAPTERS = ["numbers", "emission", "pool", "consensus"]
const LEAST_PASSED = 7_000
const EPOCH = "/consensus/epoch/"

const sample = join(packageFolder, "harness", "samples", "python")
const scratch = mkdtempSync(join(tmpdir(), "python-sample-"))
afterAll(() => rmSync(scratch, { recursive: true }))

const hasPython = spawnSync("python3", ["--version"], { stdio: "ignore" }).status === 0

function run(folder: string, vectors: readonly Vector[]): Promise<ImplementationResult> {
  const target = parseTarget(`stdio:python3 '${join(folder, "main.py")}'`)
  return runImplementation(target, vectors, { jobs: 1, timeout: 60_000, reproduceWith: [] })
}

/** The sample with one passage of one module replaced. */
function changed(module: string, passage: string, replacement: string): string {
  const folder = mkdtempSync(join(scratch, "changed-"))
  cpSync(sample, folder, { recursive: true })
  const text = readFileSync(join(folder, module), "utf8")
  expect(text).toContain(passage)
  writeFileSync(join(folder, module), text.replace(passage, replacement))
  return folder
}

const isEpoch = ({ id }: VectorResult | Vector) => id.includes(EPOCH)

describe.skipIf(!hasPython)("the Python sample (needs python3)", () => {
  let vectors: readonly Vector[] = []
  let result: ImplementationResult

  beforeAll(async () => {
    const loaded = await loadVectors({ path: join(packageFolder, "vectors"), chapters: CHAPTERS })
    vectors = loaded.vectors.filter(({ kind }) => kind === "function")
    result = await run(sample, vectors)
  }, 120_000)

  const withStatus = (status: string) => result.results.filter((one) => one.status === status)

  it("gives the expected answer to every vector that it covers", () => {
    expect(withStatus("failed").slice(0, 3)).toEqual([])
    expect(withStatus("errored").slice(0, 3)).toEqual([])
    expect(result.counts.passed).toBeGreaterThan(LEAST_PASSED)
  })

  it("covers every function of numbers, emission and the pools that needs no storage", () => {
    const onStorage = new Set(vectors.filter(({ input }) => "state" in input).map(({ id }) => id))
    // The moving price belongs to the block step, which it does not claim.
    const isMovingPrice = (id: string) => id.startsWith("rao/pool/rao.nextMovingPrice/")
    const skipped = withStatus("skipped").filter(
      ({ id, chapter }) => chapter !== "consensus" && !onStorage.has(id) && !isMovingPrice(id),
    )
    expect(skipped.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
  })

  it("says why it leaves an epoch out", () => {
    const reasons = withStatus("skipped")
      .filter(isEpoch)
      .map(({ reason }) => reason)
    expect(new Set(reasons)).toEqual(new Set(["the epoch is that of Yuma 3; this one runs with yuma3 = false"]))
  })

  it("is judged within tolerances in epochs, and only there", () => {
    const judged = withStatus("passed").filter(({ distances }) => Object.keys(distances ?? {}).length > 0)
    expect(judged.map(({ id }) => id)).toEqual(
      withStatus("passed")
        .filter(isEpoch)
        .map(({ id }) => id),
    )
    expect(judged.length).toBeGreaterThan(10)
  })

  it("shows what was seen and what is allowed of every fraction and amount of an epoch", () => {
    const epochs = withStatus("passed").filter(isEpoch)
    for (const { distances = {} } of epochs) {
      expect(Object.keys(distances)).toEqual(expect.arrayContaining(["incentive", "dividends", "bonds", "emission"]))
      expect(Object.keys(distances)).toEqual(expect.arrayContaining(["checkpoints.incentive", "checkpoints.bonds"]))
    }
    const seen = epochs.flatMap(({ distances = {} }) => Object.values(distances).map((distance) => distance.seen))
    expect(seen.some((distance) => distance !== "0")).toBe(true)
  })

  it("fails where a constant of the epoch is a millionth off", async () => {
    const folder = changed("epoch_bonds.py", "MILLION = 1_000_000", "MILLION = 1_000_001")
    const { counts, results } = await run(folder, vectors.filter(isEpoch))
    expect(counts.failed).toBeGreaterThan(0)
    expect(results.find(({ status }) => status === "failed")?.failure?.checkpoint).toBe("bonds")
  })

  it("fails where a bond goes to another column", async () => {
    const folder = changed("epoch.py", "[(column, proportion(value)) for", "[(column + 1, proportion(value)) for")
    const { counts } = await run(folder, vectors.filter(isEpoch))
    expect(counts.failed).toBeGreaterThan(0)
  })
})
