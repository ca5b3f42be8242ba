import { describe, expect, it } from "vitest"
import { judge } from "../runner/judge.js"
import type { TraceVector, TransitionVector } from "../runner/vector.js"
import type { ChainAccess } from "./chainAccess.js"
import { ChainLost } from "./chainAccess.js"
import { ASSET_HUB_FORK, accountRecord, assetHub } from "./runtime/fixtures/assetHub.js"
import { SubstrateImplementation } from "./substrateImplementation.js"

const ALICE = `0x${"11".repeat(32)}`
const BOB = `0x${"22".repeat(32)}`
const state = {
  "System.Account": { [ALICE]: accountRecord("1000000000000"), [BOB]: accountRecord("1000000000000") },
}
const header = { blockNumber: "1", parentHash: `0x${"45".repeat(32)}`, blockAuthor: null }
const transfer = (value: string) => ({
  origin: { signed: ALICE },
  call: { "Balances.transfer": { dest: { Id: BOB }, value } },
})
const remark = { origin: { signed: ALICE }, call: { "System.remark": { remark: "0x01" } } }
const head = {
  id: `${ASSET_HUB_FORK}/state/transfers/plain`,
  fork: ASSET_HUB_FORK,
  chapter: "state",
  clauses: ["state-01"],
  comment: "A transfer",
  provenance: { generator: "by hand", model: "0.1.0" },
  confirmed: "model" as const,
}

/** What a transfer of 123,456,789 does. */
const transferred = {
  result: { ok: null },
  events: [{ "Balances.Transfer": { from: ALICE, to: BOB, amount: "123456789" } }],
  changes: { "System.Account": { [ALICE]: accountRecord("999876543211"), [BOB]: accountRecord("1000123456789") } },
}
const unchanged = { result: { ok: null }, events: [], changes: {} }

const transition: TransitionVector = {
  ...head,
  kind: "transition",
  input: { ...header, state, steps: [{ initialize: true }, remark, transfer("123456789"), transfer("1000000000000")] },
  expect: {
    steps: [
      unchanged,
      unchanged,
      transferred,
      { result: { error: "Balances.InsufficientBalance" }, events: [], changes: {} },
    ],
  },
}
const block = (number: number) => ({
  ...header,
  blockNumber: String(number),
  steps: [{ initialize: true } as const, transfer("1")],
})
const trace: TraceVector = {
  ...head,
  kind: "trace",
  input: { state, blocks: [1, 2, 3].map(block) },
  expect: {
    blocks: [1, 2, 3].map((n) => ({
      steps: [
        unchanged,
        {
          changes: {
            "System.Account": {
              [ALICE]: accountRecord(String(1_000_000_000_000 - n)),
              [BOB]: accountRecord(String(1_000_000_000_000 + n)),
            },
          },
        },
      ],
    })),
    state: {
      "System.Account": { [ALICE]: accountRecord("999999999997"), [BOB]: accountRecord("1000000000003") },
    },
  },
}

const implementation = new SubstrateImplementation(async () => assetHub())
const subject = {
  target: "runtime:FILE",
  handshake: { name: "statemine", version: "900", protocol: 1, forks: [ASSET_HUB_FORK] },
  options: [],
}

describe("a Substrate chain as an implementation", () => {
  it("says which chain it is; one that is no fork of the specification is a fork of its own", async () => {
    expect(await implementation.request("handshake", { protocol: 1 })).toEqual({
      kind: "answered",
      result: { ...subject.handshake, steps: ["apply", "trace"] },
    })
  })

  it("passes a transition of System and Balances calls", async () => {
    expect(await judge(implementation, transition, subject)).toEqual({ status: "passed" })
  })

  it("passes a trace of blocks, and gives the state at its end", async () => {
    const verdict = await judge(implementation, trace, subject)
    expect(verdict.failure?.differences ?? []).toEqual([])
    expect(verdict.status).toBe("passed")
  })

  it("shows a difference by item, key and field, decoded", async () => {
    const [first, second, , last] = transition.expect.steps
    const changes = {
      "System.Account": { ...transferred.changes["System.Account"], [ALICE]: accountRecord("999876543212") },
    }
    const wrong = { ...transferred, changes }
    const steps = [first ?? {}, second ?? {}, wrong, last ?? {}]
    const verdict = await judge(implementation, { ...transition, expect: { steps } }, subject)
    expect(verdict.status).toBe("failed")
    expect(verdict.failure?.differences).toEqual([
      expect.objectContaining({
        path: `steps[2].changes["System.Account"]["${ALICE}"].data.free`,
        expected: "999876543212",
        got: "999876543211",
      }),
    ])
  })

  it("gives the words of a panic along with it", async () => {
    const steps = [{ initialize: true } as const, { finalize: true } as const, { finalize: true } as const]
    const outcome = await implementation.request("apply", { fork: ASSET_HUB_FORK, state, ...header, steps })
    if (outcome.kind !== "answered") throw new Error("no answer")
    const [, end, again] = outcome.result.steps
    expect(end).toMatchObject({ result: { ok: null }, note: expect.stringMatching(/^state root 0x/) })
    expect(again).toEqual({
      result: { error: "panic" },
      events: [],
      changes: {},
      note: expect.stringContaining("panicked at 'Timestamp must be updated once in the block'"),
    })
  })

  it("skips what the chain cannot be asked, with the reason", async () => {
    const asRoot = { ...transition, input: { ...transition.input, steps: [{ ...remark, origin: "root" }] } }
    expect(await judge(implementation, asRoot, subject)).toEqual({
      status: "skipped",
      reason: "the chain has no Sudo pallet, so that nobody makes calls as root",
    })
    const outcome = await implementation.request("call", { fork: ASSET_HUB_FORK, function: "pool.buy", input: {} })
    expect(outcome).toEqual({ kind: "unsupported", reason: "no runtime API exposes pool.buy" })
  })

  it("says what of a vector the chain has no place for", async () => {
    const load = (given: object) =>
      implementation.request("load", { fork: ASSET_HUB_FORK, state: JSON.parse(JSON.stringify(given)) })
    expect(await load({ "Swap.SwapBalancer": { "1": "0" } })).toMatchObject({
      kind: "broken",
      problem: "state.Swap.SwapBalancer: the chain has no such storage item",
      lost: false,
    })
    expect(await load({ "System.Account": { [ALICE]: { nonce: "0" } } })).toMatchObject({
      problem: expect.stringMatching(/^state\.System\.Account.*the field consumers is missing/),
    })
    expect(await implementation.request("load", { fork: "balancer", state: {} })).toMatchObject({ kind: "unsupported" })
  })

  it("opens a chain that was lost anew, for the next request", async () => {
    let opened = 0
    const fragile = new SubstrateImplementation(async () => {
      opened += 1
      const chain: ChainAccess = assetHub()
      if (opened === 1) {
        chain.write = async () => {
          throw new ChainLost("the node closed the connection")
        }
      }
      return chain
    })
    const params = { fork: ASSET_HUB_FORK, state: {} }
    expect(await fragile.request("load", params)).toEqual({
      kind: "broken",
      problem: "the node closed the connection",
      lost: true,
    })
    expect(await fragile.request("load", params)).toEqual({ kind: "answered", result: null })
  })
})
