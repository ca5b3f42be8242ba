import { describe, expect, it } from "vitest"
import type { Json } from "../interface/valueType.js"
import { numbersFunctions } from "./functions.js"
import knownValues from "./knownValues.json" with { type: "json" }

/** For each function rows of its arguments and, last, what the chain's own libraries gave for them. */
const TABLE: ReadonlyMap<string, readonly (readonly Json[])[]> = new Map(Object.entries(knownValues))

/** Ways of asking for what another function of the table computes. */
const NOT_IN_THE_TABLE = /^numbers\.(u256\.|perquintill\.(checkedSub)$)/

describe("every public function of numbers gives what the chain's libraries give", () => {
  for (const declared of numbersFunctions) {
    if (NOT_IN_THE_TABLE.test(declared.name)) continue
    it(declared.name, () => {
      const rows = TABLE.get(declared.name) ?? []
      expect(rows.length).toBeGreaterThan(0)
      const parameters = Object.keys(declared.parameters)
      for (const row of rows) {
        const input = Object.fromEntries(parameters.map((name, index) => [name, row[index] ?? null]))
        const expected = row[parameters.length] ?? null
        const isPanic = typeof expected === "object" && expected !== null && "error" in expected
        expect(declared.call(input), JSON.stringify(input)).toEqual(isPanic ? expected : { ok: expected })
      }
    })
  }
})
