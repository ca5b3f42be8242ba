import { join } from "node:path"
import { expect, it } from "vitest"
import { packageFolder } from "../harness/packageFolder.js"
import { loadVectors } from "../harness/runner/loadVectors.js"
import { runImplementation } from "../harness/runner/runImplementation.js"
import { parseTarget } from "../harness/transports/target.js"

it("the model passes every vector", async () => {
  const { vectors } = await loadVectors({ path: join(packageFolder, "vectors") })
  const options = { jobs: 1, timeout: 60_000, reproduceWith: [] }
  const { counts, results } = await runImplementation(parseTarget("reference"), vectors, options)
  expect(results.filter(({ status }) => status !== "passed").slice(0, 5)).toEqual([])
  expect(counts.passed).toBe(vectors.length)
})
