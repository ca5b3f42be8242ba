import { describe, expect, it } from "vitest"
import { choosePhases, type MeasuredPhase } from "./choosePhases.js"

function call(phase: number, ofCall: readonly string[], run: readonly string[]): MeasuredPhase {
  return { phase: { fork: "balancer", recording: "pool-01", block: 0, phase }, ofCall, run }
}

function blockStep(block: number, run: readonly string[]): MeasuredPhase {
  return { phase: { fork: "balancer", recording: "pool-01", block, phase: "initialize" }, ofCall: [], run }
}

const clausesOf = (measured: readonly MeasuredPhase[]) => choosePhases(measured).map(({ clauses }) => clauses)

describe("a call that is chosen", () => {
  it("keeps its place, and earns it with its outcome", () => {
    expect(choosePhases([call(3, ["pool-21"], [])])).toEqual([
      { fork: "balancer", recording: "pool-01", block: 0, phase: 3, earns: "outcome", clauses: ["pool-21"] },
    ])
  })

  it("names its own clauses first, each once, and then the others that it runs", () => {
    expect(clausesOf([call(0, ["staking-30", "staking-20"], ["pool-13", "staking-20"])])).toEqual([
      ["staking-30", "staking-20", "pool-13"],
    ])
  })

  it("names a clause that is not its own only as one of the first three calls that run it", () => {
    const calls = [0, 1, 2, 3].map((phase) => call(phase, ["pool-21"], ["state-01"]))
    expect(clausesOf(calls)).toEqual([
      ["pool-21", "state-01"],
      ["pool-21", "state-01"],
      ["pool-21", "state-01"],
      ["pool-21"],
    ])
  })

  it("shows that a call runs at all if it shows nothing else", () => {
    expect(clausesOf([call(0, [], [])])).toEqual([["state-04"]])
  })
})

describe("a block step", () => {
  it("is chosen for the clauses that it is the first to run, and not for others", () => {
    expect(choosePhases([blockStep(0, ["coinbase-01"]), blockStep(1, ["coinbase-01", "coinbase-09"])])).toEqual([
      {
        fork: "balancer",
        recording: "pool-01",
        block: 0,
        phase: "initialize",
        earns: "outcome",
        clauses: ["coinbase-01"],
      },
      {
        fork: "balancer",
        recording: "pool-01",
        block: 1,
        phase: "initialize",
        earns: "outcome",
        clauses: ["coinbase-09"],
      },
    ])
  })

  it("is not chosen if block steps before it ran all that it runs; calls don't count", () => {
    const measured = [call(0, [], ["coinbase-01"]), blockStep(0, ["coinbase-01"]), blockStep(1, ["coinbase-01"])]
    expect(choosePhases(measured).map(({ block, phase }) => [block, phase])).toEqual([
      [0, 0],
      [0, "initialize"],
    ])
  })
})
