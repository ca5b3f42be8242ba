import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { functionTable } from "../../reference/interface/functionTable.js"
import type { Json, TypeDescription } from "../../reference/interface/valueType.js"
import { typeArbitrary } from "../../vectors/generators/functions/typeArbitrary.js"
import { mutatedValue } from "./mutatedValue.js"
import { Shrinkable } from "./shrinkable.js"
import { simplerValues } from "./simplerValues.js"

const U64: TypeDescription = { kind: "integer", name: "u64", min: 0n, max: 2n ** 64n - 1n }
const I64: TypeDescription = { kind: "integer", name: "i64", min: -(2n ** 63n), max: 2n ** 63n - 1n }
const LIST: TypeDescription = { kind: "vector", of: U64 }

/** The simplest value for which something holds, as fast-check finds it. */
function simplest(type: TypeDescription, holds: (json: Json) => boolean, start: Json): Json {
  const cases = new Shrinkable(fc.constant(start), (json) => simplerValues(type, json))
  const { counterexample } = fc.check(
    fc.property(cases, (json) => !holds(json)),
    { numRuns: 1, seed: 1 },
  )
  return counterexample?.[0] ?? null
}

const integer = (json: Json) => BigInt(String(json))
const integers = (json: Json) => (Array.isArray(json) ? json.map(integer) : [])

describe("a value is made simpler down to", () => {
  it("the very bound of what is wrong, from either side of zero", () => {
    const bounds = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n })
    fc.assert(
      fc.property(bounds, (bound) => {
        expect(simplest(U64, (json) => integer(json) >= bound, String(2n ** 64n - 1n))).toBe(String(bound))
        expect(simplest(I64, (json) => integer(json) <= -bound, String(-(2n ** 63n)))).toBe(String(-bound))
      }),
      { numRuns: 50 },
    )
  })

  it("the few members of a list that matter", () => {
    const many = Array.from({ length: 100 }, (_, index) => String(index * 1_000))
    const wrong = (json: Json) => integers(json).some((one) => one > 5n) && integers(json).length >= 2
    const [first, second, ...more] = integers(simplest(LIST, wrong, many))
    expect([first, second].sort()).toEqual([0n, 6n])
    expect(more).toEqual([])
  })

  it("zeros, empty lists and nothing, when anything is wrong", () => {
    for (const declared of functionTable.values()) {
      for (const { describe: type } of Object.values(declared.parameters)) {
        const [start = null] = fc.sample(typeArbitrary(type), { numRuns: 1, seed: 3 })
        const end = simplest(type, () => true, start)
        const left = [...simplerValues(type, end)([])]
        expect(left).toEqual([])
      }
    }
  })
})

describe("simpler and changed values", () => {
  it("are of the type", () => {
    for (const declared of functionTable.values()) {
      for (const type of Object.values(declared.parameters)) {
        if (type.describe.kind === "struct" && Object.keys(type.describe.fields).length === 0) continue
        const values = fc.sample(typeArbitrary(type.describe), { numRuns: 3, seed: 5 })
        for (const value of values) {
          const simpler = [...simplerValues(type.describe, value)([])].slice(0, 20)
          const changed = fc.sample(mutatedValue(type.describe, value, typeArbitrary), { numRuns: 3, seed: 7 })
          for (const json of [...simpler.map((one) => one.value), ...changed]) {
            expect(() => type.fromJson(json)).not.toThrow()
          }
        }
      }
    }
  })
})
