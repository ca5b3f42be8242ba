import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { PhaseAnswer } from "../../reference/interface/phase.js"
import type { Json } from "../../reference/interface/valueType.js"
import { BalancesEvents } from "../../reference/state/events.js"
import { runtimeCall } from "../../reference/state/runtimeCall.js"
import type { State } from "../../reference/state/state.js"
import { TotalIssuance as CurrencyIssuance } from "../../reference/state/storage/balances.js"
import * as storage from "../../reference/state/storage/subtensorModule.js"
import { Account } from "../../reference/state/storage/system.js"
import { alice, bob, miner2, validator1 } from "../../vectors/generators/scenarios/accounts.js"
import { alpha, rao, tao } from "../../vectors/generators/scenarios/amounts.js"
import { SUBNET } from "../../vectors/generators/scenarios/market.js"
import { declaredCalls, isServed } from "../clauses/callCoverage.js"
import { packageFolder } from "../packageFolder.js"
import { loadVectors } from "../runner/loadVectors.js"
import { totalOf } from "./acceptance.js"
import { checkRuns } from "./checkRuns.js"
import { problemOfVector } from "./checkVectors.js"
import type { HappenedStep, StateInvariant, StepInvariant } from "./invariant.js"
import { invariantTable } from "./invariantTable.js"
import { callNamed, USUAL_CALLS } from "./randomRun.js"
import { startOfRuns } from "./startOfRuns.js"

const ofStates = invariantTable.filter((invariant): invariant is StateInvariant => "brokenIn" in invariant)
const ofSteps = invariantTable.filter((invariant): invariant is StepInvariant => "brokenBy" in invariant)

/** The clauses of the invariants that break when this is written, in the order of the table. */
function brokenByWriting(write: (state: State) => void, changes: Partial<HappenedStep> = {}): readonly string[] {
  const before = startOfRuns()
  const after = before.fork()
  write(after)
  const step: HappenedStep = {
    before,
    after,
    isBlockStep: false,
    call: undefined,
    answer: { result: "ok", events: [], changes: new Map() },
    ...changes,
  }
  const problems = [
    ...ofStates.map((invariant) => [invariant.clauses[0], invariant.brokenIn(after)]),
    ...ofSteps.map((invariant) => [invariant.clauses[0], invariant.brokenBy(step)]),
  ]
  return problems.flatMap(([clause, problem]) => (clause === undefined || problem === undefined ? [] : [clause]))
}

