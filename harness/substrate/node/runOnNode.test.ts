import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { runImplementation } from "../../runner/runImplementation.js"
import type { TraceVector, TransitionVector } from "../../runner/vector.js"
import { parseTarget } from "../../transports/target.js"
import { ASSET_HUB_FORK, accountRecord } from "../runtime/fixtures/assetHub.js"
import { developmentKeys } from "./developmentKeys.js"
import { type ChopsticksProcess, startChopsticks } from "./fixtures/startChopsticks.js"

const TIMEOUT = 120_000
const ACCOUNTS = "System.Account"
const [ALICE = "", BOB = ""] = [...developmentKeys.keys()]

const head = {
  fork: ASSET_HUB_FORK,
  chapter: "state",
  clauses: ["state-01"],
  comment: "balances move",
  provenance: { generator: "fixture", model: "0.1.0" },
  confirmed: "model",
} as const

const state = {
  [ACCOUNTS]: { [ALICE]: accountRecord("900000000000000") },
  "Balances.TotalIssuance": { "": "900000000000000" },
}
const transfer = {
  origin: { signed: ALICE },
  call: { "Balances.transfer": { dest: { Id: BOB }, value: "400000000000000" } },
}
const moved = (from: string, to: string) => ({
  result: { ok: null },
  changes: { [ACCOUNTS]: { [ALICE]: accountRecord(from), [BOB]: accountRecord(to) } },
})
const block = { blockNumber: "7", parentHash: `0x${"00".repeat(32)}`, blockAuthor: null, steps: [transfer] }

function transition(id: string, from: string): TransitionVector {
  const expect = { steps: [moved(from, "400000000000000")] }
  return { ...head, id, kind: "transition", input: { state, ...block }, expect }
}

const trace: TraceVector = {
  ...head,
  id: "trace",
  kind: "trace",
  input: { state, blocks: [block, { ...block, blockNumber: "8" }, { ...block, blockNumber: "9" }] },
  expect: {
    blocks: [
      { steps: [moved("500000000000000", "400000000000000")] },
      { steps: [moved("100000000000000", "800000000000000")] },
      { steps: [{ result: { error: "Balances.InsufficientBalance" }, changes: {} }] },
    ],
    state: { [ACCOUNTS]: { [ALICE]: accountRecord("100000000000000"), [BOB]: accountRecord("800000000000000") } },
  },
}

const options = { jobs: 2, timeout: 30_000, reproduceWith: [] }

let server: ChopsticksProcess

beforeEach(async () => {
  server = await startChopsticks()
}, TIMEOUT)

afterEach(() => server.stop())

describe("vectors run on a live node", () => {
  it(
    "pass where it does as they say, and fail with the item and both values where it does not",
    async () => {
      const vectors = [transition("right", "500000000000000"), transition("wrong", "499999999999999"), trace]
      const { name, version, results } = await runImplementation(
        parseTarget(`substrate:${server.url}`),
        vectors,
        options,
      )
      expect({ name, version }).toEqual({ name: "statemine", version: "900" })
      expect(results.map(({ status, reason }) => reason ?? status)).toEqual(["passed", "failed", "passed"])
      const [difference] = results[1]?.failure?.differences ?? []
      expect(difference?.path).toContain(`changes["${ACCOUNTS}"]["${ALICE}"].data.free`)
      expect(difference).toMatchObject({ expected: "499999999999999", got: "500000000000000" })
    },
    TIMEOUT,
  )

  it(
    "are errored, each with the reason, when the node vanishes half-way",
    async () => {
      const vectors = Array.from({ length: 9 }, (_, index) => transition(`vector-${index}`, "500000000000000"))
      const onResult = () => server.child.kill("SIGKILL")
      const result = await runImplementation(parseTarget(`substrate:${server.url}`), vectors, { ...options, onResult })
      expect(result.counts).toMatchObject({ passed: 1, errored: 8 })
      expect(result.results[1]?.reason).toMatch(/cannot be reached|closed the connection|broke/)
      expect(result.problem).toMatch(/^not asked: 5 vectors in a row had broken it, the last with: .*cannot be reached/)
    },
    TIMEOUT,
  )
})
