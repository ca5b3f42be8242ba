import { join } from "node:path"
import { afterAll, expect, it } from "vitest"
import { BrokenCopies } from "../fuzz/testing/brokenCopies.js"
import { type Mistake, mistakes } from "../fuzz/testing/mistakes.js"
import { packageFolder } from "../packageFolder.js"
import { parseTarget } from "../transports/target.js"
import { bisect } from "./bisect.js"
import { findTrace } from "./findTrace.js"
import { ModelTrace } from "./modelTrace.js"
import { partingText } from "./partingReport.js"

const copies = new BrokenCopies()
afterAll(() => copies.close())

const recordings = join(packageFolder, "vectors", "captured", "balancer-425")

function mistakeNamed(name: string): Mistake {
  const found = mistakes.find((mistake) => mistake.name === name)
  if (found === undefined) throw new Error(`there is no mistake "${name}"`)
  return found
}

it.each([
  ["runs the epoch one block late", "balancer/coinbase/trace-tempo/40-blocks", "LastEpochBlock"],
  ["forgets an update of the denominator of shares", "staking-01.jsonl.gz", "TotalHotkeySharesV2"],
  ["gives the rest of a dividend to the wrong side of the take", "yuma-01.jsonl.gz", "AlphaDividendsPerSubnet"],
])("a copy of the model that %s parts from it in the step and the items that are wrong", async (name, text, item) => {
  const path = text.endsWith(".gz") ? join(recordings, text) : text
  const trace = await findTrace(path, join(packageFolder, "vectors"))
  const model = ModelTrace.run(trace)
  const broken = parseTarget(copies.model(mistakeNamed(name))).create(60_000)
  try {
    const found = await bisect(broken, trace, model, "trace")
    if (found.kind !== "parts" || found.parting.kind !== "answer") throw new Error("an answer should differ")
    const { block, cause, differences } = found.parting
    expect(cause).toEqual({ block, differences: [] })
    expect(differences.some((difference) => difference.path.includes(`SubtensorModule.${item}`))).toBe(true)
    expect(partingText(trace, found.parting, "again")).toContain(
      `they part in block ${trace.blocks[block]?.blockNumber}`,
    )
  } finally {
    await broken.close()
  }
})
