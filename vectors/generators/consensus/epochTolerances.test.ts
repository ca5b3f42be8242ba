import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { runEpoch } from "../../../reference/consensus/epoch.js"
import type { EpochInput } from "../../../reference/consensus/epochInput.js"
import { idealEpoch } from "../../../reference/consensus/ideal/epoch.js"
import { epochInput as parameters } from "../../../reference/consensus/publicFunctions/epoch.js"
import { epochInput } from "../../../reference/consensus/testing/epochInputs.js"
import { struct } from "../../../reference/interface/compositeTypes.js"
import { isJsonObject } from "../../../reference/interface/valueType.js"
import { epochTolerances } from "./epochTolerances.js"

const U16_MAX = 65_535

function tolerancesOf(input: EpochInput) {
  const json = struct(parameters).toJson(input)
  if (!isJsonObject(json)) throw new Error("an input is an object")
  return epochTolerances(json)
}

describe("the tolerances of an epoch", () => {
  it("let pass whoever rounds the real numbers down or up", () => {
    fc.assert(
      fc.property(epochInput, (input) => {
        const [{ output }, ideal, tolerances] = [runEpoch(input), idealEpoch(input), tolerancesOf(input)]
        for (const name of ["consensus", "incentive", "dividends"] as const) {
          output[name].forEach((exact, uid) => {
            const real = (ideal[name][uid]?.toNumber() ?? 0) * U16_MAX
            const distance = Math.max(Math.abs(Math.floor(real) - exact), Math.abs(Math.ceil(real) - exact))
            expect(distance, name).toBeLessThanOrEqual(Number(tolerances[name]))
          })
        }
      }),
    )
  })

  it("are those of rounding: within 2 in 65535 for consensus, weights and bonds under Yuma 3", () => {
    fc.assert(
      fc.property(epochInput, (input) => {
        const tolerances = tolerancesOf({ ...input, yuma3: true })
        for (const name of ["stakeWeight", "consensus", "bonds"]) {
          expect(["1", "2"], name).toContain(tolerances[name])
        }
      }),
    )
  })

  it("are for what is computed, and not for who is active, who has a permit and how much stake there is", () => {
    fc.assert(
      fc.property(epochInput, (input) => {
        const names = Object.keys(tolerancesOf(input))
        expect(names).toEqual(expect.not.arrayContaining(["active", "validatorPermits", "stake"]))
        expect(names).toEqual(expect.arrayContaining(["emission", "serverEmission", "validatorEmission"]))
      }),
      { numRuns: 10 },
    )
  })
})
