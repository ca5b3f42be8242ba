import { describe, expect, it } from "vitest"
import { inRecordedNames, resultName } from "./errorNames.js"

describe("errors that recordings call otherwise than the chain's metadata", () => {
  it("are written under the recordings' names", () => {
    expect(inRecordedNames({ error: "Token.FundsUnavailable" })).toEqual({ error: "Token.NoFunds" })
    expect(inRecordedNames({ error: "SubtensorModule.AmountTooLow" })).toEqual({
      error: "SubtensorModule.AmountTooLow",
    })
    expect(inRecordedNames("ok")).toBe("ok")
  })

  it("are the same error under either name", () => {
    expect(resultName({ error: "Token.NoFunds" })).toBe(resultName({ error: "Token.FundsUnavailable" }))
    expect(resultName({ error: "Token.WouldDie" })).toBe(resultName({ error: "Token.OnlyProvider" }))
    expect(resultName({ error: "Token.Frozen" })).not.toBe(resultName({ error: "Token.NoFunds" }))
    expect(resultName("ok")).toBe("ok")
  })
})