describe("an invariant breaks where", () => {
  it("nothing is wrong: none", () => {
    expect(brokenByWriting(() => {})).toEqual([])
  })

  it.each<[string, (state: State) => void, readonly string[]]>([
    [
      "more is issued than there will be",
      (state) => {
        storage.TotalIssuance.set(state, rao(21_000_000_000_000_001n))
      },
      ["emission-01", "emission-05"],
    ],
    [
      "only the currency counts something as issued",
      (state) => CurrencyIssuance.mutate(state, (issued) => rao(issued + 1n)),
      ["emission-05", "state-07"],
    ],
    ["a neuron is missing", (state) => storage.Keys.remove(state, SUBNET, 2), ["subnets-05"]],
    ["two neurons have one hotkey", (state) => storage.Keys.set(state, SUBNET, 4, validator1), ["subnets-05"]],
    [
      "a child does not know its parent",
      (state) => storage.ChildKeys.set(state, validator1, SUBNET, [[5n, miner2]]),
      ["children-02"],
    ],
    [
      "a child knows another share than its parent",
      (state) => {
        storage.ChildKeys.set(state, validator1, SUBNET, [[5n, miner2]])
        storage.ParentKeys.set(state, miner2, SUBNET, [[6n, validator1]])
      },
      ["children-02"],
    ],
    [
      "shares are worth more than there is",
      (state) => storage.TotalHotkeySharesV2.mutate(state, validator1, SUBNET, () => ({ mantissa: 1n, exponent: 0n })),
      ["staking-01", "staking-01"],
    ],
    [
      "a pool keeps another sum than that of its shares",
      (state) =>
        storage.TotalHotkeySharesV2.mutate(state, validator1, SUBNET, ({ mantissa, exponent }) => ({
          mantissa: mantissa + mantissa / 1_000_000n,
          exponent,
        })),
      ["staking-01"],
    ],
    [
      "stake is counted that no pool has",
      (state) => storage.TotalStake.mutate(state, (total) => rao(total + 1n)),
      ["staking-12"],
    ],
    [
      "a pool has stake that is not counted",
      (state) => storage.SubnetTAO.mutate(state, SUBNET, (total) => rao(total + 1n)),
      ["staking-12"],
    ],
    ["a hotkey is nobody's", (state) => storage.Owner.remove(state, validator1), ["keys-01"]],
    ["a coldkey does not know its hotkey", (state) => storage.OwnedHotkeys.set(state, alice, []), ["keys-01"]],
    [
      "two coldkeys have one hotkey",
      (state) => storage.OwnedHotkeys.mutate(state, bob, (own) => [...own, validator1]),
      ["keys-01"],
    ],
    ["a number is nobody's", (state) => storage.NumStakingColdkeys.set(state, 3n), ["root-08"]],
    [
      "two coldkeys have one number",
      (state) => storage.StakingColdkeys.set(state, alice, storage.StakingColdkeys.get(state, bob) ?? 1n),
      ["root-08"],
    ],
  ])("%s", (_, write, clauses) => {
    expect(brokenByWriting(write)).toEqual(clauses)
  })

  it("the block step leaves a price out of its bounds, unless the bounds are out of order", () => {
    const cheap = (state: State) => storage.Burn.set(state, SUBNET, rao(1))
    expect(brokenByWriting(cheap)).toEqual([])
    expect(brokenByWriting(cheap, { isBlockStep: true })).toContain("registration-30")
    const disordered = (state: State) => {
      cheap(state)
      for (const netuid of storage.NetworksAdded.keys(state)) storage.MinBurn.set(state, netuid, tao(1_000))
    }
    expect(brokenByWriting(disordered, { isBlockStep: true })).not.toContain("registration-30")
  })

  it("dust is lost that only the currency counts, but for calls of pallets that count none", () => {
    const lost: PhaseAnswer = {
      result: "ok",
      events: [{ declaration: BalancesEvents.DustLost, fields: { account: alice, amount: 7n } }],
      changes: new Map(),
    }
    const callOf = (call: Json) => ({ answer: lost, call: runtimeCall.fromJson(call) })
    const write = (state: State) => {
      CurrencyIssuance.mutate(state, (issued) => rao(issued - 7n))
      Account.mutate(state, alice, (account) => ({
        ...account,
        data: { ...account.data, free: rao(account.data.free - 7n) },
      }))
    }
    const unstaking = callOf({ "SubtensorModule.unstake_all": { hotkey: validator1 } })
    const transferring = callOf({ "Balances.transfer_allow_death": { dest: { Id: bob }, value: "1" } })
    expect(brokenByWriting(write, unstaking)).toEqual(["emission-05"])
    expect(brokenByWriting(write, { answer: lost, isBlockStep: true })).toEqual(["emission-05"])
    expect(brokenByWriting(write, transferring)).toEqual([])
  })

  it("a refused call changes something", () => {
    const refused = { result: { error: "BadOrigin" }, events: [], changes: new Map() } as const
    const write = (state: State) => storage.SubnetAlphaIn.set(state, SUBNET, alpha(1))
    expect(brokenByWriting(write, { answer: refused })).toEqual(["state-01"])
    expect(brokenByWriting(() => {}, { answer: refused })).toEqual([])
    expect(brokenByWriting(() => {}, { answer: refused, isBlockStep: true })).toEqual(["coinbase-01"])
  })
})

describe("random runs", () => {
  it("draw arguments that the calls can read", () => {
    for (const name of declaredCalls.filter(isServed)) {
      for (const call of fc.sample(callNamed(name), { numRuns: 3, seed: 5 })) {
        expect(() => runtimeCall.fromJson(call)).not.toThrow()
      }
    }
  })

  it("break no invariant, though most calls succeed, and each of the usual ones does", () => {
    const { counts, failure } = checkRuns({ runs: 40, seed: 3 })
    expect(failure).toBeUndefined()
    expect(counts.blocks).toBeGreaterThan(700)
    const { made, accepted } = totalOf(counts.calls)
    expect(accepted).toBeGreaterThan(made / 2)
    const never = USUAL_CALLS.filter((name) => (counts.calls.get(name)?.accepted ?? 0) === 0)
    expect(never).toEqual([])
  })

  it("are the same for the same seed and others for another", () => {
    const counted = (seed: number) => checkRuns({ runs: 2, seed }).counts
    expect(counted(8)).toEqual(counted(8))
    expect(counted(8)).not.toEqual(counted(9))
  })

  it("that break one are cut down to what matters", () => {
    const start = startOfRuns()
    const nobodyStakes: StepInvariant = {
      name: "nobody stakes",
      clauses: ["staking-10"],
      brokenBy: ({ answer }) =>
        answer.events.some(({ declaration }) => declaration.name === "StakeAdded") ? "somebody staked" : undefined,
    }
    const { failure } = checkRuns({ runs: 50, seed: 1, invariants: [nobodyStakes] })
    expect(failure?.problem).toBe("somebody staked, though nobody stakes (staking-10)")
    expect(failure?.happenings).toHaveLength(2)
    expect(failure?.happenings[0]).toEqual({ blocks: 1 })
    expect(failure?.happenings[1]).toMatchObject({ origin: { signed: expect.anything() }, call: expect.anything() })
    expect(startOfRuns().toRaw()).toEqual(start.toRaw())
  })
})

it("vectors with many blocks break no invariant", async () => {
  const path = join(packageFolder, "vectors", "balancer", "children", "trace-children.json")
  const { vectors } = await loadVectors({ path })
  expect(vectors.map(({ kind }) => kind)).toContain("trace")
  expect(vectors.map(problemOfVector)).toEqual(vectors.map(() => undefined))
})
