import { describe, expect, it } from "vitest"
import type { FunctionVector, TransitionVector } from "../../../harness/runner/vector.js"
import type { JsonObject } from "../../../reference/interface/valueType.js"
import { unknownClauses } from "./clauseProblems.js"
import { checkpointProblems, keptProblems, partitionProblems, repetitionProblems } from "./keptProblems.js"
import { refusalProblems } from "./refusalProblems.js"

/** A vector of u8's division, which refuses to divide by zero. */
function division(name: string, a: string, b: string, more: Partial<FunctionVector> = {}): FunctionVector {
  return {
    id: `balancer/numbers/u8.div/${name}`,
    kind: "function",
    fork: "balancer",
    chapter: "numbers",
    clauses: ["numbers-02"],
    comment: `${a} divided by ${b}`,
    provenance: { generator: "test", model: "0.0.0" },
    confirmed: "model",
    earns: { boundary: name },
    function: "numbers.u8.div",
    input: { a, b },
    expect: b === "0" ? { error: "panic" } : { ok: "3" },
    ...more,
  }
}

/** A block on an empty chain in which root makes a call without arguments. */
function transition(name: string, call: string, error: string | undefined, more: Partial<TransitionVector>) {
  const { function: _, input: __, expect: ___, ...head } = division(name, "7", "2")
  const vector: TransitionVector = {
    ...head,
    kind: "transition",
    id: `balancer/pool/retired/${name}`,
    input: {
      state: {},
      blockNumber: "1",
      parentHash: `0x${"00".repeat(32)}`,
      blockAuthor: null,
      steps: [{ origin: "root", call: { [call]: {} } }],
    },
    expect: { steps: [{ result: error === undefined ? { ok: null } : { error } }] },
    ...more,
  }
  return vector
}

const accepted = division("accepted", "7", "2")
const acceptedId = accepted.id

function refused(input: JsonObject, differs: string): FunctionVector {
  return division("refused", "7", "0", { input, refusal: { accepted: acceptedId, differs } })
}

describe("the reason for which a vector is kept", () => {
  it("must be given", () => {
    const { earns: _, ...silent } = accepted
    expect(keptProblems([silent])).toEqual([`${acceptedId} does not say what it is kept for`])
  })

  it("must not be that of another vector of the function", () => {
    const other = division("other", "9", "3", { earns: { boundary: "accepted" } })
    expect(keptProblems([accepted, other])).toHaveLength(1)
    expect(keptProblems([accepted, division("another", "9", "3")])).toEqual([])
  })

  it("must be true of the part of the types in which it lies", () => {
    const earns = { boundary: "a seven, b two, gives three" }
    expect(partitionProblems([division("true", "7", "2", { earns })])).toEqual([])
    expect(partitionProblems([division("false", "7", "3", { earns, expect: { ok: "2" } })])).toHaveLength(1)
  })

  it("must be a checkpoint that no other vector shows", () => {
    const shows = (name: string, value: string) =>
      division(name, "7", "2", { earns: { checkpoint: "half" }, checkpoints: { half: value } })
    expect(checkpointProblems([shows("one", "1"), shows("two", "2")])).toEqual([])
    expect(checkpointProblems([shows("one", "1"), shows("two", "1")])).toHaveLength(2)
    expect(checkpointProblems([division("none", "7", "2", { earns: { checkpoint: "half" } })])).toHaveLength(1)
  })
})

describe("the input of a vector", () => {
  it("must not be that of another vector of the function", () => {
    expect(repetitionProblems([accepted, division("other", "7", "3")])).toEqual([])
    expect(repetitionProblems([accepted, division("same", "7", "2")])).toHaveLength(1)
  })
})

describe("a refusal", () => {
  it("differs from an accepted vector in the input that it names", () => {
    expect(refusalProblems([accepted, refused({ a: "7", b: "0" }, "b")])).toEqual([])
  })

  it("must not differ in another input", () => {
    expect(refusalProblems([accepted, refused({ a: "8", b: "0" }, "b")])).toEqual([
      `balancer/numbers/u8.div/refused differs from its sibling ${acceptedId} in a too`,
    ])
  })

  it("must name a sibling that is there and that the model accepts", () => {
    expect(refusalProblems([refused({ a: "7", b: "0" }, "b")])[0]).toContain("which does not exist")
    const alsoRefused = division("accepted", "7", "0", { input: { a: "9", b: "0" } })
    expect(refusalProblems([alsoRefused, refused({ a: "7", b: "0" }, "a")])).toContain(
      `balancer/numbers/u8.div/refused names the sibling ${acceptedId}, which the model refuses`,
    )
  })

  it("must be refused by the model", () => {
    expect(refusalProblems([accepted, refused({ a: "7", b: "3" }, "b")])).toEqual([
      "balancer/numbers/u8.div/refused is accepted by the model",
    ])
  })

  it("of everybody may name no sibling, but only if no vector of the call is accepted", () => {
    const always = { refusal: { always: true } } as const
    const retired = transition("retired", "Swap.disable_lp", "Swap.Deprecated", always)
    expect(refusalProblems([retired])).toEqual([])
    const served = transition("served", "Swap.disable_lp", undefined, {})
    expect(refusalProblems([retired, served])).toEqual([
      "balancer/pool/retired/retired says that everybody is refused, and balancer/pool/retired/served is not",
    ])
  })

  it("must name a sibling", () => {
    expect(refusalProblems([division("bare", "7", "0")])).toHaveLength(1)
  })
})

describe("a precedence", () => {
  const alone = [
    division("one", "7", "0", { refusal: { accepted: acceptedId, differs: "b" } }),
    division("two", "7", "2", { refusal: { accepted: acceptedId, differs: "a" } }),
  ]

  it("names for each rule a vector that breaks it alone, with its own error", () => {
    const both = division("both", "8", "0", {
      precedence: { breaks: ["panic", "Swap.ReservesTooLow"], alone: alone.map(({ id }) => id) },
    })
    expect(refusalProblems([accepted, ...alone, both])).toContain(
      "balancer/numbers/u8.div/both names balancer/numbers/u8.div/two, which gives no error",
    )
  })

  it("breaks each of its rules: no input of theirs is as it is accepted", () => {
    const one = division("one", "7", "0", { refusal: { accepted: acceptedId, differs: "b" } })
    const again = division("again", "7", "0", { refusal: { accepted: acceptedId, differs: "a" } })
    const both = division("both", "7", "0", { precedence: { breaks: ["panic", "panic"], alone: [one.id, again.id] } })
    expect(refusalProblems([accepted, one, again, both])).toContain(
      `${both.id} does not break the rule of ${again.id}: a is as it is accepted`,
    )
  })

  it("gives the error of the rule that wins", () => {
    const both = division("both", "8", "2", {
      precedence: { breaks: ["panic", "panic"], alone: alone.map(({ id }) => id) },
    })
    expect(refusalProblems([accepted, ...alone, both])).toContain(
      "balancer/numbers/u8.div/both gives no error instead of panic",
    )
  })
})

describe("a clause", () => {
  it("that a vector names must be in the specification", () => {
    expect(unknownClauses([accepted])).toEqual([])
    expect(unknownClauses([division("stray", "7", "2", { clauses: ["numbers-999"] })])).toEqual([
      "balancer/numbers/u8.div/stray names numbers-999, which is no clause",
    ])
  })
})
