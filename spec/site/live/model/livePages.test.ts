import { execFile } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { packageFolder, packageVersion } from "../../../../harness/packageFolder.js"
import { pagesUnderTest } from "../testing/cases.js"
import { livePages } from "./livePages.js"
import { vectorFiles } from "./vectorFile.js"

const CASES = 20
const run = promisify(execFile)
const pages = pagesUnderTest(() => {})

function queriesOf({ queries, initial }: (typeof pages)[number]): readonly string[] {
  return [initial, ...fc.sample(queries, { numRuns: CASES, seed: 7 })]
}

describe("what a live page computes", () => {
  for (const tested of pages) {
    it(`is a view or a refusal by name, for every case of ${tested.page}`, () => {
      fc.assert(
        fc.property(tested.queries, (query) => {
          const outcome = livePages[tested.page].compute(query)
          expect(outcome.steps.length).toBeGreaterThan(0)
          if ("refusal" in outcome)
            expect(outcome.refusal).toMatch(/^[a-zA-Z.]+ refuses with ([A-Za-z]+\.[A-Za-z]+|panic)$/)
        }),
        { numRuns: 50 },
      )
    })
  }

  it("names the clauses that ran", () => {
    const { steps } = livePages.pool.compute("")
    expect(steps.flatMap(({ clauses }) => clauses)).toContain("pool-10")
  })

  it("halves for the first time at 10.5 million TAO, and not one rao before", () => {
    const emissionAt = (issuance: string) => {
      const outcome = livePages.halving.compute(`issuance=${issuance}`)
      return "view" in outcome ? outcome.view.emission : undefined
    }
    expect(emissionAt("10499999999999999")).toBe(1_000_000_000n)
    expect(emissionAt("10500000000000000")).toBe(500_000_000n)
  })

  it("dates the halvings at full emission: 10.5 million blocks for each of the first", () => {
    const outcome = livePages.halving.compute("issuance=0")
    const steps = "view" in outcome ? outcome.view.steps : []
    expect(steps.slice(0, 4).map(({ blocksFromNothing }) => blocksFromNothing)).toEqual([
      0n,
      10_500_000n,
      21_000_000n,
      31_500_000n,
    ])
  })
})

describe("the vectors that a live page saves", () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "live-"))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it("pass when the program runs them against the model", async () => {
    let vectors = 0
    for (const tested of pages) {
      const steps = queriesOf(tested).flatMap((query) => livePages[tested.page].compute(query).steps)
      for (const { name, fork, chapter, text } of vectorFiles(tested.page, packageVersion(), steps)) {
        mkdirSync(join(folder, fork, chapter), { recursive: true })
        writeFileSync(join(folder, fork, chapter, name), text)
        vectors += JSON.parse(text).vectors.length
      }
    }
    const { stdout } = await run(
      process.execPath,
      [
        ...["--import", "./tooling/register.js", "harness/cli/main.ts"],
        ...["run", "--vectors", folder, "--impl", "reference"],
      ],
      { cwd: packageFolder, maxBuffer: 2 ** 26 },
    )
    expect(vectors).toBeGreaterThan(200)
    expect(stdout).toMatch(new RegExp(`^${vectors} vectors, .*: conforms$`, "m"))
  })

  it("have an id for each input, and none twice", () => {
    const steps = ["side=buy", "side=sell", "side=buy"].flatMap((query) => livePages.pool.compute(query).steps)
    const [file] = vectorFiles("pool", "1.2.3", steps)
    const ids: readonly string[] = JSON.parse(file?.text ?? "{}").vectors.map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => id.startsWith("balancer/pool/live-pool/swapTaoForAlpha-"))).toHaveLength(1)
  })
})
