import { describe, expect, it } from "vitest"
import { panic } from "../numbers/runtimePanic.js"
import { refuse } from "../state/refusal.js"
import { functionTable } from "./functionTable.js"
import { publicFunction, publicFunctionWithCheckpoints } from "./publicFunction.js"
import { bool, struct, u64 } from "./valueTypes.js"

const declaration = { clauses: ["numbers-01"], forks: ["balancer"], parameters: { a: u64, b: u64 }, result: u64 }

describe("a public function takes and gives JSON", () => {
  const subtract = publicFunction({
    ...declaration,
    name: "numbers.sub",
    run: ({ a, b }) => (a < b ? panic("below zero") : a - b),
  })

  it("its result", () => {
    expect(subtract.call({ a: "3", b: "1" })).toEqual({ ok: "2" })
    expect(subtract.chapter).toBe("numbers")
  })

  it("a panic of the runtime is an answer", () => {
    expect(subtract.call({ a: "1", b: "3" })).toEqual({ error: "panic" })
  })

  it("a refusal is an answer, by its chain name", () => {
    const refusing = publicFunction({
      ...declaration,
      name: "pool.refuse",
      run: () => {
        throw refuse("SubtensorModule.AmountTooLow")
      },
    })
    expect(refusing.call({ a: "1", b: "1" })).toEqual({ error: "SubtensorModule.AmountTooLow" })
  })

  it("a malformed input is thrown back, with its place", () => {
    expect(() => subtract.call({ a: "3" })).toThrow('input: "b" is missing')
    expect(() => subtract.call({ a: "3", b: "-1" })).toThrow("input.b: -1 is below the least u64, 0")
    expect(() => subtract.call([])).toThrow("input: [] is not an object")
  })

  it("a defect of the model is not hidden in an answer", () => {
    const broken = publicFunction({
      ...declaration,
      name: "pool.broken",
      run: () => {
        throw new TypeError("oops")
      },
    })
    expect(() => broken.call({ a: "1", b: "1" })).toThrow("oops")
  })

  it("its checkpoints come in the order in which they were declared", () => {
    const stepwise = publicFunctionWithCheckpoints({
      ...declaration,
      name: "numbers.addUp",
      result: struct({ sum: u64, even: bool }),
      checkpoints: { first: u64, second: u64 },
      run: ({ a, b }) => ({
        result: { sum: a + b, even: (a + b) % 2n === 0n },
        checkpoints: { second: a + b, first: a },
      }),
    })
    const answer = stepwise.call({ a: "1", b: "2" })
    expect(JSON.stringify(answer)).toBe('{"ok":{"sum":"3","even":false},"checkpoints":{"first":"1","second":"3"}}')
  })
})

describe("the model's public functions", () => {
  it("are named after their chapter, and belong to clauses of it and to forks", () => {
    for (const { name, chapter, clauses, forks } of functionTable.values()) {
      expect(name).toMatch(/^[a-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)+$/)
      expect(clauses, name).not.toEqual([])
      for (const clause of clauses) expect(clause, name).toMatch(new RegExp(`^${chapter}-\\d{2,3}$`))
      expect(forks, name).not.toEqual([])
    }
  })
})
