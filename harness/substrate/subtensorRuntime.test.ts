import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { ClauseIndex } from "../clauses/readClauses.js"
import { packageFolder } from "../packageFolder.js"
import { replayFileOn } from "../replay/replayOnImplementation.js"
import { emptyReport } from "../replay/replayReport.js"
import { loadVectors } from "../runner/loadVectors.js"
import { runImplementation } from "../runner/runImplementation.js"
import { parseTarget } from "../transports/target.js"

/** The blob of a Subtensor runtime of fork balancer, built from the chain's own source. */
const blob = process.env.SUBTENSOR_RUNTIME
const target = parseTarget(`runtime:${blob ?? "none"}`)
const TIMEOUT = 60_000

describe.skipIf(blob === undefined)("a Subtensor runtime (skipped: SUBTENSOR_RUNTIME names no blob)", () => {
  it.each(["pool-01", "staking-01", "batch-01"])("gives what the recording %s says, phase by phase", async (name) => {
    const implementation = target.create(TIMEOUT)
    const report = emptyReport()
    const path = join(packageFolder, "vectors", "captured", "balancer-425", `${name}.jsonl.gz`)
    await replayFileOn(implementation, path, true, new ClauseIndex([]), report)
    await implementation.close()
    expect(report.problems).toEqual([])
    expect(report.divergences.slice(0, 3)).toEqual([])
    expect(report.phases.matched).toBeGreaterThan(0)
  })

  it("passes the vectors of pools and staking, or says why it cannot be asked", async () => {
    const source = { path: join(packageFolder, "vectors"), forks: ["balancer"], chapters: ["pool", "staking"] }
    const { vectors } = await loadVectors(source)
    const { counts, results } = await runImplementation(target, vectors, {
      jobs: 1,
      timeout: TIMEOUT,
      reproduceWith: [],
    })
    expect(results.filter(({ status }) => status === "failed" || status === "errored").slice(0, 3)).toEqual([])
    expect(counts.passed).toBeGreaterThan(0)
  })
})
