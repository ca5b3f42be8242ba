import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { ClauseIndex } from "../clauses/readClauses.js"
import { packageFolder } from "../packageFolder.js"
import type { MethodName, Methods } from "../protocol/messages.js"
import type { Implementation, Outcome } from "../transports/implementation.js"
import { ReferenceImplementation } from "../transports/referenceImplementation.js"
import { replayFileOn } from "./replayOnImplementation.js"
import { emptyReport, type ReplayReport } from "./replayReport.js"

const recording = (name: string) => join(packageFolder, "vectors", "captured", "balancer-425", `${name}.jsonl.gz`)

type Tamper = (block: number, outcome: Outcome<Methods["step"]["result"]>) => Outcome<Methods["step"]["result"]>

/** The model, but for what is done to its answers to blocks. */
class Tampered implements Implementation {
  readonly #model = new ReferenceImplementation()
  readonly #tamper: Tamper

  constructor(tamper: Tamper) {
    this.#tamper = tamper
  }

  async request<M extends MethodName>(method: M, params: Methods[M]["params"]): Promise<Outcome<Methods[M]["result"]>> {
    const outcome = await this.#model.request(method, params)
    if (!("blockNumber" in params) || outcome.kind !== "answered") return outcome
    const tampered = this.#tamper(Number(params.blockNumber), JSON.parse(JSON.stringify(outcome)))
    return JSON.parse(JSON.stringify(tampered))
  }

  async close(): Promise<void> {}
}

async function replayed(implementation: Implementation, name: string, resync = false): Promise<ReplayReport> {
  const report = emptyReport()
  await replayFileOn(implementation, recording(name), resync, new ClauseIndex([]), report)
  return report
}

/** Drops the events of a block's first step. */
function withoutEvents(outcome: Outcome<Methods["step"]["result"]>): Outcome<Methods["step"]["result"]> {
  if (outcome.kind !== "answered") return outcome
  const [first, ...rest] = outcome.result.steps
  if (first === undefined) return outcome
  return { ...outcome, result: { steps: [{ ...first, changes: {}, events: [] }, ...rest] } }
}

describe("replaying a recording on an implementation", () => {
  it("matches on the model, through the protocol", async () => {
    const { phases, problems } = await replayed(new ReferenceImplementation(), "batch-01")
    expect(problems).toEqual([])
    expect(phases).toEqual({ matched: 41, diverged: 0, unsupported: 0 })
  })

  it("shows the one phase in which an answer differs, decoded, and where it is", async () => {
    const report = await replayed(new Tampered((_, outcome) => withoutEvents(outcome)), "batch-01", true)
    expect(report.phases.diverged).toBe(report.blocks)
    const [{ phase, differences } = { phase: "", differences: [] }] = report.divergences
    expect(phase).toBe("initialize")
    expect(differences).toContainEqual(expect.objectContaining({ item: "System.Number", got: "(no change)" }))
  })

  it("counts what comes after a block that was not carried out as unsupported, with the reason", async () => {
    let first: number | undefined
    const dies = new Tampered((block, outcome) => {
      first ??= block
      return block === first + 2 ? { kind: "broken", problem: "it died", lost: true } : outcome
    })
    const { phases, unsupported } = await replayed(dies, "batch-01")
    expect(phases.diverged).toBe(0)
    expect(phases.unsupported).toBeGreaterThan(0)
    expect(Object.keys(unsupported)).toContain("it died")
    expect(Object.keys(unsupported)).toContainEqual(
      expect.stringMatching(/^after block \d+, which it did not carry out/),
    )
  })
})
