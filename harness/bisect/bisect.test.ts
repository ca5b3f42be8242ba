import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import type { JsonObject } from "../../reference/interface/valueType.js"
import { TamperedImplementation, type Tampering } from "../fuzz/testing/tamperedImplementation.js"
import { packageFolder } from "../packageFolder.js"
import type { Implementation } from "../transports/implementation.js"
import { bisect, type Manner } from "./bisect.js"
import { findTrace } from "./findTrace.js"
import { ModelTrace } from "./modelTrace.js"
import { partingText } from "./partingReport.js"
import type { Trace } from "./trace.js"

const VECTORS = join(packageFolder, "vectors")
const TEMPO = "SubtensorModule.Tempo"

let trace: Trace
let model: ModelTrace

beforeAll(async () => {
  trace = await findTrace("balancer/coinbase/trace-tempo/40-blocks", VECTORS)
  model = ModelTrace.run(trace)
})

function numberOf(index: number): string {
  return trace.blocks[index]?.blockNumber ?? ""
}

function look(tampering: Tampering, manner: Manner = "trace") {
  return bisect(new TamperedImplementation(tampering), trace, model, manner)
}

/** Loses an item of its state, which no answer tells. */
async function lose(implementation: Implementation, item: string): Promise<void> {
  const read = await implementation.request("read", {})
  if (read.kind !== "answered") throw new Error("the model gives no state")
  const { [item]: _, ...state } = read.result
  await implementation.request("load", { fork: trace.fork, state })
}

/** Answers a block without its events. */
function silentIn(block: string): Tampering {
  return {
    step: (outcome, { blockNumber }) =>
      outcome.kind === "answered" && blockNumber === block
        ? { kind: "answered", result: { steps: outcome.result.steps.map((step) => ({ ...step, events: [] })) } }
        : outcome,
  }
}

/** Loses the tempos of the subnets in a block. */
function forgetfulIn(block: string): Tampering {
  return {
    step: async (outcome, { blockNumber }, implementation) => {
      if (blockNumber === block) await lose(implementation, TEMPO)
      return outcome
    },
  }
}

describe("an implementation", () => {
  it("that answers like the model is found to agree", async () => {
    expect(await look({})).toEqual({ kind: "agree" })
    expect(await look({}, "apply")).toEqual({ kind: "agree" })
  })

  it.each([
    0, 17, 39,
  ])("whose answer is wrong in block %i parts there, and that block alone is to blame", async (index) => {
    const found = await look(silentIn(numberOf(index)))
    expect(found).toMatchObject({
      kind: "parts",
      parting: { kind: "answer", block: index, cause: { block: index, differences: [] } },
    })
  })

  it("that loses a value unseen parts where an answer tells, and the block that lost it is to blame", async () => {
    const found = await look(forgetfulIn(numberOf(3)))
    if (found.kind !== "parts" || found.parting.kind !== "answer") throw new Error("an answer should differ")
    const { block, cause } = found.parting
    expect(block).toBeGreaterThan(3)
    expect(cause.block).toBe(3)
    expect(cause.differences.map(({ path }) => path)).toContain(`state["${TEMPO}"]["1"]`)
    const text = partingText(trace, found.parting, "again")
    expect(text).toContain(`it goes wrong unseen in block ${numberOf(3)} (4 of 40)`)
    expect(text).toContain(TEMPO)
  })

  it("that loses a value which no answer ever tells has the wrong state after the block that lost it", async () => {
    const found = await look(forgetfulIn(numberOf(39)))
    expect(found).toMatchObject({ kind: "parts", parting: { kind: "state", block: 39 } })
    if (found.kind !== "parts") throw new Error("the state should differ")
    expect(found.parting.differences[0]?.path).toContain(TEMPO)
  })

  it("that remembers what is in no state is to blame for the block that made it", async () => {
    let poisoned = false
    const found = await look({
      load: (outcome) => {
        poisoned = false
        return outcome
      },
      step: (outcome, params, implementation) => {
        const wrong = poisoned && params.blockNumber === numberOf(30)
        if (params.blockNumber === numberOf(12)) poisoned = true
        return wrong ? (silentIn(numberOf(30)).step?.(outcome, params, implementation) ?? outcome) : outcome
      },
    })
    expect(found).toMatchObject({
      kind: "parts",
      parting: { kind: "answer", block: 30, cause: { block: 12, differences: [] } },
    })
  })

  it("that takes single blocks parts where it answers one wrongly", async () => {
    const without = (json: JsonObject): JsonObject => ({ ...json, "SubtensorModule.Burn": {} })
    const found = await look(
      {
        apply: (outcome, { blockNumber }) =>
          outcome.kind === "answered" && blockNumber === numberOf(8)
            ? {
                kind: "answered",
                result: { steps: outcome.result.steps.map((step) => ({ ...step, changes: without(step.changes) })) },
              }
            : outcome,
      },
      "apply",
    )
    expect(found).toMatchObject({ kind: "parts", parting: { kind: "answer", block: 8, cause: { block: 8 } } })
  })

  it("that breaks is not judged beyond the block in which it does", async () => {
    const found = await look({
      step: (outcome, { blockNumber }) =>
        blockNumber === numberOf(5) ? { kind: "broken", problem: "it died", lost: true } : outcome,
    })
    expect(found).toMatchObject({ kind: "stopped", block: 5, outcome: { kind: "broken", problem: "it died" } })
  })
})

describe("a trace is", () => {
  it("a recording of the chain", async () => {
    const recorded = await findTrace(join(VECTORS, "captured", "balancer-425", "locks-01.jsonl.gz"), VECTORS)
    const steps = recorded.blocks.flatMap((block) => block.steps)
    expect(steps.some((step) => "call" in step)).toBe(true)
    const answers = ModelTrace.run(recorded)
    expect(await bisect(new TamperedImplementation({}), recorded, answers, "trace")).toEqual({ kind: "agree" })
  })

  it.each([
    [
      "balancer/coinbase/no-such/trace",
      /neither a recording nor a trace vector balancer\/coinbase\/no-such\/trace; there is/,
    ],
    ["no-such.jsonl.gz", /neither a recording nor a trace vector/],
    [join(VECTORS, "balancer"), /is a folder; name one recording/],
    [join(packageFolder, "package.json"), /package\.json/],
    ["balancer/pool/feeAmount/ordinary", /is a vector of a function/],
  ])("not %s", async (text, problem) => {
    await expect(findTrace(text, VECTORS)).rejects.toThrow(problem)
  })
})
