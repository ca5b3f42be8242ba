import { describe, expect, it } from "vitest"
import type { Implementation } from "../transports/implementation.js"
import { ReferenceImplementation } from "../transports/referenceImplementation.js"
import { judge, type Subject } from "./judge.js"
import type { ExpectedStep, TraceVector, TransitionVector } from "./vector.js"

const ACCOUNT = `0x${"11".repeat(32)}`
const PRICE = "SubtensorModule.SubnetMovingPrice"

const subject: Subject = {
  target: "reference",
  handshake: { name: "reference", version: "1", protocol: 1, forks: ["balancer"], steps: ["apply", "trace"] },
  options: [],
}

const head = {
  id: "balancer/state/balances/set",
  fork: "balancer",
  chapter: "state",
  clauses: ["state-01"],
  comment: "root sets a balance",
  provenance: { generator: "fixture", model: "0.1.0" },
  confirmed: "model",
} as const

function setBalance(origin: "root" | "none", amount: string) {
  return { origin, call: { "Balances.force_set_balance": { who: { Id: ACCOUNT }, new_free: amount } } }
}

const block = { blockNumber: "7", parentHash: `0x${"00".repeat(32)}`, blockAuthor: null }

function transition(...expected: readonly ExpectedStep[]): TransitionVector {
  const steps = [setBalance("root", "1000000"), setBalance("none", "5")]
  return { ...head, kind: "transition", input: { state: {}, ...block, steps }, expect: { steps: expected } }
}

function trace(second: ExpectedStep, price: string): TraceVector {
  const blocks = [
    { ...block, steps: [setBalance("root", "1000000")] },
    { ...block, blockNumber: "8", steps: [setBalance("root", "2000000")] },
    { ...block, blockNumber: "9", steps: [setBalance("root", "3000000")] },
  ]
  const expected = [{}, second, {}].map((step) => ({ steps: [step] }))
  return {
    ...head,
    kind: "trace",
    input: { state: { [PRICE]: { "1": "4294967296" } }, blocks },
    expect: { blocks: expected, state: { [PRICE]: { "1": price } } },
  }
}

const issuance = (amount: string): ExpectedStep => ({ changes: { "Balances.TotalIssuance": { "": amount } } })

describe("a transition", () => {
  it("passes when results, events and storage are as expected; what is left out is not compared", async () => {
    const vector = transition({ result: { ok: null } }, { result: { error: "BadOrigin" }, events: [], changes: {} })
    expect((await judge(new ReferenceImplementation(), vector, subject)).status).toBe("passed")
  })

  it("fails naming the step, the item and both values", async () => {
    const { failure, status } = await judge(new ReferenceImplementation(), transition(issuance("999999"), {}), subject)
    expect(status).toBe("failed")
    expect(failure?.subject).toBe("Balances.force_set_balance, Balances.force_set_balance")
    expect(failure?.checkpoint).toBe("step 0 (Balances.force_set_balance)")
    expect(failure?.differences[0]).toEqual({
      path: 'steps[0].changes["Balances.TotalIssuance"][""]',
      expected: "999999",
      got: "1000000",
      distance: "1",
    })
    expect(failure?.differences.map(({ path }) => path)).toContain('steps[0].changes["System.Account"]')
  })

  it("fails when the refusal is another one", async () => {
    const vector = transition({}, { result: { error: "SubtensorModule.AmountTooLow" } })
    const { failure } = await judge(new ReferenceImplementation(), vector, subject)
    expect(failure?.differences).toEqual([
      { path: "steps[1].result.error", expected: "SubtensorModule.AmountTooLow", got: "BadOrigin" },
    ])
  })

  it("is skipped with the reason when the fork has no block steps", async () => {
    const { status, reason } = await judge(
      new ReferenceImplementation(),
      { ...transition({}, {}), fork: "taoflow" },
      subject,
    )
    expect(status).toBe("skipped")
    expect(reason).toContain("taoflow")
  })

  it("is errored when its state is malformed, with the place", async () => {
    const broken = transition({}, {})
    const vector = { ...broken, input: { ...broken.input, state: { "Balances.TotalIssuance": { "": "-1" } } } }
    const { status, reason } = await judge(new ReferenceImplementation(), vector, subject)
    expect(status).toBe("errored")
    expect(reason).toMatch(/state\.Balances\.TotalIssuance.*-1 is below/)
  })
})

describe("a trace", () => {
  it("passes when every block and the state at its end are as expected", async () => {
    const verdict = await judge(new ReferenceImplementation(), trace({ result: { ok: null } }, "4294967296"), subject)
    expect(verdict.status).toBe("passed")
  })

  it("fails at the first wrong block and goes no further", async () => {
    const asked: string[] = []
    const model = new ReferenceImplementation()
    const watched: Implementation = {
      request: (method, params) => {
        asked.push(method)
        return model.request(method, params)
      },
      close: () => model.close(),
    }
    const { failure } = await judge(watched, trace({ result: { error: "BadOrigin" } }, "0"), subject)
    expect(failure?.checkpoint).toBe("block 8, step 0 (Balances.force_set_balance)")
    expect(failure?.differences[0]?.path).toMatch(/^blocks\[1\]\.steps\[0\]\.result/)
    expect(asked).toEqual(["load", "step", "step"])
  })

  it("fails on the state at its end with the decimals of fixed-point items", async () => {
    const { failure } = await judge(new ReferenceImplementation(), trace({}, "4294967297"), subject)
    expect(failure?.checkpoint).toBe("the state at the end")
    expect(failure?.differences).toEqual([
      {
        path: `state["${PRICE}"]["1"]`,
        expected: "4294967297",
        got: "4294967296",
        expectedDecimal: "1.000000000232830643653869",
        gotDecimal: "1",
        distance: "1",
      },
    ])
  })
})
